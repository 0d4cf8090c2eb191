"""Records of every kind, and mistakes that people make in them, each with the rule that has to find it and the line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

COMMON = """\
title: Made-up record {n}
summary: A record that is made up for a test, number {n} of two hundred of its sort.
added: 2026-01-10
"""
REVIEWS = """\
updates:
  - date: 2026-02-10
    note: Two more have joined.
reviews:
  - date: 2026-03-12
    outcome: still right
    by: Network chair
"""
SECTIONS = """
## What happens

We ate together.

## How to try it

Pick a day.

## What changed

People talk.
"""
TEXT = """
## What it is

It is made up.

### More of it

There is no more.
"""
BASES = {
    "initiative": f"""\
---
{COMMON}tags:
  - peer-support
stage: trying
services:
  - sample-brindle
started: 2025-09
minutes: 30
audience:
  - staff
cost: free
evidence:
  - sample-survey
contact: team@brindle.example.invalid
quotes:
  - text: I look forward to it.
    role: Trainee
  - text: It is the best half hour of my week.
    role: Senior practitioner
{REVIEWS}---
{SECTIONS}""",
    "evidence": f"""\
---
{COMMON}tags:
  - peer-support
kind: survey
citation:
  authors: Sample Author
  year: 2014
  title: A made-up survey
  where: A made-up journal
  doi: 10.1000/182
question: Does a made-up survey find anything?
findings: It found nothing, because it was never done.
sample_size: 201
strength: 1
strength_reason: It is made up.
checked: abstract
{REVIEWS}---
{TEXT}""",
    "meeting": f"""\
---
{COMMON}tags:
  - peer-support
date: 2025-12-11
stage: held
starts: 13:30
ends: 16:30
place: Online
standing_item:
  title: A made-up talk
  led_by: Network chair
  minutes: 40
attended:
  - sample-brindle
topics:
  - text: How do others protect time?
    service: sample-brindle
decisions:
  - We start with a question.
  - Rooms are booked early.
actions:
  - id: find-a-room-{{n}}
    text: Find a room for all of us.
    owner: sample-brindle
    due: 2026-12-30
---
{TEXT}""",
    "service": f"""\
---
{COMMON}area: north
contact: team@brindle.example.invalid
website: https://brindle.example.invalid/
champions:
  - name: Sample Champion A
    role: Senior practitioner
    contact: champions@brindle.example.invalid
    since: 2025-04
    consent_given: 2026-01-15
    consent_until: 2027-01-14
  - name: Sample Champion B
    role: Trainee
    contact: trainees@brindle.example.invalid
    since: 2025-05
    consent_given: 2026-01-16
    consent_until: 2027-01-15
{REVIEWS}---
{TEXT}""",
    "theme": f"""\
---
{COMMON}group: people
synonyms:
  - word {{n}}
  - other word {{n}}
{REVIEWS}---
{TEXT}""",
}


@dataclass(frozen=True)
class Mistake:
    """What stands `right` in a record and is `wrong` instead, and the `rule` that finds it in the line with `at` in it.

    Without `at` that is the line of the mistake, and with an empty one the first of the file. Nobody can tell that it is wrong if
    one of the lines in `given` cannot be read.
    """

    right: str
    wrong: str
    rule: str
    at: str | None = None
    given: tuple[str, ...] = ()

    @property
    def field(self) -> str:
        """The first word of the line: of two mistakes in one place, one would hide the other."""
        return self.right.strip().removeprefix("- ").partition(":")[0]


UNREADABLE, WRONG, UNKNOWN_FIELD = "front-matter-unreadable", "type-wrong", "field-unknown"
REFUSED, CUT_OFF, DATE, MISSING = "yaml-feature-refused", "value-cut-off", "date-invalid", "field-missing"
TITLE, SUMMARY, ADDED = COMMON.splitlines()
TAG = "  - peer-support"


def yaml_mistakes(line: str) -> Iterator[Mistake]:
    """What makes a line with a name and a value unreadable, wherever it stands."""
    before, value = line.split(": ", 1)
    for wrong in (
        f'{before}: "{value}',
        f"{before}: '{value}'s'",
        f"{before}: {value}: more",
        f"{before}: @{value}",
        f"{before}: [{value}",
        f'{before}: "Quiet" {value}',
    ):
        yield Mistake(line, wrong, UNREADABLE)
    yield Mistake(line, f"{before}: *{value}", REFUSED)
    yield Mistake(line, f"{before}: &a {value}", REFUSED)
    yield Mistake(line, f"{before}: !{value}", REFUSED)
    yield Mistake(line, f"{before}: #{value}", CUT_OFF)
    yield Mistake(line, f"{before}: {value}\x07", "character-forbidden")
    yield Mistake(line, f"{line}\n{line.replace('- ', '  ')}", "key-duplicated", at="second")


def mistakes_of_all(kind: str) -> Iterator[Mistake]:
    """Mistakes in what every kind of record has."""
    for line in (TITLE, SUMMARY, ADDED):
        yield from yaml_mistakes(line)
        yield Mistake(line, line.replace(": ", ":", 1), UNREADABLE)
        yield Mistake(line, line.replace(": ", " ", 1), UNREADABLE)
        yield Mistake(line, line.partition(":")[0] + ":", MISSING)
        yield Mistake(line, line.capitalize(), UNKNOWN_FIELD)
    # Below a field without a value it would be a part of that.
    for above, line in ((TITLE, SUMMARY), (SUMMARY, ADDED)):
        yield Mistake(line, f" {line}", UNREADABLE, given=(above.partition(":")[0],))
        yield Mistake(line, f"\t{line}", UNREADABLE)
    yield Mistake(TITLE, "title: ab", "text-length")
    yield Mistake(TITLE, f"{TITLE} <b>now</b>", "markup-unsafe")
    yield Mistake(TITLE, f"{TITLE} \u200bnow", "character-hidden")
    yield Mistake(SUMMARY, "summary: Too short.", "text-length")
    yield Mistake(SUMMARY, f"{SUMMARY}\nIt goes on here.", UNREADABLE, at="It goes on")
    yield Mistake(ADDED, "added: 29/1/2026", DATE)
    yield Mistake(ADDED, "added: soon", DATE)
    yield Mistake(ADDED, "added: 2026-02-30", DATE)
    yield Mistake(ADDED, "added: 2026-12-30", "date-in-future")
    yield Mistake(ADDED, "added: 2010-01-10", "date-before-network")
    yield Mistake(ADDED, f"{ADDED}\ncolour: red", UNKNOWN_FIELD, at="colour: red")
    text = "People talk." if kind == "initiative" else "There is no more."
    yield Mistake(text, f"{text} <b>So there.</b>", "markup-unsafe")
    yield Mistake(text, f"{text} [See](nowhere.md).", "link-broken")
    yield Mistake(text, f"{text} {{{{ now }}}}", "template-code")
    yield Mistake(text, f"{text}\n\n# So there\n\nYes.", "heading-in-body", at="# So there")
    yield Mistake(text, f"{text}\n\n##### So there\n\nYes.", "heading-level-skipped", at="##### So there")
    yield Mistake(text, f"{text} [](https://www.gov.uk/)", "link-without-text")
    if kind != "meeting":
        yield Mistake("  - date: 2026-02-10", "  - date: 10.2.2026", DATE)
        yield Mistake("    note: Two more have joined.", "    note: No", "text-length")
        yield from yaml_mistakes("    note: Two more have joined.")
        yield Mistake("    outcome: still right", "    outcome: dont know", "choice-unknown")
        yield Mistake("    outcome: still right", "    outcome: still rigth", "choice-unknown")
        yield from yaml_mistakes("    by: Network chair")
    if kind not in ("service", "theme"):
        yield Mistake(TAG, "  - peer-suport", "tag-unknown")
        yield Mistake(TAG, "  -peer-support", WRONG)
        yield Mistake(TAG, f"{TAG}\n  - @home", UNREADABLE, at="@home")
        yield Mistake(TAG, f"{TAG}\n  - peer-support", "reference-duplicated", at="second")


OF_KIND = {
    "initiative": [
        Mistake("stage: trying", "stage: tring", "choice-unknown"),
        Mistake("stage: trying", "stage: running", "choice-unknown"),
        Mistake("  - sample-brindle", "  - sample-bridle", "reference-broken"),
        Mistake("started: 2025-09", "started: autumn", DATE),
        Mistake("minutes: 30", "minutes: 1_5", WRONG),
        Mistake("minutes: 30", "minutes: 0", "number-out-of-range"),
        Mistake("  - staff", "  - nobody", "choice-unknown"),
        Mistake("cost: free", "cost: gratis", "choice-unknown"),
        Mistake(
            "cost: free", "cost: free\nwhy_stopped: It rained.", "field-not-allowed-here", "why_stopped", ("stage",)
        ),
        Mistake("  - sample-survey", "  - sample-lunch", "reference-broken"),
        Mistake("contact: team@", "contact: team at ", WRONG),
        Mistake("  - text: I look forward to it.", "  - text: Hm", "text-length"),
        Mistake("    role: Trainee", "    role: Trainee\n    who: me", UNKNOWN_FIELD, "who: me"),
        *yaml_mistakes("    role: Trainee"),
        *yaml_mistakes("  - text: It is the best half hour of my week."),
        Mistake("Pick a day.", "", "section-missing", "## How to try it"),
        Mistake("## What happens", "## What happen", "section-missing", "## What happen", ("stage",)),
    ],
    "evidence": [
        Mistake("kind: survey", "kind: surveys", "choice-unknown"),
        Mistake("  year: 2014", "  year: 1850", "number-out-of-range"),
        Mistake("  year: 2014", "  year: MMXIV", WRONG),
        Mistake("  doi: 10.1000/182", "  doi: https://doi.org/10.1000/182", WRONG),
        Mistake("  doi: 10.1000/182\n", "", "provenance-missing", "title: ", ("title",)),
        *yaml_mistakes("  authors: Sample Author"),
        Mistake("  where: A made-up journal", "  where:", MISSING),
        Mistake("sample_size: 201", "sample_size: about 200", WRONG),
        Mistake("strength: 1", "strength: 9", "number-out-of-range"),
        Mistake("checked: abstract", "checked: yes", "choice-unknown"),
        *yaml_mistakes("question: Does a made-up survey find anything?"),
    ],
    "meeting": [
        Mistake("date: 2025-12-11", "date: 11/12/25", DATE),
        Mistake("date: 2025-12-11", "date: 2027-12-11", "date-in-future", given=("stage",)),
        Mistake("stage: held", "stage: happened", "choice-unknown"),
        Mistake("starts: 13:30", "starts: 25:00", "time-invalid"),
        Mistake("ends: 16:30", "ends: 11:30", "date-out-of-order", given=("starts",)),
        Mistake("  title: A made-up talk", "  title: A", "text-length"),
        *yaml_mistakes("  led_by: Network chair"),
        Mistake("  minutes: 40", "  minutes: 40 min", WRONG),
        Mistake("attended:\n  - sample-brindle", "attended:\n  - sample-oak", "reference-broken", "sample-oak"),
        Mistake("    service: sample-brindle", "    service: sample-elm", "reference-broken"),
        Mistake("  - We start with a question.", "  - Agreed: we start: now", UNREADABLE),
        Mistake("  - Rooms are booked early.", "  - [Rooms] are booked", UNREADABLE),
        Mistake("    owner: sample-brindle", "    owner: sample-ash", "reference-broken"),
        Mistake("    due: 2026-12-30", "    due: next year", DATE),
        *yaml_mistakes("    text: Find a room for all of us."),
    ],
    "service": [
        Mistake("area: north", "area: east", "choice-unknown"),
        Mistake("contact: team@", "contact: team at ", WRONG),
        Mistake("website: https://brindle.example.invalid/", "website: brindle", WRONG),
        *yaml_mistakes("    role: Senior practitioner"),
        Mistake("    since: 2025-04", "    since: last year", DATE),
        Mistake("    consent_given: 2026-01-15\n", "", "consent-missing", "Champion A", ("name",)),
        Mistake("    consent_until: 2027-01-15", "    consent_until: 2031-01-15", "consent-too-long"),
        Mistake("    contact: trainees@", "    contact: trainees at ", WRONG),
    ],
    "theme": [
        Mistake("group: people", "group: others", "choice-unknown"),
        Mistake("  - word {n}", "  - x", "text-length"),
        Mistake("  - word {n}", "  - a: b: c", UNREADABLE),
        Mistake("  - other word {n}", "  - Word {n}", "synonym-taken", given=("word {n}",)),
        Mistake("  - other word {n}", "  -other", UNREADABLE),
    ],
}


def broken_record(kind: str, number: int, chance: Random) -> tuple[str, list[tuple[int, str]]]:
    """A record with two to nine mistakes, and the line and the rule of each."""
    text, known = BASES[kind], [*mistakes_of_all(kind), *OF_KIND[kind]]
    chosen: dict[str, Mistake] = {}
    wanted = chance.randint(2, 9)
    for mistake in chance.sample(known, len(known)):
        others = chosen.values()
        is_told = not any(one.field in mistake.given or mistake.field in one.given for one in others)
        if len(chosen) < wanted and mistake.field not in chosen and is_told:
            chosen[mistake.field] = mistake
    for mistake in chosen.values():
        assert text.count(mistake.right) == 1, mistake
        text = text.replace(mistake.right, mistake.wrong)
    lines = text.replace("{n}", str(number)).split("\n")
    found = [(_line(mistake, lines, str(number)), mistake.rule) for mistake in chosen.values()]
    return "\n".join(lines), sorted(found)


def _line(mistake: Mistake, lines: list[str], number: str) -> int:
    """The number of the line where a mistake is to be found."""
    sought = mistake.wrong.split("\n")[0] if mistake.at in (None, "second") else mistake.at or ""
    sought = sought.replace("{n}", number)
    at = [index for index, line in enumerate(lines, 1) if sought in line]
    return at[0] + 1 if mistake.at == "second" else at[0]
