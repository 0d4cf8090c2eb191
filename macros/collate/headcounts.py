"""Reads a sheet of counts: one row for each service and role, with who was in post, came, moved and left.

It is what a personnel department can send without saying anything of one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from macros.collate.any_sheet import read_sheet
from macros.collate.headings import PERSONAL
from macros.collate.places import places, quoted
from macros.collate.refusal import Note, Refusal
from macros.collate.sheet import Sheet, column_letters
from macros.kinds import Destination, Measure
from macros.kinds.question_set import as_compared
from macros.schema.durations import counted

SERVICE, ROLE, LEFT = "service", "role", Measure.LEFT.value
DESTINATIONS = [f"{LEFT}/{one.value}" for one in Destination]
# What each column is called: first in the sheet that we offer, then by others. Compared without hyphens and colons.
HEADINGS: dict[str, Sequence[str]] = {
    SERVICE: ("Service", "service name", "team"),
    ROLE: ("Role", "job role", "staff group", "job title"),
    "start": (
        "In post at the start",
        *("start", "headcount at start", "headcount at the start", "start headcount", "opening headcount"),
        *("staff in post at start", "in post at start"),
    ),
    "joined": ("Joined from outside the network", "joined", "joiners", "starters", "new starters"),
    "moved-in": ("Came from another service of the network", "moved in", "transfers in"),
    "moved-out": ("Went to another service of the network", "moved out", "transfers out"),
    LEFT: ("Left the network", "left", "leavers", "all leavers"),
    f"{LEFT}/left-nhs": (
        "Left: to another kind of employer",
        *("left out of the nhs", "out of the nhs", "left nhs", "left the nhs"),
    ),
    f"{LEFT}/another-service": ("Left: to a service outside the network", "another service", "left another service"),
    f"{LEFT}/training": ("Left: to train for another role", "training", "left training"),
    f"{LEFT}/other": ("Left: somewhere else", "other", "left other"),
    f"{LEFT}/not-known": ("Left: not known where to", "not known", "unknown", "left not known"),
    "end": (
        "In post at the end",
        *("end", "headcount at end", "headcount at the end", "end headcount", "closing headcount"),
        *("staff in post at end", "in post at end"),
    ),
}
# What people write instead of a service or a role in a row that adds the others up.
TOTALS = (
    "total",
    "totals",
    "grand total",
    "overall",
    "sum",
    "all",
    "all services",
    "all roles",
    "all staff",
    "everyone",
)
_COUNT = re.compile(r"(\d{1,6}|\d{1,3},\d{3})(?:\.0+)?")
_ZERO = ("", "-")


@dataclass(frozen=True)
class Choices:
    """What the coordinator has decided: the service that a whole file is from, and what becomes of unknown names."""

    service: str | None = None
    leaves_out_unknown: bool = False
    has_no_role_if_unknown: bool = False


@dataclass(frozen=True)
class Known:
    """The titles of the network's services and the names of its roles, by id."""

    services: Mapping[str, str]
    roles: Mapping[str, str]


@dataclass(frozen=True)
class Line:
    """The counts of one service and role, by the ids of their columns. The role is empty if there is none."""

    service: str
    role: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Headcounts:
    """What a sheet says, and what was done with it."""

    lines: Sequence[Line]
    notes: Sequence[Note]


@dataclass
class _Columns:
    """The columns of a sheet, by their ids."""

    at: dict[str, int] = field(default_factory=dict)
    personal: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    def choose(self, headings: Sequence[str]) -> Sequence[int]:
        """The positions of the columns to read. Raises `Refusal` if one is missing or there twice."""
        for position, heading in enumerate(headings):
            plain = _plain(heading)
            found = next((name for name, words in HEADINGS.items() if plain in map(_plain, words)), None)
            if found is None:
                if plain:
                    (self.personal if as_compared(heading) in PERSONAL else self.others).append(heading)
            elif found in self.at:
                first, second = column_letters(self.at[found]), column_letters(position)
                raise Refusal("column-twice", first=first, second=second, heading=HEADINGS[found][0])
            else:
                self.at[found] = position
        wanted = [one.value for one in Measure if one is not Measure.LEFT]
        missing = [HEADINGS[name][0] for name in wanted if name not in self.at]
        if LEFT not in self.at and not any(one in self.at for one in DESTINATIONS):
            missing.append(HEADINGS[LEFT][0])
        if missing:
            raise Refusal("missing-counts", columns="; ".join(missing))
        return [*self.at.values()]


def read_headcounts(content: bytes, known: Known, choices: Choices) -> Headcounts:
    """The counts in a file. Raises `Refusal`."""
    columns = _Columns()
    # Personnel departments add rows up with formulas. Whether the numbers add up is looked at below.
    sheet = read_sheet(content, columns.choose, formulas=True)
    rows = [_Row(sheet, index, columns) for index in range(len(sheet.rows))]
    filled = [row for row in rows if any(row.texts[name] for name in row.texts if name not in (SERVICE, ROLE))]
    totals = [row for row in filled if _plain(row.texts.get(SERVICE, "")) in TOTALS]
    rest = _of_services([row for row in filled if row not in totals], columns, known, choices)
    left_out = [row for row in filled if row not in rest and row not in totals]
    more_totals = _totals_of_services(rest)
    rest = [row for row in rest if row not in more_totals]
    if not rest:
        raise Refusal("no-counts")
    _find_roles(rest, columns, known, choices)
    lines = [Line(row.service, row.role, row.counts()) for row in rest]
    blank = sum(not text for row in rest for name, text in row.texts.items() if name not in (SERVICE, ROLE))
    notes = [Note("rows", {"rows": counted(len(rest), "row")})]
    if all_totals := [*totals, *more_totals]:
        notes.append(Note("totals", {"rows": _numbers(all_totals)}))
    if left_out:
        notes.append(Note("other-services", {"rows": _numbers(left_out)}))
    if without := [row for row in rest if not row.role]:
        notes.append(Note("without-role", {"rows": _numbers(without)}))
    if blank:
        notes.append(Note("blank-counts", {"cells": counted(blank, "cell")}))
    if not any(one in columns.at for one in DESTINATIONS):
        notes.append(Note("nowhere"))
    if columns.personal:
        notes.append(Note("dropped", {"columns": ", ".join(columns.personal)}))
    if columns.others:
        notes.append(Note("left-out", {"columns": "; ".join(one[:80] for one in columns.others)}))
    return Headcounts(lines, notes)


class _Row:
    """A row of a sheet: the text of each column by its id. Its service and role are found later."""

    def __init__(self, sheet: Sheet, index: int, columns: _Columns) -> None:
        place = {position: number for number, position in enumerate(sheet.columns)}
        self.texts = {name: sheet.rows[index][place[position]] for name, position in columns.at.items()}
        self.number = sheet.numbers[index]
        self.columns = columns
        self.service = self.role = ""

    def counts(self) -> Mapping[str, int]:
        """The numbers, also of all who left. Raises `Refusal` for what is no number of people."""
        found = {name: self._count(name) for name in self.texts if name not in (SERVICE, ROLE)}
        where = [name for name in DESTINATIONS if name in found]
        gone = sum(found[name] for name in where)
        if where and LEFT in found and found[LEFT] != gone:
            raise Refusal("left-differs", row=self.number, left=found[LEFT], sum=gone)
        if not where:
            return {**found, f"{LEFT}/{Destination.NOT_KNOWN.value}": found[LEFT]}
        return {**found, LEFT: gone}

    def _count(self, name: str) -> int:
        text = as_compared(self.texts[name])
        if text in _ZERO:
            return 0
        match = _COUNT.fullmatch(text)
        if match is None:
            raise Refusal("not-a-count", cell=f"{column_letters(self.columns.at[name])}{self.number}")
        return int(match[1].replace(",", ""))


def _of_services(rows: Sequence[_Row], columns: _Columns, known: Known, choices: Choices) -> list[_Row]:
    """The rows of the network's services. Raises `Refusal` for a name that is none, unless such rows are left out."""
    if choices.service is None and SERVICE not in columns.at:
        raise Refusal("no-service-column")
    services = _by_name(known.services)
    unknown = []
    for row in rows:
        row.service = choices.service or services.get(_plain(row.texts[SERVICE]), "")
        if not row.service:
            unknown.append(row)
    if unknown and not choices.leaves_out_unknown:
        raise Refusal("unknown-service-row", where=_where(unknown, SERVICE))
    return [row for row in rows if row.service]


def _totals_of_services(rows: Sequence[_Row]) -> list[_Row]:
    """The rows that add up the other rows of their service."""
    totals = [row for row in rows if _plain(row.texts.get(ROLE, "")) in TOTALS]
    by_role = {row.service for row in rows if row not in totals}
    return [row for row in totals if row.service in by_role]


def _find_roles(rows: Sequence[_Row], columns: _Columns, known: Known, choices: Choices) -> None:
    """Give each row its role. Raises `Refusal` for a name that is none, unless such people are counted without one."""
    roles, alone = _by_name(known.roles), [row.service for row in rows]
    unknown = []
    for row in rows if ROLE in columns.at else ():
        text = _plain(row.texts[ROLE])
        row.role = roles.get(text, "")
        is_whole_service = alone.count(row.service) == 1 and (not text or text in TOTALS)
        if not row.role and not is_whole_service:
            unknown.append(row)
    if unknown and not choices.has_no_role_if_unknown:
        raise Refusal("unknown-role", where=_where(unknown, ROLE), known=", ".join(known.roles.values()))


def _where(rows: Sequence[_Row], name: str) -> str:
    return quoted([row.texts[name] for row in rows]) + places(rows[0].columns.at[name], [row.number for row in rows])


def _numbers(rows: Iterable[_Row]) -> str:
    return ", ".join(str(number) for number in sorted(row.number for row in rows))


def _by_name(titles: Mapping[str, str]) -> Mapping[str, str]:
    return {_plain(words): name for name, title in titles.items() for words in (name, title)}


def _plain(words: str) -> str:
    return " ".join(re.split(r"[ :_-]+", as_compared(words))).strip()
