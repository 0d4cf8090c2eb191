"""What the rules say of files that cannot stand as examples: names that some systems refuse, links, and what is too large."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.library.library import read_library
from macros.lint.report import one_line
from macros.lint.rules import address_taken
from macros.source.folder import FolderEntry
from tests.rules.test_rules import findings_in, mended, texts

LUNCH = "initiatives/sample-lunch.md"
BRINDLE, BRAMBLE = "services/sample-brindle.md", "services/sample-bramble.md"
Change = Callable[[Path], None]
"""What somebody does to the folder content/."""


def lines_for(network: Path) -> list[str]:
    return [one_line(finding) for finding in findings_in(network)]


def rename(file: str, to: str) -> Change:
    def change(content: Path) -> None:
        (content / file).rename(content / to)

    return change


def copy(to: str, old: str, new: str) -> Change:
    """Write a copy of the initiative, with some of it changed."""

    def change(content: Path) -> None:
        text = (content / LUNCH).read_text(encoding="utf-8")
        assert old in text
        (content / to).write_text(text.replace(old, new), encoding="utf-8")

    return change


def link(file: str, to: str) -> Change:
    def change(content: Path) -> None:
        (content / file).symlink_to(to)

    return change


TAKEN = "[address-taken] This page would have the same address"
NAME = '[file-name-invalid] The file name "{}" does not work as an address: use lower-case letters'
KEPT = '[file-name-invalid] Windows keeps the name "{}" for itself and cannot make such a file. Rename the file, for example to "{}".'
KEPT_TOO = '[file-unexpected] Windows keeps the name "{}" for itself and cannot make such a file or folder. Choose another name.'
ENDING = "[file-unexpected] The name of a record or page ends with .md in lower case. Rename the file."
LINK = "[file-unexpected] This is a link to another file or folder, which would be published with it."
LARGE = "[front-matter-too-large] This file is too large (2940 kB; the limit is 256 kB)."
UNKNOWN = '[reference-broken] There is no service called "sample-brindle". Did you mean "sample-bramble"?'
FORMER = '[reference-broken] "sample-brindle" is now called "sample-bramble". Use that name.'
NAMED_IN = ("initiatives/sample-lunch.md:9:5", "meetings/sample-meeting.md:11:5")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (rename(LUNCH, f"initiatives/{name}"), [(f"initiatives/{name}:1:1", message)])
        for name, message in {
            "Sample lunch.md": NAME.format("Sample lunch.md"),
            "sample-lunch .md": NAME.format("sample-lunch .md"),
            "INDEX.md": NAME.format("INDEX.md"),
            "con.md": KEPT.format("con", "con-initiative.md"),
            "sample-lunch.markdown": ENDING,
            "sample-lunch.md.txt": ENDING,
            "sample-lunch.MD": ENDING,
        }.items()
    ]
    + [
        (
            copy(f"initiatives/{name}", "A made-up lunch", "A supper"),
            [(f"initiatives/{name}:1:1", NAME.format(name)), *more],
        )
        for name, more in (("Sample-Lunch.md", [(f"{LUNCH}:1:1", TAKEN)]), ("lun\u0441h.md", []))
    ]
    + [
        (link("initiatives/tea.md", to), [("initiatives/tea.md:1:1", LINK)])
        for to in ("../../mkdocs.yml", "nowhere.md")
    ]
    + [
        (copy(LUNCH, "We had a made-up lunch.\n", "Lunch. " * 430_000), [(f"{LUNCH}:1:1", LARGE)]),
        (rename(BRINDLE, BRAMBLE), [(place, UNKNOWN) for place in NAMED_IN]),
    ],
)
def test_what_cannot_be_an_example(change: Change, expected: list[tuple[str, str]], smallest: Path) -> None:
    change(smallest / "content")
    before = texts(smallest / "content")
    lines = lines_for(smallest)
    assert len(lines) == len(expected)
    assert [
        (line, place, message)
        for line, (place, message) in zip(lines, expected, strict=True)
        if not line.startswith(f"content/{place}: error {message}")
    ] == []
    assert mended(smallest, findings_in(smallest)) == {}
    assert texts(smallest / "content") == before


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("initiatives/con.md", KEPT.format("con", "con-initiative.md")),
        ("themes/LPT1.md", KEPT.format("LPT1", "lpt1-theme.md")),
        ("about/aux/tree.gif", KEPT_TOO.format("aux")),
        ("themes/Nul.png", KEPT_TOO.format("Nul")),
    ],
)
def test_a_name_that_windows_keeps_is_refused(path: str, message: str, smallest: Path) -> None:
    file = smallest / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    assert message in "\n".join(lines_for(smallest))


def test_a_record_that_was_renamed_and_says_so_is_named_anew_where_it_is_named(smallest: Path) -> None:
    file = smallest / "content" / BRINDLE
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("area: north", "aliases:\n  - sample-brindle\narea: north"), encoding="utf-8")
    rename(BRINDLE, BRAMBLE)(smallest / "content")
    lines = lines_for(smallest)
    assert lines == [f"content/{place}: error {FORMER}" for place in NAMED_IN]
    before = texts(smallest / "content")
    assert mended(smallest, findings_in(smallest)) == {
        path.partition(":")[0]: before[path.partition(":")[0]].replace(b"- sample-brindle", b"- sample-bramble")
        for path in NAMED_IN
    }


def test_two_addresses_that_differ_in_capitals_are_one(smallest: Path) -> None:
    """The capital is a mistake of its own, so this is no example of one rule."""
    for name in ("About.md", "about/index.md"):
        file = smallest / "content" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("---\ntitle: About us\n---\n\nWe meet.\n", encoding="utf-8")
    found = "\n".join(lines_for(smallest))
    assert (
        'content/about/index.md:1:1: error [address-taken] This page would have the same address as "content/About.md"'
        in found
    )


@pytest.mark.parametrize(
    ("one", "other", "is_lost"),
    [
        ("caf\u00e9.png", "cafe\u0301.png", True), ("TEA.png", "tea.png", True), ("T\u0177.jpg", "t\u0177.jpg", True),
        ("a\u030aker.webp", "\u00e5ker.webp", True), ("\u1ebf.gif", "e\u0302\u0301.gif", True),
        ("caf\u00e9.png", "cafe.png", False), ("tea.png", "tea.jpg", False), ("tea-1.png", "tea-2.png", False),
        ("t\u0177.png", "ty.png", False), ("a/tea.png", "b/tea.png", False),
    ],
)  # fmt: skip
def test_pictures_whose_names_some_computers_take_for_one(one: str, other: str, is_lost: bool, smallest: Path) -> None:
    """No files of such names can stand side by side on these computers, so that this is no example."""
    library = read_library(smallest)
    library.found = [FolderEntry(f"content/themes/{name}", is_link=False, is_folder=False) for name in (one, other)]
    said = [finding.message for finding in address_taken.check_library(library)]
    assert ["This picture would have the same address" in message for message in said] == [True] * is_lost


def test_where_there_are_no_themes_none_is_offered(smallest: Path) -> None:
    shutil.rmtree(smallest / "content/themes")
    said = '"peer-support" is not a theme. The network has no themes yet: take the tag out, or propose it as a theme.'
    assert f"content/{LUNCH}:6:5: error [tag-unknown] {said}" in lines_for(smallest)


def test_a_link_with_the_whole_address_of_a_list_asks_for_what_the_list_knows(smallest: Path) -> None:
    settings = smallest / "mkdocs.yml"
    settings.write_text("site_url: https://example.org/kb\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    file = smallest / "content/initiatives/sample-lunch.md"
    top = "https://example.org/kb/initiatives"
    links = f"[Short]({top}/?minutes=10), [free]({top}/?cost=free), [others](https://example.org/initiatives/?cost=x)."
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{links}\n", encoding="utf-8")
    found = 'error [filter-unknown] Nothing in the list of initiatives has "minutes=10".'
    assert [found in line for line in lines_for(smallest)] == [True]
