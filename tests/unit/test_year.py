"""A year of a network, with a moving clock: members add records as they would, and after every quarter the agenda, the actions,
the reviews, the agreements and the digest say what a secretary keeping careful paper notes would have written down.

The year is 2026. The clocks go forward on 29 March and back on 25 October.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from macros.kinds import Meeting
from macros.library.due import consents_ending, reviews_due
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.library.today import today
from macros.lint.diagnostics import Level
from macros.lint.engine import check_library
from macros.lint.report import one_line
from macros.outputs.file import SiteInfo
from macros.pages.actions import open_action_groups
from macros.pages.agenda import agenda
from macros.pages.digest import digest
from macros.pages.digest_scope import since_last_meeting
from macros.propose.next_meeting import draft_of, name_of, next_meeting_draft
from macros.schema.types import in_words
from macros.source.front_matter import HELP
from tests.support.building import EMPTY, lay_out_to_read

PLACE = SiteInfo("https://example.org/", "A network", "A year of it.", "en")

SERVICE = """\
---
title: {title}
summary: A service that exists in tests only, in a town that is on no map.
added: 2025-12-01
review_every: 24
area: north
contact: team@{name}.example.invalid
{more}---
"""
CHAMPION = """\
champions:
  - name: Sample Champion {name}
    role: Practitioner
    contact: champion@example.invalid
    since: {since}
    consent_given: {given}
    consent_until: {until}
"""
THEME = """\
---
title: Rest
summary: Everything that gives colleagues time to rest between two pieces of work.
added: 2025-12-01
review_every: 24
group: people
---
"""
TEA = """\
---
title: Tea at ten
summary: Everybody who is in the building drinks a cup of tea together at ten.
added: 2026-01-15
tags:
  - rest
review_every: 6
stage: trying
services:
  - acorn
started: 2026-01
contact: team@acorn.example.invalid
opens_meetings: true
---

## What happens

We drank tea.

## How to try it

Boil water.

## What changed

We do not know yet.
"""
SURVEY = """\
---
title: A survey of tea
summary: A survey that asked who drinks tea at work, and how often they do it.
added: 2026-08-01
kind: survey
citation:
  authors: Nobody
  year: 2025
  title: Tea at work
  where: A journal of tea
  url: https://example.invalid/tea
question: Who drinks tea at work?
findings: Most do.
strength: 2
strength_reason: A survey of one moment.
checked: abstract
---
"""
FIRST_MEETING = """\
---
title: Meeting, March 2026
summary: The first meeting of the year, at which members talk about tea and about rest.
added: 2026-01-20
tags:
  - rest
date: 2026-03-12
stage: planned
starts: 13:30
ends: 15:30
place: Online
standing_item:
  title: Near misses
  led_by: Acorn
opening:
  title: Tea first
  initiative: tea-at-ten
presentations:
  - title: What tea did for us
    service: acorn
    initiative: tea-at-ten
topics:
  - text: How do we protect breaks?
    service: birch
---
"""
LIST_ROOMS = """\
  - id: list-rooms
    text: List the rooms.
    owner: birch
    due: 2026-07-01
"""
FIND_ROOM = """\
  - id: find-room
    text: Find a room for tea.
    owner: birch
"""
PLAN_SURVEY = """\
  - id: plan-survey
    text: Plan a survey.
    owner: acorn
    due: 2026-09-01
"""
THREE_ACTIONS = f"""\
decisions:
  - We try tea together.
actions:
  - id: draw-poster
    text: Draw a poster.
    owner: acorn
    due: 2026-05-01
{LIST_ROOMS}{FIND_ROOM}topics:"""
PRESENTATION = """\
presentations:
  - title: Tea in numbers
    service: birch
    evidence: survey-of-tea
actions:"""
WALK = TEA.replace("Tea at ten", "Walk at one").replace("2026-01-15", "2026-10-20").replace("review_every: 6\n", "")
WALK = WALK.replace("  - acorn", "  - birch").replace("opens_meetings: true\n", "")
TEA_FILE, ACORN = "initiatives/tea-at-ten.md", "services/acorn.md"
MINUTES = "stage: held\nattended:\n  - acorn\n  - birch"


class Year:
    """A network's folder, to which members add records; `on` is what it shows on a day, once the checks have let it through."""

    def __init__(self, folder: Path) -> None:
        self.root = lay_out_to_read(folder, EMPTY)
        acorn = CHAMPION.format(name="A", since="2025-07", given="2025-07-01", until="2026-06-30")
        self.write("services/acorn.md", SERVICE.format(title="Acorn", name="acorn", more=acorn))
        self.write("services/birch.md", SERVICE.format(title="Birch", name="birch", more=""))
        self.write("themes/rest.md", THEME)
        self.write("initiatives/tea-at-ten.md", TEA)
        self.write("meetings/2026-03-meeting.md", FIRST_MEETING)
        with (self.root / "content/network.yml").open("a", encoding="utf-8") as network:
            network.write("openings:\n  - Name a tree\n")

    def write(self, path: str, text: str) -> None:
        (self.root / "content" / path).write_text(text, encoding="utf-8")

    def change(self, path: str, old: str, new: str) -> None:
        text = (self.root / "content" / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def errors(self, day: date) -> list[str]:
        findings = check_library(read_library(self.root), day)
        return [one_line(finding) for finding in findings if finding.level is Level.ERROR]

    def on(self, month: int, day: int) -> PublicLibrary:
        when = date(2026, month, day)
        assert self.errors(when) == []
        return PublicLibrary.of(read_library(self.root), when)

    def prepare_next(self, month: int, day: int, item: str) -> str:
        """What `new_record.py meeting --next` writes, with its blanks filled in. Gives the path."""
        when = date(2026, month, day)
        library = read_library(self.root)
        found = next_meeting_draft(library, when)
        path = f"meetings/{name_of(found, '')}.md"
        text = draft_of(found, "", library, when)
        text = "\n".join(line for line in text.split("\n") if not line.startswith(HELP))
        for blank, filled in {
            "summary:": "summary: The next meeting of the year, with what was left open at the last one.",
            "tags:\n  -": "tags:\n  - rest",
            "standing_item:\n  title:\n  led_by:": f"standing_item:\n  title: {item}\n  led_by: Birch",
        }.items():
            assert f"\n{blank}\n" in text, blank
            text = text.replace(f"\n{blank}\n", f"\n{filled}\n")
        self.write(path, re.sub(r"\n{2,}", "\n", text))
        return path


# What the secretary writes down.


def on_the_agenda(public: PublicLibrary) -> list[str]:
    """The agenda of the next meeting, a line for every item and for everything below one."""
    meeting = public.next_meeting
    assert meeting is not None
    return [*_agenda_lines(meeting, public)]


def _agenda_lines(meeting: Meeting, public: PublicLibrary) -> Iterator[str]:
    for item in agenda(meeting, public).items:
        yield f"{item.starts} {item.title}".strip()
        for group in item.lists:
            for line in group.lines:
                heading = f"{group.heading.text}: " if group.heading else ""
                told = [one.text for one in line.details] + (
                    [line.state.capitalize()] if line.state == "overdue" else []
                )
                yield f"- {heading}{line.item.text}" + (f" ({', '.join(told)})" if told else "")


def to_do(public: PublicLibrary) -> list[str]:
    """What is still to be done, by service."""
    return [
        f"{service.title}: {line.text} {line.state}" for service, lines in open_action_groups(public) for line in lines
    ]


def to_review(public: PublicLibrary) -> list[str]:
    return [f"{one.owner.name}: {one.record.title}, {in_words(one.due)}" for one in reviews_due(public, public.today)]


def to_ask(public: PublicLibrary) -> list[str]:
    """Who is asked whether they go on being named."""
    return [
        f"{one.service.title}: {one.champion.name}, before {in_words(one.ends)}"
        for one in consents_ending(public, public.today)
    ]


def named(public: PublicLibrary) -> list[str]:
    """The champions whose names can be read on the site."""
    return [one.name for service in public.records["service"].values() for one in service.champions]  # type: ignore[attr-defined]


def in_the_digest(public: PublicLibrary) -> dict[str, list[str]]:
    """What the newsletter of the day tells, by heading."""
    told = digest(public, since_last_meeting(public))
    return {
        section.title: [
            f"{line.title}: {', '.join(point.text for point in line.points)}" if line.points else line.title
            for line in section.lines
        ]
        for section in (*told.happened, *told.due)
    }


# The year.


@pytest.fixture
def year(tmp_path: Path) -> Year:
    return Year(tmp_path / "network")


@pytest.mark.thorough
def test_a_year(year: Year) -> None:
    # Before the first meeting there is little to say.
    now = year.on(3, 11)
    assert on_the_agenda(now) == [
        "1:30pm Tea first",
        "1:40pm Near misses",
        "2:10pm What tea did for us",
        "2:25pm Topics suggested and not discussed yet",
        "- How do we protect breaks? (Birch, For this meeting)",
        "2:35pm Discussion",
        "3:25pm Any other business and close",
    ]
    assert (to_do(now), to_review(now), to_ask(now), named(now)) == ([], [], [], ["Sample Champion A"])

    # First quarter. Three actions are agreed, the topic is left for later, and the next meeting is prepared.
    march = "meetings/2026-03-meeting.md"
    year.change(march, "stage: planned", MINUTES)
    year.change(march, "topics:", THREE_ACTIONS)
    june = year.prepare_next(3, 16, "Ladders")
    # The clocks have gone forward since, and one due date has passed.
    now = year.on(5, 3)
    assert on_the_agenda(now) == [
        "1:30pm Name a tree",
        "1:40pm Ladders",
        "2:10pm Open actions",
        "- Acorn: Draw a poster. (Due 1 May 2026, Overdue)",
        "- Birch: List the rooms. (Due 1 July 2026)",
        "- Birch: Find a room for tea.",
        "2:25pm Topics suggested and not discussed yet",
        "- How do we protect breaks? (Birch, Meeting, March 2026)",
        "2:35pm Reviews and agreements due",
        "- Safety champions to ask about staying listed: Acorn (One safety champion, before 30 June 2026)",
        "2:40pm Discussion",
        "3:25pm Any other business and close",
    ]
    assert to_do(now) == [
        "Acorn: Draw a poster. overdue",
        "Birch: List the rooms. open",
        "Birch: Find a room for tea. open",
    ]
    assert (to_review(now), to_ask(now)) == ([], ["Acorn: Sample Champion A, before 30 June 2026"])
    assert in_the_digest(now) == {
        "What was decided": ["Meeting, March 2026: We try tea together."],
        "Actions to do": ["Acorn: Draw a poster.", "Birch: List the rooms., Find a room for tea."],
        "Reviews due by 1 August 2026": ["Acorn: Tea at ten"],
        "Champions to ask": ["Acorn"],
    }

    # Second quarter. The secretary forgets one action, and the checks do not let the minutes through.
    year.change(june, "stage: planned", MINUTES)
    year.change(june, "due: 2026-05-01", "due: 2026-05-01\n    done: 2026-06-05")
    year.change(june, LIST_ROOMS, "")
    (forgotten,) = year.errors(date(2026, 6, 12))
    assert "[action-forgotten]" in forgotten
    assert "list-rooms" in forgotten
    year.change(
        june, FIND_ROOM, f"{LIST_ROOMS}{FIND_ROOM}    dropped: 2026-06-11\n    why: Nobody has one.\n{PLAN_SURVEY}"
    )
    # The topic was talked about, the other service has taken up tea, and the champion goes on being named.
    year.change(march, "    service: birch\n---", f"    service: birch\n    taken_up: {Path(june).stem}\n---")
    year.change(june, "  led_by: Birch", "  led_by: Birch\n  decisions:\n    - Ladders are looked at each spring.")
    year.change(TEA_FILE, "opens_meetings", "adopted_by:\n  - service: birch\n    since: 2026-06\nopens_meetings")
    year.change(ACORN, "given: 2025-07-01", "given: 2026-06-10")
    year.change(ACORN, "until: 2026-06-30", "until: 2027-06-09")
    september = year.prepare_next(6, 15, "Slips")
    now = year.on(7, 20)
    assert on_the_agenda(now) == [
        "1:30pm Tea at ten",
        "1:40pm Slips",
        "2:10pm Open actions",
        "- Birch: List the rooms. (Due 1 July 2026, Overdue)",
        "- Acorn: Plan a survey. (Due 1 September 2026)",
        "2:25pm Reviews and agreements due",
        "- To review: Tea at ten (Acorn, Was due 15 July 2026)",
        "2:30pm Discussion",
        "3:25pm Any other business and close",
    ]
    assert to_do(now) == ["Birch: List the rooms. overdue", "Acorn: Plan a survey. open"]
    assert (to_review(now), to_ask(now)) == (["Acorn: Tea at ten, 15 July 2026"], [])
    assert in_the_digest(now) == {
        "Who is trying what": ["Tea at ten: Birch"],
        "What was done": ["Birch: Find a room for tea.", "Acorn: Draw a poster."],
        "What was decided": ["Meeting, June 2026: Ladders are looked at each spring."],
        "Actions to do": ["Birch: List the rooms.", "Acorn: Plan a survey."],
        "Reviews due by 18 October 2026": ["Acorn: Tea at ten"],
    }

    # Third quarter. Evidence is added and will be presented; a review that only moves the date does not get through.
    year.write("evidence/survey-of-tea.md", SURVEY)
    year.change(september, "actions:", PRESENTATION)
    year.change(TEA_FILE, "review_every", "reviews:\n  - date: 2026-09-01\nreview_every")
    (unsaid,) = year.errors(date(2026, 9, 1))
    assert "[field-missing]" in unsaid
    year.change(
        TEA_FILE, "  - date: 2026-09-01\nreview_every", "  - date: 2026-09-01\n    outcome: changed\nreview_every"
    )
    (untold,) = year.errors(date(2026, 9, 1))
    assert "[review-untold]" in untold
    year.change(TEA_FILE, "tags:", "updates:\n  - date: 2026-09-01\n    note: There are biscuits now.\ntags:")
    now = year.on(9, 9)
    assert on_the_agenda(now) == [
        "1:30pm Tea at ten",
        "1:40pm Slips",
        "2:10pm Tea in numbers",
        "2:25pm Open actions",
        "- Birch: List the rooms. (Due 1 July 2026, Overdue)",
        "- Acorn: Plan a survey. (Due 1 September 2026, Overdue)",
        "2:40pm New since the last meeting",
        "- New pieces of evidence: A survey of tea",
        "2:45pm Discussion",
        "3:25pm Any other business and close",
    ]
    year.change(september, "stage: planned", MINUTES)
    year.change(september, "due: 2026-07-01", "due: 2026-07-01\n    done: 2026-09-08")
    year.change(september, "actions:", "topics:\n  - text: Who looks at the ladders?\n    service: acorn\nactions:")
    december = year.prepare_next(9, 14, "A year of it")
    # The digest that is sent after the meeting tells the quarter before it.
    assert in_the_digest(year.on(9, 14)) == {
        "New evidence": ["A survey of tea"],
        "What changed": ["Tea at ten"],
        "Who is trying what": ["Tea at ten: Birch"],
        "What was done": ["Birch: List the rooms., Find a room for tea.", "Acorn: Draw a poster."],
        "What was decided": ["Meeting, June 2026: Ladders are looked at each spring."],
        "Actions to do": ["Acorn: Plan a survey."],
    }
    # Birch names a champion, starts something, and the clocks go back.
    birch = CHAMPION.format(name="B", since="2026-10", given="2026-10-05", until="2026-12-31")
    year.change("services/birch.md", "area: north\n", f"area: north\n{birch}")
    year.write("initiatives/walk-at-one.md", WALK)
    now = year.on(10, 26)
    assert on_the_agenda(now) == [
        "1:30pm Name a tree",
        "1:40pm A year of it",
        "2:10pm Open actions",
        "- Acorn: Plan a survey. (Due 1 September 2026, Overdue)",
        "2:25pm Topics suggested and not discussed yet",
        "- Who looks at the ladders? (Acorn, Meeting, September 2026)",
        "2:35pm New since the last meeting",
        "- New initiatives: Walk at one",
        "2:40pm Reviews and agreements due",
        "- Safety champions to ask about staying listed: Birch (One safety champion, before 31 December 2026)",
        "2:45pm Discussion",
        "3:25pm Any other business and close",
    ]
    assert (to_do(now), to_review(now), to_ask(now)) == (["Acorn: Plan a survey. overdue"], [], [])
    assert in_the_digest(now) == {
        "New initiatives": ["Walk at one"],
        "What was done": ["Birch: List the rooms."],
        "Actions to do": ["Acorn: Plan a survey."],
    }
    assert named(now) == ["Sample Champion A", "Sample Champion B"]

    # Fourth quarter. One champion withdraws and is hidden on the day; the other is asked 60 days before the end.
    assert named(year.on(11, 1)) == ["Sample Champion A", "Sample Champion B"]
    year.change(ACORN, "until: 2027-06-09", "until: 2027-06-09\n    consent_withdrawn: 2026-11-02")
    now = year.on(11, 2)
    assert (named(now), to_ask(now)) == (["Sample Champion B"], ["Birch: Sample Champion B, before 31 December 2026"])
    year.change(december, "stage: planned", MINUTES)
    year.change(december, "due: 2026-09-01", "due: 2026-09-01\n    dropped: 2026-12-10\n    why: There is one already.")
    year.prepare_next(12, 14, "A new year")
    now = year.on(12, 31)
    assert on_the_agenda(now) == [
        "1:30pm Tea at ten",
        "1:40pm A new year",
        "2:10pm Topics suggested and not discussed yet",
        "- Who looks at the ladders? (Acorn, Meeting, September 2026)",
        "2:20pm Reviews and agreements due",
        "- To review: Tea at ten (Acorn, Due 1 March 2027)",
        "2:25pm Discussion",
        "3:25pm Any other business and close",
    ]
    assert (to_do(now), to_review(now), to_ask(now), named(now)) == ([], [], [], [])
    assert in_the_digest(now) == {
        "What was done": ["Acorn: Plan a survey."],
        "Reviews due by 31 March 2027": ["Acorn: Tea at ten"],
    }


# Around midnight when the clocks change: the day is the one in London.


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 28, 23, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 29, 0, 0, tzinfo=UTC), date(2026, 3, 29)),
        # From here on London is an hour ahead of Greenwich.
        (datetime(2026, 3, 29, 23, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 6, 30, 22, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 23, 0, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 10, 24, 23, 0, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 59, tzinfo=UTC), date(2026, 10, 25)),
    ],
)
def test_the_day_is_that_of_london(moment: datetime, day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    assert today("Europe/London") == day
