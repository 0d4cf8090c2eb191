"""The command that checks a built site says what it found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.programs import run
from tests.support.project import ROOT

PAGE = """<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy"
content="default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'self'">
<title>A page</title></head><body>{}</body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("", "lunch/", "supper/"):
        folder = tmp_path / "site" / name
        folder.mkdir()
        (folder / "index.html").write_text(PAGE.format('<a href="/kb/lunch/">Lunch</a>'), encoding="utf-8")
    (tmp_path / "site/404.html").write_text(PAGE.format('<a href="/kb/">Home</a>'), encoding="utf-8")
    return tmp_path / "site"


def test_the_command_says_what_it_found(site: Path, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_url: https://example.org/kb/\n", encoding="utf-8")
    command = (ROOT / "scripts/check_site.py", site, "--root", tmp_path)
    sound = run(*command)
    assert (sound.returncode, sound.stdout) == (0, "4 pages checked: every link leads somewhere.\n")
    (site / "index.html").write_text(PAGE.format('<a href="tea/">Tea</a> <a href="cake/">Cake</a>'), encoding="utf-8")
    broken = run(*command)
    assert broken.returncode == 1
    assert "index.html: the link to tea/ leads nowhere" in broken.stdout
    assert broken.stdout.endswith("4 pages checked: 2 mistakes.\n")
