"""What shows Markdown in the preview of the forms, as it is bundled from npm."""

from __future__ import annotations

import gzip
import json

from tests.support.building import Site
from tests.support.project import ROOT

BUILT = ROOT / "theme/preview"


def test_the_reader_of_markdown_is_small() -> None:
    assert len(gzip.compress((BUILT / "markdown.js").read_bytes(), 6)) < 24_000


def test_the_licences_of_everything_in_it_go_with_it(own: Site) -> None:
    published = own.folder / "preview"
    assert sorted(path.name for path in published.iterdir()) == ["LICENSE.txt", "markdown.js"]
    licences = (published / "LICENSE.txt").read_text(encoding="utf-8")
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    for name in ("micromark", "micromark-core-commonmark", "micromark-extension-gfm"):
        assert f"{name} {wanted[name]}\n" in licences


def test_no_page_brings_it_along(own: Site) -> None:
    pages = [path for path in own.folder.rglob("*.html") if "preview/markdown" in path.read_text(encoding="utf-8")]
    assert pages == []
