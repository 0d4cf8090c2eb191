"""The check of a built site: what leads nowhere, and what would be fetched from somebody else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from macros.inspection import mistakes_in


def page(body: str, head: str = "") -> str:
    return f'<!doctype html><html lang="en"><head><title>A page</title>{head}</head><body>{body}</body></html>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for path, text in {
        "index.html": page('<a href="lunch/#how">Lunch</a> <a href=".">Home</a> <a href="#top" id="top">Top</a>'),
        "lunch/index.html": page('<h2 id="how">How</h2><a href="..">Home</a> <a href="../style.css">Style</a>'),
        "404.html": page('<a href="/kb/lunch/">Lunch</a> <a href="/kb/">Home</a>'),
        "style.css": "body { color: black }",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def test_a_sound_site(site: Path) -> None:
    assert list(mistakes_in(site, top="/kb/")) == []


@pytest.mark.parametrize(
    ("body", "head", "mistake"),
    [
        ('<a href="dinner/">Dinner</a>', "", "index.html: the link to dinner/ leads nowhere"),
        ('<a href="lunch">Lunch</a>', "", "index.html: the link to lunch leads nowhere"),
        ('<a href="lunch/#who">Who</a>', "", "index.html: the page behind lunch/#who has no such place"),
        ('<a href="#who">Who</a>', "", "index.html: the page behind #who has no such place"),
        ('<a href="javascript:alert(1)">Go</a>', "", "index.html: a link may not lead to javascript:alert(1)"),
        ('<a href="//elsewhere.example/">Go</a>', "", "index.html: a link may not lead to //elsewhere.example/"),
        ('<p id="a"></p><p id="a"></p>', "", 'index.html: two places are called "#a"'),
        ('<img src="cat.png" alt="">', "", "index.html: cat.png is not there"),
        (
            '<script src="https://elsewhere.example/x.js"></script>',
            "",
            "index.html: a reader's browser would fetch https://elsewhere.example/x.js from somebody else",
        ),
        (
            "",
            '<link rel="stylesheet" href="//elsewhere.example/x.css">',
            "index.html: a reader's browser would fetch //elsewhere.example/x.css from somebody else",
        ),
        (
            '<p style="background: url(https://elsewhere.example/x.png)"></p>',
            "",
            "index.html: a reader's browser would fetch https://elsewhere.example/x.png from somebody else",
        ),
        ('<iframe srcdoc="x"></iframe>', "", "index.html: there may be no <iframe> on a page"),
        ('<p onclick="go()">Go</p>', "", 'index.html: there may be no "onclick" attribute on a page'),
        (
            '<form action="https://elsewhere.example/"></form>',
            "",
            "index.html: there may be no form that sends something on a page",
        ),
        (
            "",
            '<meta http-equiv="refresh" content="0; url=https://elsewhere.example/">',
            "index.html: there may be no refresh that leads elsewhere on a page",
        ),
        ("", '<base href="https://elsewhere.example/">', "index.html: there may be no <base> on a page"),
        (
            "",
            "<style>@import 'https://elsewhere.example/x.css';</style>",
            "index.html: a reader's browser would fetch https://elsewhere.example/x.css from somebody else",
        ),
        (
            '<img alt="" srcset="style.css 1x, https://elsewhere.example/x.png 2x">',
            "",
            "index.html: a reader's browser would fetch https://elsewhere.example/x.png from somebody else",
        ),
    ],
)
def test_a_mistake(body: str, head: str, mistake: str, site: Path) -> None:
    (site / "index.html").write_text(page(body, head), encoding="utf-8")
    assert list(mistakes_in(site, top="/kb/")) == [mistake]


@pytest.mark.parametrize(
    "rule", ["@import 'https://elsewhere.example/x.css';", "p { background: url(//elsewhere.example/x) }"]
)
def test_a_style_sheet_calls_nobody(rule: str, site: Path) -> None:
    (site / "style.css").write_text(rule, encoding="utf-8")
    [mistake] = mistakes_in(site, top="/kb/")
    assert mistake.startswith("style.css: a reader's browser would fetch")


def test_links_elsewhere_and_mail_are_fine(site: Path) -> None:
    (site / "index.html").write_text(
        page(
            '<a href="https://elsewhere.example/">Go</a> <a href="mailto:team@example.org">Ask</a> <img src="data:," alt="">'
        ),
        encoding="utf-8",
    )
    assert list(mistakes_in(site, top="/kb/")) == []


def test_an_empty_folder_is_not_a_site(tmp_path: Path) -> None:
    assert list(mistakes_in(tmp_path)) == [f"There is no page in {tmp_path}."]


def test_the_command_says_what_it_found(site: Path, tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_url: https://example.org/kb/\n", encoding="utf-8")
    command = [sys.executable, str(ROOT / "scripts/check_site.py"), str(site), "--config", str(config)]
    sound = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (sound.returncode, sound.stdout) == (0, "3 pages checked: every link leads somewhere.\n")
    (site / "lunch/index.html").unlink()
    broken = subprocess.run(command, capture_output=True, text=True, check=False)
    assert broken.returncode == 1
    assert "index.html: the link to lunch/#how leads nowhere" in broken.stdout
    assert broken.stdout.endswith("2 pages checked: 2 mistakes.\n")
