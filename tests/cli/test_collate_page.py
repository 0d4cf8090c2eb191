"""The page that collates answers in a browser does what the command does."""

from __future__ import annotations

import base64
import random
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

from macros.collate.answers import Decisions, read_answers
from macros.collate.page_data import cells_data, entry_name, limits_data, questionnaire_data, release_data
from macros.collate.refusal import Refusal
from macros.figures.disclosure.protect import protect
from macros.figures.disclosure.release import RawTable, Reason, Release
from macros.figures.table import EVERYONE, Entry, Group, Whose
from macros.kinds import SurveyRow, WorkforceRow
from macros.schema.network import DisclosureSettings
from tests.support import exports
from tests.support.exports import ASKED
from tests.support.node import returned
from tests.support.project import ROOT
from tests.support.sampled_people import DESTINATIONS, Career, careers, services_of, workforce_counts

SETTINGS = DisclosureSettings()
ANSWERS = ("disagree", "neither", "agree")


DECISIONS = Decisions(date(2026, 9, 1), date(2026, 10, 31))


def called(*calls: Any) -> list[Any]:
    return returned([str(ROOT / "tests/support/collate.js")], calls)


def table(chance: random.Random) -> RawTable:
    """A survey of two questions in up to six services, some of them small."""
    areas = {f"service-{number}": chance.choice(["north", "south"]) for number in range(chance.randint(1, 6))}
    counts: Counter[Entry] = Counter()
    for service in [*areas, ""]:
        groups = [EVERYONE]
        if service:
            groups += [Group(Whose.AREA, areas[service]), Group(Whose.SERVICE, service)]
        size = chance.randint(0, chance.choice([8, 15, 40, 80])) if service else chance.choice([0, 0, 3])
        likely = [chance.random() + 0.05 for _ in ANSWERS]
        for group in groups:
            counts[Entry(group, "", "asked")] += size + 5
            for topic in ("breaks", "say"):
                for what in ("answered", *ANSWERS):
                    counts[Entry(group, topic, what)] += 0
            counts[Entry(group, "", "answered")] += 0
        for _ in range(size):
            given = {topic: chance.choices(ANSWERS, likely)[0] for topic in ("breaks", "say") if chance.random() > 0.05}
            for group in groups:
                counts[Entry(group, "", "answered")] += 1
                for topic, answer in given.items():
                    counts[Entry(group, topic, "answered")] += 1
                    counts[Entry(group, topic, answer)] += 1
    return RawTable(SurveyRow, counts, areas, (date(2026, 9, 1), date(2026, 9, 30)))


def one_more(raw: RawTable, chance: random.Random) -> RawTable:
    """The same answers and those of one person more."""
    service, answer = chance.choice([*raw.areas]), chance.choice(ANSWERS)
    counts = Counter(raw.counts)
    for group in (EVERYONE, Group(Whose.AREA, raw.areas[service]), Group(Whose.SERVICE, service)):
        for thing in (("", "answered"), ("breaks", "answered"), ("breaks", answer)):
            counts[Entry(group, *thing)] += 1
    return RawTable(SurveyRow, counts, raw.areas, (date(2026, 10, 1), date(2026, 10, 31)))


def two_years(chance: random.Random) -> list[RawTable]:
    """Workforce figures of two years, one after the other: those at the end of the first are at the start of the second."""
    areas = services_of(chance, chance.randint(1, 6))
    first = careers(chance, areas, chance.choice([15, 40, 90]))
    second = [Career("", one, "trainee") for one in areas for _ in range(chance.randint(0, 9))]
    for person in first:
        if person.end:
            end = chance.choice([person.end] * 8 + [*areas, ""])
            second.append(Career(person.end, end, person.role, "" if end else chance.choice(DESTINATIONS)))
    by_role = chance.random() < 0.7
    periods = [(date(year, 4, 1), date(year + 1, 3, 31)) for year in (2024, 2025)]
    return [
        RawTable(WorkforceRow, workforce_counts(people, areas, by_role=by_role), areas, period)
        for people, period in zip((first, second), periods, strict=True)
    ]


def test_a_table_is_protected_as_python_does_it() -> None:
    chance = random.Random(151)
    calls, expected = [], []
    pairs = [[raw, one_more(raw, chance)] for raw in (table(chance) for _ in range(60))]
    pairs += [two_years(chance) for _ in range(60)]
    for pair in pairs:
        earlier: list[Release] = []
        for now in pair:
            made = protect(now, SETTINGS, earlier)
            counts = [[entry_name(entry), now.counts.get(entry, 0)] for entry in sorted(made.cells)]
            before = [release_data(release) for release in earlier]
            period = [one.isoformat() for one in now.period or ()]
            limits = limits_data(SETTINGS) | {"row": "survey" if now.row is SurveyRow else "workforce"}
            calls.append(["protected", counts, dict(now.areas), limits, period, before])
            expected.append(made)
            earlier = [made.release]
    for found, made in zip(called(*calls), expected, strict=True):
        assert found["cells"] == cells_data(made.cells)
        assert {one: Reason[reason] for one, reason in found["reasons"]} == {
            entry_name(entry): reason for entry, reason in made.reasons.items()
        }
    hidden = Counter(reason for made in expected for reason in made.reasons.values())
    assert set(hidden) == set(Reason)


def decisions_in_javascript(decisions: Decisions) -> dict[str, Any]:
    return {
        "opened": decisions.opened.isoformat(),
        "closed": decisions.closed.isoformat(),
        "service": decisions.service,
        "same": dict(decisions.same),
        "leftOut": list(decisions.left_out),
        "blankIfUnknown": list(decisions.blank_if_unknown),
        "dayFirst": decisions.day_first,
    }


def said_in_python(content: bytes, decisions: Decisions) -> dict[str, Any]:
    try:
        found = read_answers(content, ASKED, decisions)
    except Refusal as refusal:
        return {"refusal": refusal.code, "words": str(refusal)}
    people = [{"service": one.service, "answers": dict(one.answers)} for one in found.people]
    return {"people": people, "notes": [str(one) for one in found.notes]}


HEADING = "I have a big say in how I do my work"
REWORDED = exports.microsoft_forms(questions=[exports.WHERE, exports.BREAKS, HEADING])
UNKNOWN = exports.microsoft_forms([("Sample service Tansy", "Agree;Disagree;", "Perhaps"), exports.PEOPLE[2]])
SHARED = exports.table(
    [
        exports.QUESTIONS,
        *[
            [*exports.PEOPLE[0][:2], one]
            for one in ("Tend to", "Tend to", "4", "Jo", "é" * 60, "é" * 60, "\U0001f600" * 61)
        ],
    ]
)
BOTH_WAYS = exports.google_forms(["09/10/2026 08:00:12", "10/10/2026 08:00:12", "10/09/2026 08:00:12"])
LATER = exports.table(
    [
        [*exports.LIMESURVEY, *exports.QUESTIONS, "Name2", "Anything else?"],
        [*exports.LATER, *exports.PEOPLE[0], "Jo", "No"],
    ]
)
ODD = exports.table([["\ufeffTimestamp", exports.BREAKS.upper()], ["31/02/2026", "AGREE"], ["", "\u200b agree."]], "\t")
DECIDED = [
    (REWORDED, replace(DECISIONS, same={HEADING: "say"})),
    (REWORDED, replace(DECISIONS, left_out=[HEADING])),
    (REWORDED, DECISIONS),
    (UNKNOWN, DECISIONS),
    (UNKNOWN, replace(DECISIONS, blank_if_unknown=["service"])),
    (UNKNOWN, replace(DECISIONS, blank_if_unknown=["breaks", "say"])),
    (UNKNOWN, replace(DECISIONS, blank_if_unknown=["service", "breaks"])),
    (UNKNOWN, replace(DECISIONS, blank_if_unknown=["service", "breaks", "say"])),
    (SHARED, DECISIONS),
    (BOTH_WAYS, DECISIONS),
    (BOTH_WAYS, replace(DECISIONS, day_first=True)),
    (BOTH_WAYS, replace(DECISIONS, day_first=False)),
    (BOTH_WAYS, replace(DECISIONS, closed=date(2026, 9, 30), day_first=True)),
    (exports.microsoft_forms(), replace(DECISIONS, opened=date(2026, 10, 1))),
    (LATER, DECISIONS),
    (ODD, DECISIONS),
    (ODD, replace(DECISIONS, service="sorrel")),
    (exports.microsoft_forms([("Sample service Brindle", "Agree")]), DECISIONS),
]


def test_every_file_is_read_as_python_reads_it() -> None:
    files = [
        *((content, DECISIONS) for content in exports.SHAPES.values()),
        *((content, DECISIONS) for content, _ in exports.REFUSED.values()),
        *DECIDED,
    ]
    asked = questionnaire_data(ASKED)
    calls = [
        ["read", base64.b64encode(content).decode(), asked, decisions_in_javascript(decisions)]
        for content, decisions in files
    ]
    for found, (content, decisions) in zip(called(*calls), files, strict=True):
        assert found == said_in_python(content, decisions)


def test_a_damaged_file_is_read_or_refused() -> None:
    asked, decisions = questionnaire_data(ASKED), decisions_in_javascript(DECISIONS)
    calls = [["read", base64.b64encode(content).decode(), asked, decisions] for content in exports.damaged(300)]
    found = called(*calls)
    assert 100 < sum("refusal" in one for one in found) < 300
