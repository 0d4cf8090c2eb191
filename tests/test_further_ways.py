"""Further ways to break a record, thought up without looking at the rules: each must be found, once, at its line."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT, TODAY, TODAY_EPOCH

from macros.library.library import read_library
from macros.lint.diagnostics import Diagnostic, Level
from macros.lint.engine import check_library
from scripts import validate

LUNCH = "content/initiatives/sample-lunch.md"
MEETING = "content/meetings/sample-meeting.md"
SURVEY = "content/evidence/sample-survey.md"
SERVICE = "content/services/sample-brindle.md"
THEME = "content/themes/peer-support.md"
SMALLEST = ROOT / "tests/networks/smallest"

Change = Callable[[Path], None]
"""What somebody does to the folder of a network."""


@dataclass(frozen=True)
class Way:
    """A way to break the record in `file`: what must be found there, and at which line."""

    name: str
    file: str
    change: Change
    line: int
    says: str
    findings: int = 1
    level: Level = Level.ERROR
    fix: Change | None = None


def swap(file: str, old: str, new: str) -> Change:
    """Replace the only `old` in a file."""

    def change(network: Path) -> None:
        text = (network / file).read_bytes()
        assert text.count(old.encode()) == 1, f"{old!r} must be in {file} once"
        (network / file).write_bytes(text.replace(old.encode(), new.encode()))

    return change


def write(file: str, text: str | bytes) -> Change:
    """Write a file, with the folders it needs."""

    def change(network: Path) -> None:
        (network / file).parent.mkdir(parents=True, exist_ok=True)
        (network / file).write_bytes(text.encode() if isinstance(text, str) else text)

    return change


def smallest_text(file: str) -> str:
    return (SMALLEST / file).read_text(encoding="utf-8")


def first_own_field(file: str) -> str:
    """The line of the first field that only this kind of record has."""
    lines = smallest_text(file).split("\n")
    return next(line for line in lines if line.startswith(("stage:", "date:", "area:", "kind:")))


def copy(file: str, to: str, *swaps: tuple[str, str]) -> Change:
    """Copy a record and change some of it."""
    text = smallest_text(file)
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    return write(to, text)


def rename(file: str, to: str) -> Change:
    def change(network: Path) -> None:
        (network / file).rename(network / to)

    return change


def link(file: str, to: str) -> Change:
    def change(network: Path) -> None:
        (network / file).symlink_to(to)

    return change


def both(*changes: Change) -> Change:
    def change(network: Path) -> None:
        for each in changes:
            each(network)

    return change


def stage(text: str) -> Change:
    """Replace the stage of the initiative, which stands in line 7."""
    return swap(LUNCH, "stage: trying\n", text + "\n")


def also(text: str, file: str = LUNCH) -> Change:
    """Add lines after the first of the kind's own fields: line 8 of the initiative and the evidence, 6 of the others."""
    first = first_own_field(file)
    return swap(file, f"\n{first}\n", f"\n{first}\n{text}\n")


def body(text: str) -> Change:
    """Replace the first paragraph of the initiative, which stands in line 16."""
    return swap(LUNCH, "We had a made-up lunch.\n", text + "\n")


def with_crlf(file: str, old: str, new: str, start: bytes = b"") -> Change:
    def change(network: Path) -> None:
        swap(file, old, new)(network)
        (network / file).write_bytes(start + (network / file).read_bytes().replace(b"\n", b"\r\n"))

    return change


# The service has one champion from line 6 on: name 7, role 8, contact 9, since 10, given 11, until 12.
CHAMPION = """area: north
champions:
  - name: Sample Champion A
    role: Senior practitioner
    contact: wellbeing@brindle.example.invalid
    since: 2025-04
    consent_given: 2026-01-15
    consent_until: 2027-01-14
"""


def champion(old: str = "", new: str = "") -> Change:
    assert old in CHAMPION
    return swap(SERVICE, "area: north\n", CHAMPION.replace(old, new) if old else CHAMPION)


# The meeting has two actions from line 12 on: id 13 and 17, text, owner, due 16 and 20.
ACTIONS = """  - sample-brindle
actions:
  - id: share-poster
    text: Share the poster with all services.
    owner: sample-brindle
    due: 2026-03-01
  - id: print-poster
    text: Print the poster.
    owner: sample-brindle
    due: 2026-12-01
"""


def actions(old: str = "", new: str = "") -> Change:
    assert old in ACTIONS
    return swap(MEETING, "  - sample-brindle\n", ACTIONS.replace(old, new, 1) if old else ACTIONS)


# The meeting has a Diamond 9 from line 12 on: cards 15 to 32 (id of card n at 13 + 2n), the group from 33 on: its name 34,
# rows of flow lists 36 to 40, reasons 41.
DIAMOND = (
    "  - sample-brindle\ndiamond9:\n  question: What matters most to us?\n  statements:\n"
    + "".join(f"    - id: card-{number}\n      text: The card with number {number}.\n" for number in range(1, 10))
    + "  groups:\n    - name: Table 1\n      rows:\n"
    + "        - [card-1]\n        - [card-2, card-3]\n        - [card-4, card-5, card-6]\n"
    + "        - [card-7, card-8]\n        - [card-9]\n"
    + "      reasons:\n        - statement: card-2\n          text: It comes second.\n"
)


def alias(name: str, file: str = LUNCH) -> Change:
    first = first_own_field(file)
    return swap(file, f"\n{first}\n", f"\naliases:\n  - {name}\n{first}\n")


def diamond(old: str = "", new: str = "") -> Change:
    assert old in DIAMOND
    return swap(MEETING, "  - sample-brindle\n", DIAMOND.replace(old, new, 1) if old else DIAMOND)


PASTED = [
    Way(
        "Word made a dash of the first fence",
        LUNCH,
        swap(LUNCH, "---\ntitle", "\u2014-\ntitle"),
        1,
        "---",
    ),
    Way("Word made a dash of the second fence", LUNCH, swap(LUNCH, "invalid\n---\n", "invalid\n\u2014-\n"), 1, "---"),
    Way("bullets of Word", LUNCH, swap(LUNCH, "  - peer-support", "  \u2022 peer-support"), 6, "list"),
    Way("a no-break space after the colon", LUNCH, stage("stage:\u00a0trying"), 7, "space"),
    Way("no-break spaces as indent", LUNCH, swap(LUNCH, "  - peer", "\u00a0\u00a0- peer"), 6, "space"),
    Way("a tab as indent", LUNCH, swap(LUNCH, "  - peer", "\t- peer"), 6, "tab"),
    Way(
        "tags in one line with commas",
        LUNCH,
        swap(LUNCH, "tags:\n  - peer-support", "tags: peer-support, a"),
        5,
        "list",
    ),
    Way(
        "a day as Excel writes it", LUNCH, swap(LUNCH, "2026-01-10", "10/01/2026"), 4, "the year, the month and the day"
    ),
    Way(
        "a day with a word for the month",
        LUNCH,
        swap(LUNCH, "2026-01-10", "10 January 2026"),
        4,
        "the year, the month and the day",
        fix=swap(LUNCH, "10 January 2026", "2026-01-10"),
    ),
    Way("a day that February has not", LUNCH, swap(LUNCH, "2026-01-10", "2026-02-30"), 4, "2026-02-30"),
    Way("a day of noughts", LUNCH, swap(LUNCH, "2026-01-10", "0000-00-00"), 4, "0000-00-00"),
    Way("a day and a time", MEETING, swap(MEETING, "date: 2025-12-11", "date: 2025-12-11T13:30:00Z"), 5, "day"),
    Way("digits of full width", LUNCH, swap(LUNCH, "2025-09", "\uff12\uff10\uff12\uff15-09"), 10, "20"),
    Way("hour 25", MEETING, also("starts: 25:00", MEETING), 6, "25:00"),
    Way("a time with pm", MEETING, also("starts: 1.30pm", MEETING), 6, "14:30"),
    Way("a time from and to", MEETING, also("starts: 13:30-16:30", MEETING), 6, "13:30"),
    Way("a meeting that ends before it starts", MEETING, also("starts: 16:30\nends: 13:30", MEETING), 7, "16:30"),
    Way(
        "a soft hyphen in the title",
        LUNCH,
        swap(LUNCH, "A made-up", "A made\u00ad-up"),
        2,
        "U+00AD",
        fix=swap(LUNCH, "made\u00ad-up", "made-up"),
    ),
    Way(
        "a zero-width space in an id",
        LUNCH,
        swap(LUNCH, "- peer-support", "- peer-support\u200b"),
        6,
        "U+200B",
        fix=swap(LUNCH, "peer-support\u200b", "peer-support"),
    ),
    Way("right to left in the title", LUNCH, swap(LUNCH, "A made-up lunch", "A \u202epu-edam lunch"), 2, "U+202E"),
    Way("a Cyrillic letter in an id", LUNCH, swap(LUNCH, "- peer-", "- \u0440eer-"), 6, "peer-support"),
    Way("the line break of Word", LUNCH, swap(LUNCH, "for tests, so", "for tests,\x0bso"), 3, "U+000B"),
    Way("a line separator", LUNCH, swap(LUNCH, "for tests, so", "for tests,\u2028so"), 3, "U+2028"),
    Way("a next-line character", LUNCH, swap(LUNCH, "for tests, so", "for tests,\u0085so"), 3, "U+0085"),
    Way("a null byte in a field", LUNCH, swap(LUNCH, "for tests", "for\x00tests"), 3, "U+0000"),
    Way("a null byte in the text", LUNCH, body("We had\x00lunch."), 16, "U+0000"),
    Way(
        "saved as Windows-1252",
        LUNCH,
        write(LUNCH, smallest_text(LUNCH).replace("We had a", "It\u2019s a").encode("cp1252")),
        16,
        "UTF-8",
    ),
    Way("saved as UTF-16", LUNCH, write(LUNCH, smallest_text(LUNCH).encode("utf-16")), 1, "UTF-8"),
    Way("CRLF and a typing mistake", LUNCH, with_crlf(LUNCH, "stage: trying", "stage: tryng"), 7, "trying"),
    Way("CRLF, BOM and HTML", LUNCH, with_crlf(LUNCH, "We had", "<b>We</b> had", b"\xef\xbb\xbf"), 16, "HTML"),
    Way("BOM and a wrong colon", LUNCH, both(swap(LUNCH, "---\ntitle: A", "\ufeff---\ntitle: A: a")), 2, "quot"),
    Way("a BOM in the middle", LUNCH, body("\ufeffWe had lunch."), 16, "U+FEFF", fix=swap(LUNCH, "\ufeffWe", "We")),
]

TYPED = [
    Way(
        "a value in quotation marks with more after",
        LUNCH,
        swap(LUNCH, "A made-up lunch", '"Made-up" lunch'),
        2,
        "quot",
    ),
    Way("an apostrophe in single quotes", LUNCH, swap(LUNCH, "A made-up lunch", "'It's lunch'"), 2, "quot"),
    Way("a quotation mark that is not closed", LUNCH, swap(LUNCH, "A made-up lunch", '"A made-up lunch'), 2, "quot"),
    Way(
        "a bracket that is not closed",
        LUNCH,
        swap(LUNCH, "tags:\n  - peer-support", "tags: [peer-support"),
        5,
        "bracket",
    ),
    Way("a title that starts with @", LUNCH, swap(LUNCH, "A made-up lunch", "@home lunch"), 2, "quot"),
    Way("a title that starts with %", LUNCH, swap(LUNCH, "A made-up lunch", "%wellbeing lunch"), 2, "quot"),
    Way("a title that starts with *", LUNCH, swap(LUNCH, "A made-up lunch", "*New* lunch"), 2, "quot"),
    Way("a title that loses what follows #", LUNCH, swap(LUNCH, "A made-up lunch", "Lunch club #2"), 2, "#"),
    Way("a colon in a list", MEETING, swap(MEETING, "attended:", "decisions:\n  - Lunch: yes\nattended:"), 11, "text"),
    Way("no space after the colon", LUNCH, stage("stage:trying"), 7, "space"),
    Way("no colon", LUNCH, stage("stage trying"), 7, "colon"),
    Way("an indented key", LUNCH, stage(" stage: trying"), 7, "spaces"),
    Way("a key in capitals", LUNCH, stage("STAGE: trying"), 7, "stage"),
    Way("a key with a space", MEETING, swap(MEETING, "standing_item:", "standing item:"), 7, "standing_item"),
    Way("a key with a hyphen", SURVEY, swap(SURVEY, "strength_reason:", "strength-reason:"), 17, "strength_reason"),
    Way("a key in the plural", LUNCH, swap(LUNCH, "services:", "service:"), 8, "services"),
    Way("a key twice", LUNCH, swap(LUNCH, "started: 2025-09", "started: 2025-09\nstage: idea"), 11, "stage"),
    Way("a key that is a list", LUNCH, also("? [a, b]\n: c"), 8, "name of a field"),
    Way("a key that is a number", LUNCH, also("1: 2"), 8, '"1"'),
    Way("the id as a field", LUNCH, also("id: sample-lunch"), 8, "id"),
    Way("a field of another kind", LUNCH, also("strength: 3"), 8, "evidence"),
    Way("no value", LUNCH, stage("stage:"), 7, "stage"),
    Way("an empty list", LUNCH, swap(LUNCH, "tags:\n  - peer-support", "tags: []"), 5, "tags"),
    Way("spaces only", LUNCH, swap(LUNCH, "A made-up lunch", '"   "'), 2, "blank"),
    Way("not applicable", LUNCH, swap(LUNCH, "2025-09", "n/a"), 10, "n/a"),
    Way("a list where text belongs", LUNCH, swap(LUNCH, "A made-up lunch", "[A made-up lunch]"), 2, "text"),
    Way("fields where text belongs", LUNCH, stage("stage: {now: trying}"), 7, "stage"),
    Way(
        "text where fields belong",
        MEETING,
        swap(
            MEETING, "standing_item:\n  title: A made-up talk\n  led_by: Network chair", "standing_item: A made-up talk"
        ),
        7,
        "group of fields",
    ),
    Way("one update without its hyphen", LUNCH, also("updates:\n  date: 2026-02-01\n  note: New."), 9, "list"),
    Way("a list in a list", LUNCH, swap(LUNCH, "  - peer-support", "  - - peer-support"), 6, "text"),
    Way("minutes with their unit", LUNCH, also("minutes: 30 mins"), 8, "number"),
    Way("minutes below nought", LUNCH, also("minutes: -30"), 8, "1"),
    Way("half a month", LUNCH, also("review_every: 12.5"), 8, "number"),
    Way("a number with 5,000 digits", SURVEY, also("sample_size: " + "9" * 5000, SURVEY), 8, "number"),
    Way("a number with a comma", SURVEY, also("sample_size: 1,201", SURVEY), 8, "whole number"),
    Way("a year too many", SURVEY, swap(SURVEY, "2014", "20144"), 10, "2100"),
    Way("a strength in words", SURVEY, swap(SURVEY, "strength: 1", "strength: low"), 16, "whole number"),
    Way("neither true nor false", LUNCH, also("opens_meetings: maybe"), 8, "true"),
    Way("a title of 5,000 letters", LUNCH, swap(LUNCH, "A made-up lunch", "A" * 5000), 2, "80"),
    Way("a document that ends early", LUNCH, stage("...\nstage: trying"), 7, "colon"),
    Way("a line before the first fence", LUNCH, swap(LUNCH, "---\ntitle", "\n---\ntitle"), 1, "---"),
    Way("an empty file", LUNCH, write(LUNCH, ""), 1, "---"),
    Way("only a text", LUNCH, write(LUNCH, "We had lunch.\n"), 1, "---"),
]

MERGED = [
    Way(
        "a half-finished merge in the fields",
        LUNCH,
        stage("<<<<<<< HEAD\nstage: trying\n=======\nstage: idea\n>>>>>>> other"),
        7,
        "Two people changed",
    ),
    Way(
        "a half-finished merge in the text",
        LUNCH,
        body("<<<<<<< HEAD\nWe had lunch.\n=======\nWe had supper.\n>>>>>>> other"),
        16,
        "Two people changed",
    ),
    Way(
        "a half-finished merge with the ancestor",
        LUNCH,
        body("<<<<<<< HEAD\nLunch.\n||||||| 1a2b3c4\nTea.\n=======\nSupper.\n>>>>>>> other"),
        16,
        "Two people changed",
    ),
    Way("the last mark of a merge", LUNCH, body("We had lunch.\n>>>>>>> main"), 17, "Two people changed"),
    Way(
        "a merge of the first line",
        LUNCH,
        swap(LUNCH, "---\ntitle: A", "<<<<<<< HEAD\n---\ntitle: A"),
        1,
        "Two people changed",
    ),
]

COPIED = [
    Way(
        "a copy under another name", "content/initiatives/tea.md", copy(LUNCH, "content/initiatives/tea.md"), 2, "title"
    ),
    Way(
        "a service among the initiatives",
        "content/initiatives/tea.md",
        copy(SERVICE, "content/initiatives/tea.md", ("service Brindle", "service Tea")),
        1,
        "services",
    ),
    Way(
        "an initiative above its folder",
        "content/tea.md",
        copy(LUNCH, "content/tea.md", ("lunch", "tea")),
        1,
        "initiatives",
    ),
    Way("a tag twice", LUNCH, swap(LUNCH, "  - peer-support", "  - peer-support\n  - peer-support"), 7, "twice"),
    Way(
        "a service twice",
        LUNCH,
        swap(LUNCH, "  - sample-brindle", "  - sample-brindle\n  - sample-brindle"),
        10,
        "twice",
    ),
    Way("a synonym twice", THEME, swap(THEME, "  - buddying", "  - buddying\n  - Buddying"), 8, "above"),
    Way(
        "an action with the id of another", MEETING, actions("id: print-poster", "id: share-poster"), 17, "share-poster"
    ),
    Way("adopted by the service itself", LUNCH, also("adopted_by:\n  - service: sample-brindle"), 9, "sample-brindle"),
    Way("evidence against itself", SURVEY, also("conflicts_with:\n  - sample-survey", SURVEY), 9, "itself"),
    Way("its own name as an alias", LUNCH, alias("sample-lunch"), 8, "former name"),
    Way(
        "the alias of another",
        "content/initiatives/tea.md",
        both(
            alias("lunch-club"),
            copy(
                LUNCH,
                "content/initiatives/tea.md",
                ("lunch", "tea"),
                ("stage: trying", "aliases:\n  - lunch-club\nstage: trying"),
            ),
        ),
        8,
        "lunch-club",
    ),
    Way(
        "the name of another as an alias",
        "content/initiatives/tea.md",
        copy(
            LUNCH,
            "content/initiatives/tea.md",
            ("A made-up lunch", "A tea"),
            ("stage: trying", "aliases:\n  - sample-lunch\nstage: trying"),
        ),
        8,
        "sample-lunch",
    ),
    Way("a synonym that is the theme's own title", THEME, swap(THEME, "buddying", "Peer support"), 7, "title"),
]

RENAMED = [
    Way(
        "a file name with a capital and a space",
        "content/initiatives/Sample lunch.md",
        rename(LUNCH, "content/initiatives/Sample lunch.md"),
        1,
        "sample-lunch",
    ),
    Way(
        "a file name with a space at its end",
        "content/initiatives/sample-lunch .md",
        rename(LUNCH, "content/initiatives/sample-lunch .md"),
        1,
        "sample-lunch",
    ),
    Way(
        "two files that differ by case",
        "content/initiatives/Sample-Lunch.md",
        copy(LUNCH, "content/initiatives/Sample-Lunch.md", ("A made-up lunch", "A supper")),
        1,
        "sample-lunch",
    ),
    Way(
        "a Cyrillic letter in a file name",
        "content/initiatives/lun\u0441h.md",
        copy(LUNCH, "content/initiatives/lun\u0441h.md", ("A made-up lunch", "A supper")),
        1,
        "lower-case letters",
    ),
    Way(
        "a file name that Windows keeps for itself",
        "content/initiatives/con.md",
        rename(LUNCH, "content/initiatives/con.md"),
        1,
        "Windows",
    ),
    Way(
        "the long ending",
        "content/initiatives/sample-lunch.markdown",
        rename(LUNCH, "content/initiatives/sample-lunch.markdown"),
        1,
        ".md",
    ),
    Way(
        "the ending of Notepad",
        "content/initiatives/sample-lunch.md.txt",
        rename(LUNCH, "content/initiatives/sample-lunch.md.txt"),
        1,
        ".md",
    ),
    Way(
        "a Word document",
        "content/initiatives/lunch.docx",
        write("content/initiatives/lunch.docx", b"PK\x03\x04\x00\xff"),
        1,
        ".md",
    ),
    Way(
        "the ending in capitals",
        "content/initiatives/sample-lunch.MD",
        rename(LUNCH, "content/initiatives/sample-lunch.MD"),
        1,
        ".md",
    ),
    Way(
        "an index in capitals",
        "content/initiatives/INDEX.md",
        rename(LUNCH, "content/initiatives/INDEX.md"),
        1,
        "lower",
    ),
    # The file in the folder would still stand in the wrong place if the folder had another name.
    Way(
        "a folder with the name of a file",
        "content/initiatives/x.md/tea.md",
        copy(LUNCH, "content/initiatives/x.md/tea.md", ("lunch", "tea")),
        1,
        "folder below",
        findings=2,
    ),
    Way(
        "a link to another file",
        "content/initiatives/tea.md",
        link("content/initiatives/tea.md", "../../mkdocs.yml"),
        1,
        "link",
    ),
    Way("a link to nowhere", "content/initiatives/tea.md", link("content/initiatives/tea.md", "nowhere.md"), 1, "link"),
    # Both records that name the service are told of it.
    Way(
        "a service renamed",
        LUNCH,
        rename(SERVICE, "content/services/sample-bramble.md"),
        9,
        "sample-brindle",
        findings=2,
    ),
    Way(
        # Both records that name the service are told of it.
        "a service renamed, with an alias",
        LUNCH,
        both(alias("sample-brindle", SERVICE), rename(SERVICE, "content/services/sample-bramble.md")),
        9,
        "sample-bramble",
        findings=2,
        fix=both(
            swap(LUNCH, "- sample-brindle", "- sample-bramble"), swap(MEETING, "- sample-brindle", "- sample-bramble")
        ),
    ),
]

REFERRING = [
    Way("a theme where a service belongs", LUNCH, swap(LUNCH, "- sample-brindle", "- peer-support"), 9, "theme"),
    Way("an initiative where evidence belongs", LUNCH, also("evidence:\n  - sample-lunch"), 9, "initiative"),
    Way(
        "a reference with its folder",
        LUNCH,
        swap(LUNCH, "- sample-brindle", "- services/sample-brindle.md"),
        9,
        '"sample-brindle"',
    ),
    Way(
        "a reference by title",
        LUNCH,
        swap(LUNCH, "- sample-brindle", "- Sample service Brindle"),
        9,
        '"sample-brindle"',
    ),
    Way(
        "a reference with a space at its end",
        LUNCH,
        swap(LUNCH, "- sample-brindle", '- "sample-brindle "'),
        9,
        '"sample-brindle"',
    ),
    Way(
        "a reference as a link",
        LUNCH,
        swap(LUNCH, "- sample-brindle", "- <services/sample-brindle.md>"),
        9,
        "<",
    ),
    Way("an owner who is nobody", MEETING, actions("owner: sample-brindle", "owner: Network chair"), 15, "service"),
    Way(
        "a topic taken up at no meeting",
        MEETING,
        swap(MEETING, "attended:", "topics:\n  - text: How do you do?\n    taken_up: 2026-03-12\nattended:"),
        12,
        "2026-03-12",
    ),
]

DATED = [
    Way(
        "an initiative that stopped before it started",
        LUNCH,
        stage("stage: stopped\nstopped: 2024-01\nwhy_stopped: It rained."),
        8,
        "started",
    ),
    Way("stopped, without a reason", LUNCH, stage("stage: stopped\nstopped: 2026-02"), 7, "why_stopped"),
    Way("trying, but stopped", LUNCH, also("stopped: 2026-02"), 8, "stopped"),
    Way("started in the future", LUNCH, swap(LUNCH, "2025-09", "2027-09"), 10, "future"),
    Way("added in the future", LUNCH, swap(LUNCH, "2026-01-10", "2027-01-10"), 4, "future"),
    Way("reviewed in the future", LUNCH, also("reviews:\n  - date: 2027-01-10\n    outcome: still right"), 9, "future"),
    Way(
        "updated before it was added", LUNCH, also("updates:\n  - date: 2025-01-10\n    note: It was new."), 9, "added"
    ),
    Way("a meeting held in the future", MEETING, swap(MEETING, "2025-12-11", "2027-12-11"), 5, "planned"),
    Way(
        "a meeting planned in the past",
        MEETING,
        swap(MEETING, "stage: held", "stage: planned"),
        5,
        "held",
        level=Level.WARNING,
    ),
    Way(
        "an action both done and dropped",
        MEETING,
        actions("due: 2026-03-01", "done: 2026-02-01\n    dropped: 2026-02-02\n    why: It rained."),
        17,
        "done",
    ),
    Way("an action dropped without a reason", MEETING, actions("due: 2026-03-01", "dropped: 2026-02-02"), 16, "why"),
    Way(
        "consent that ends before it is given",
        SERVICE,
        champion("until: 2027-01-14", "until: 2025-01-14"),
        12,
        "before it was given",
    ),
    # Of two mistaken days the one in the future is named.
    Way(
        "consent swapped",
        SERVICE,
        both(champion("2026-01-15\n    consent_until: 2027-01-14", "2027-01-14\n    consent_until: 2026-01-15")),
        11,
        "future",
    ),
    Way("consent for ten years", SERVICE, champion("2027-01-14", "2036-01-14"), 12, "2 years"),
    Way(
        "no consent",
        SERVICE,
        champion("    consent_given: 2026-01-15\n    consent_until: 2027-01-14\n", ""),
        7,
        "consent",
    ),
    Way("consent given tomorrow", SERVICE, champion("2026-01-15", "2026-11-24"), 11, "future"),
    Way("a champion before consent", SERVICE, champion("2026-01-15", "yes"), 11, "day"),
]

DIAMONDS = [
    Way("a card that is not there", MEETING, diamond("[card-9]", "[card-99]"), 40, "card-9"),
    Way(
        "rows of the wrong size",
        MEETING,
        diamond("- [card-1]\n        - [card-2, card-3]", "- [card-1, card-2]\n        - [card-3]"),
        36,
        "one",
    ),
    Way("a card ranked twice", MEETING, diamond("[card-9]", "[card-1]"), 40, "card-1"),
    Way("two cards with one name", MEETING, diamond("id: card-9", "id: card-8"), 31, "card-8"),
    Way("eight cards", MEETING, diamond("    - id: card-9\n      text: The card with number 9.\n", ""), 15, "9"),
    Way("a reason for no card", MEETING, diamond("statement: card-2", "statement: card-0"), 42, "card-0"),
]

PERSONAL = [
    Way(
        "a personal number of a champion",
        SERVICE,
        champion("Senior practitioner", "Senior PWP, 07700 900123"),
        8,
        "phone",
    ),
    Way(
        "the home of a champion",
        SERVICE,
        champion("Senior practitioner", "PWP, 12 Acacia Road, Leeds LS1 4AP"),
        8,
        "address",
    ),
    Way(
        "a champion's own mailbox",
        SERVICE,
        champion("wellbeing@brindle.example.invalid", "jane.doe@gmail.com"),
        9,
        "mail",
    ),
    Way(
        "an e-mail address in the title",
        LUNCH,
        swap(LUNCH, "A made-up lunch", "Lunch with jane.doe@nhs.net"),
        2,
        "mail",
    ),
    # Mended into an address alone, it would still be a person's.
    Way("a person as contact", LUNCH, also("contact: Jane Doe <jane.doe@nhs.net>"), 8, "mail", findings=2),
    Way("an NHS number with a space after every digit", LUNCH, body("9 9 9 0 0 0 0 0 1 8 liked it."), 16, "NHS number"),
    Way("an NHS number with no-break spaces", LUNCH, body("999\u00a0000\u00a00018 liked it."), 16, "NHS number"),
    Way("an NHS number with hyphens", LUNCH, body("Client 999-000-0018 liked it."), 16, "NHS number"),
    Way("an NHS number in a link", LUNCH, body("[999 000 0018](https://www.example.org/) liked it."), 16, "NHS number"),
    Way(
        "an NHS number in an address", LUNCH, body("[A note](https://www.example.org/?id=9990000018)"), 16, "NHS number"
    ),
    Way("an NHS number over two lines", LUNCH, body("It was liked by 999 000\n0018 and others."), 16, "NHS number"),
    Way("an NHS number in bold", LUNCH, body("It was liked by 999 **000** 0018."), 16, "NHS number"),
    Way("an NHS number as code", LUNCH, body("It was liked by `999 000 0018`."), 16, "NHS number"),
    Way("an NHS number in a comment", LUNCH, stage("stage: trying # for 999 000 0018"), 7, "NHS number"),
    Way("a day of birth", LUNCH, body("The first guest (DOB 01/02/1980) liked it."), 16, "birth"),
    Way("a national insurance number", LUNCH, body("The first guest, AB 12 34 56 C, liked it."), 16, "insurance"),
    Way("a mobile number from abroad", LUNCH, body("Ring +44 (0)7700 900 123 to come."), 16, "phone"),
    Way("a letter to a person", LUNCH, body("[Write to us](mailto:jane.doe@gmail.com)"), 16, "mail"),
    Way(
        "a safe link of Outlook",
        LUNCH,
        body(
            "[A poster](https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org&data=05%7Cjane.doe%40nhs.net%7C0)"
        ),
        16,
        "mail",
    ),
    Way("an NHS number in a synonym", THEME, swap(THEME, "buddying", "999 000 0018"), 7, "NHS number"),
]

HOSTILE = [
    Way("a script", LUNCH, body("<script>alert(1)</script>"), 16, "HTML"),
    Way("a frame", LUNCH, body('We had <iframe src="https://example.org/"></iframe> lunch.'), 16, "HTML"),
    Way("a drawing", LUNCH, body("<svg/onload=alert(1)>"), 16, "HTML"),
    Way("a style", LUNCH, body("<style>\nbody { display: none }\n</style>"), 16, "HTML"),
    Way("a refresh", LUNCH, body('<meta http-equiv="refresh" content="0;url=https://example.org/">'), 16, "HTML"),
    Way("a comment", LUNCH, body("We had <!-- a bad --> lunch."), 16, "HTML"),
    Way("a comment that never ends", LUNCH, body("<!-- We had lunch."), 16, "hidden note"),
    Way("HTML in a field", LUNCH, swap(LUNCH, "A made-up lunch", "A <b>made-up</b> lunch"), 2, "<"),
    Way("an address in character references", LUNCH, body("[Lunch](java&#115;cript:alert(1))"), 16, "https://"),
    Way("an address with a tab in it", LUNCH, body("[Lunch](java\tscript:alert(1))"), 16, "There is nothing at"),
    Way(
        "an address defined further down",
        LUNCH,
        body("[Lunch][1] is good.\n\n[1]: javascript:alert(1)"),
        18,
        "https://",
    ),
    Way("an address between angle brackets", LUNCH, body("<javascript:alert(1)>"), 16, "HTML"),
    # It is fetched from elsewhere, and it has no text.
    Way("a tracker", LUNCH, body("![](https://tracker.example.org/dot.gif)"), 16, "picture", findings=2),
    Way("an image as data", LUNCH, body("![Lunch](data:image/svg+xml;base64,PHN2Zz4=)"), 16, "picture"),
    Way("an image of nowhere", LUNCH, body("![Lunch](lunch.png)"), 16, "picture"),
    Way(
        "an attribute", LUNCH, body('[Lunch](https://www.example.org/){: onclick="alert(1)" }'), 16, "code of web pages"
    ),
    Way("a style on a paragraph", LUNCH, body("We had lunch.\n{: style='position: fixed' }"), 17, "code of web pages"),
    Way("a macro", LUNCH, body("We had {{ config }} lunch."), 16, "{{"),
    Way("a macro in a field", LUNCH, swap(LUNCH, "A made-up lunch", "A {% raw %} lunch"), 2, "{%"),
    Way("a macro in code", LUNCH, body("We had `{{ config.site_name }}` lunch."), 16, "{{"),
    Way("a snippet", LUNCH, body('--8<-- "mkdocs.yml"'), 16, "--8<--"),
    Way("a template", LUNCH, also("template: evil.html"), 8, "template"),
    Way("a tag of Python", LUNCH, swap(LUNCH, "A made-up lunch", "!!python/object/apply:os.system [id]"), 2, "!"),
    Way(
        "a bomb",
        LUNCH,
        swap(LUNCH, "tags:\n  - peer-support", "tags:\n  - &a [x, x]\n  - &b [*a, *a]\n  - [*b, *b]"),
        6,
        "&",
    ),
    Way("a merge key", LUNCH, also("<<: {stage: idea}"), 8, "<<"),
    Way("a deep field", LUNCH, also("source: " + "[" * 3000 + "]" * 3000), 8, "deep"),
    # It is the text as a whole that is refused, so the line is the one before it.
    Way("a deep text", LUNCH, body("> " * 300 + "Lunch."), 13, "lists in lists"),
    Way("a file of 3 million letters", LUNCH, body("Lunch. " * 430_000), 1, "large"),
    Way(
        "a champion's name with a script",
        SERVICE,
        champion("Sample Champion A", "<script>alert(1)</script>"),
        7,
        "<",
    ),
]

LINKED = [
    Way("a link to one's own computer", LUNCH, body("[Lunch](http://localhost:8000/lunch)"), 16, "localhost"),
    Way("a link to a drive", LUNCH, body("[Lunch](file:///H:/Wellbeing/lunch.docx)"), 16, "https://"),
    Way("a link to a shared folder", LUNCH, body(r"[Lunch](\\server\share\lunch.docx)"), 16, "https://"),
    Way("a link with a password", LUNCH, body("[Lunch](https://me:secret@www.example.org/)"), 16, "password"),
    Way("a link without its beginning", LUNCH, body("[Lunch](www.example.org/lunch)"), 16, "https://"),
    Way("a link out of the content", LUNCH, body("[Lunch](../../mkdocs.yml)"), 16, "mkdocs.yml"),
    Way("a link to a folder", LUNCH, body("[Lunch](../services/)"), 16, "ends with .md"),
    Way(
        "a link to an anchor that is not there",
        LUNCH,
        body("[Peers](../themes/peer-support.md#nothing)"),
        16,
        "nothing",
    ),
    Way("a link to an anchor on the page that is not there", LUNCH, body("[Below](#nothing)"), 16, "nothing"),
    Way("a link in another case", LUNCH, body("[Peers](../themes/Peer-Support.md)"), 16, "peer-support.md"),
    Way("a link from the top", LUNCH, body("[Peers](/themes/peer-support.md)"), 16, "../themes/peer-support.md"),
    Way("a link to the page and not the file", LUNCH, body("[Peers](../themes/peer-support/)"), 16, "peer-support.md"),
    Way("a link to the wrong folder", LUNCH, body("[Peers](peer-support.md)"), 16, "../themes/peer-support.md"),
    Way("a link with a space", LUNCH, body("[Peers](../themes/peer support.md)"), 16, "peer-support.md"),
    Way("a link to nothing", LUNCH, body("[Peers]()"), 16, "address"),
    Way(
        "a link without words",
        LUNCH,
        body("Here: [](../themes/peer-support.md)"),
        16,
        "no words",
    ),
    Way("a link whose definition is missing", LUNCH, body("See [Peers][peers] too."), 16, "peers"),
    Way("a link with a space before its address", LUNCH, body("See [Peers] (../themes/peer-support.md)."), 16, "space"),
    Way("a website without its beginning", SERVICE, also("website: www.example.org", SERVICE), 6, "https://"),
    Way("a website that runs", SERVICE, also("website: javascript:alert(1)", SERVICE), 6, "https://"),
    Way("a website on one's own computer", SERVICE, also("website: http://localhost/", SERVICE), 6, "localhost"),
    Way("a DOI that is none", SURVEY, swap(SURVEY, "  year: 2014", "  year: 2014\n  doi: PMID 1234567"), 11, "10."),
    Way("a footnote", LUNCH, body("We had lunch.[^1]\n\n[^1]: See the report."), 16, "footnote"),
]

HEADED = [
    Way("a heading of the first level", LUNCH, swap(LUNCH, "## What we did", "# What we did"), 14, "##"),
    Way("a heading misspelt", LUNCH, swap(LUNCH, "## What we did", "## What we didd"), 14, "What we did"),
    Way("a heading with a colon", LUNCH, swap(LUNCH, "## How to try it", "## How to try it:"), 18, "How to try it"),
    Way("a section with nothing in it", LUNCH, swap(LUNCH, "\nNothing.\n", ""), 22, "What changed"),
    Way(
        "a section twice",
        LUNCH,
        swap(LUNCH, "\nNothing.\n", "\nNothing.\n\n## What we did\n\nLunch.\n"),
        26,
        "What we did",
    ),
    Way("a heading that skips a level", LUNCH, body("We had lunch.\n\n#### Where\n\nAt a table."), 18, "###"),
    Way("a heading without words", LUNCH, body("We had lunch.\n\n###\n\nAt a table."), 18, "heading"),
]

WAYS = [
    *PASTED,
    *TYPED,
    *MERGED,
    *COPIED,
    *RENAMED,
    *REFERRING,
    *DATED,
    *DIAMONDS,
    *PERSONAL,
    *HOSTILE,
    *LINKED,
    *HEADED,
]


def contents(network: Path) -> dict[str, bytes | str]:
    return {
        path.relative_to(network).as_posix(): str(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in network.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def found(network: Path) -> list[Diagnostic]:
    return check_library(read_library(network), TODAY)


def shown(findings: list[Diagnostic]) -> str:
    return "\n".join(f"{finding.path}:{finding.span.line} [{finding.rule}] {finding.message}" for finding in findings)


def test_the_ways_have_different_names() -> None:
    assert len({way.name for way in WAYS}) == len(WAYS)


@pytest.mark.parametrize("change", [champion(), actions(), diamond()], ids=["champion", "actions", "diamond"])
def test_what_some_ways_start_from_is_right(change: Change, smallest: Path) -> None:
    change(smallest)
    # The rows of the diamond are written short here, which is no mistake.
    assert shown([finding for finding in found(smallest) if finding.rule != "style-differs"]) == ""


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_way_to_break_a_record_is_found(way: Way, smallest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY_EPOCH)
    way.change(smallest)
    before = contents(smallest)

    findings = found(smallest)
    said = shown(findings)
    here = [finding for finding in findings if (finding.path, finding.span.line) == (way.file, way.line)]
    assert here, f"nothing in line {way.line} of {way.file}:\n{said}"
    assert any(way.says.lower() in finding.message.lower() for finding in here), said
    assert len(findings) == way.findings, said
    assert {finding.level for finding in findings} == {way.level}, said

    status = int(way.level is Level.ERROR)
    result = CliRunner().invoke(validate.main, ["--root", str(smallest)])
    assert isinstance(result.exception, SystemExit | None), result.exception
    assert (result.exit_code, "Traceback" in result.output) == (status, False)
    assert f"{way.file}:{way.line}:" in result.output
    assert contents(smallest) == before

    result = CliRunner().invoke(validate.main, ["--root", str(smallest), "--fix"])
    assert isinstance(result.exception, SystemExit | None), result.exception
    after = contents(smallest)
    if way.fix is None:
        assert (result.exit_code, after) == (status, before), result.output
    else:
        assert result.exit_code == 0
        for path, content in before.items():
            if not isinstance(content, str):
                (smallest / path).write_bytes(content)
        way.fix(smallest)
        assert after == contents(smallest)


def test_all_ways_at_once_end_without_a_traceback(smallest: Path, tmp_path: Path) -> None:
    """Every broken record beside the others, under a name of its own, in one run of the program."""
    names = []
    for number, way in enumerate(WAYS):
        if way.file in (LUNCH, MEETING, SURVEY, SERVICE, THEME):
            copied = Path(shutil.copytree(SMALLEST, tmp_path / f"network-{number}"))
            way.change(copied)
            name = f"{way.file.rpartition('/')[0]}/way-{number}.md"
            if (copied / way.file).is_file():
                (smallest / name).write_bytes((copied / way.file).read_bytes())
                names.append(name)
    done = subprocess.run(
        [sys.executable, ROOT / "scripts/validate.py", "--root", smallest], capture_output=True, check=False
    )
    output = done.stdout.decode()
    assert (done.returncode, done.stderr, "Traceback" in output) == (1, b"", False)
    assert [name for name in names if f"{name}:" not in output] == []
