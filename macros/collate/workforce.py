"""Adds up the counts of a year, checks that they fit together, and protects them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from macros.collate.groups import group_in_words
from macros.collate.headcounts import LEFT, Line
from macros.collate.refusal import Refusal
from macros.figures.disclosure.limits import Limits
from macros.figures.disclosure.protect import protect
from macros.figures.disclosure.release import ProtectedTable, RawTable, Release
from macros.figures.table import EVERYONE, Entry, Group, Whose
from macros.kinds import Destination, Measure, Service, WorkforceRow
from macros.library.public import PublicLibrary
from macros.library.releases import PublishedTable, published_tables
from macros.schema.protected import Hidden
from macros.schema.types import in_words

# A role that one service has would be that service and role together.
_FEWEST_SERVICES = 2


@dataclass(frozen=True)
class Year:
    """Twelve months from a first day, and the services that are counted in them."""

    starts: date
    services: Sequence[str]

    @property
    def ends(self) -> date:
        """The last day."""
        return date(self.starts.year + 1, self.starts.month, 1) + timedelta(days=self.starts.day - 2)


def protected_figures(lines: Sequence[Line], year: Year, public: PublicLibrary) -> ProtectedTable:
    """What may be published of the counts of a year, given what was published before.

    Raises `Refusal` if the numbers do not add up, or do not fit those of the year before.
    """
    areas = {one.id: one.area for one in public.all_of(Service).values()}
    roles, counts = roles_to_show(lines), Counter[Entry]()
    for line in lines:
        for name, number in line.counts.items():
            topic, _, what = name.partition("/")
            for group in [EVERYONE] if what else _groups(line, areas, roles):
                counts[Entry(group, topic, what)] += number
    for group in {entry.group for entry in counts}:
        for measure in Measure:
            counts.setdefault(Entry(group, measure.value), 0)
    for destination in Destination:
        counts.setdefault(Entry(EVERYONE, LEFT, destination.value), 0)
    _check(counts, public)
    raw = RawTable(WorkforceRow, counts, areas, (year.starts, year.ends))
    return protect(raw, public.network.disclosure, _earlier(raw, year, public))


def roles_to_show(lines: Sequence[Line]) -> list[str]:
    """The roles that several services have."""
    services = Counter(role for role, _ in {(line.role, line.service) for line in lines if line.role})
    return sorted(role for role, number in services.items() if number >= _FEWEST_SERVICES)


def _groups(line: Line, areas: Mapping[str, str], roles: Sequence[str]) -> Iterator[Group]:
    yield EVERYONE
    yield Group(Whose.AREA, areas[line.service])
    yield Group(Whose.SERVICE, line.service)
    if line.role in roles:
        yield Group(Whose.ROLE, line.role)


def _check(counts: Mapping[Entry, int], public: PublicLibrary) -> None:
    """Raise `Refusal` unless all who were there or came are there at the end or went, and each move is counted twice."""
    for group in sorted({entry.group for entry in counts}):
        start, joined, came, went, left, end = (counts[Entry(group, one.value)] for one in Measure)
        if group.whose is Whose.SERVICE and start + joined + came - went - left != end:
            service = public.titles_by_id(Service.KIND)[group.name]
            sums = {"start": start, "came": joined + came, "went": went + left}
            raise Refusal("no-balance", service=service, **sums, makes=start + joined + came - went - left, end=end)
    came, went = (counts[Entry(EVERYONE, one.value)] for one in (Measure.MOVED_IN, Measure.MOVED_OUT))
    if came != went:
        raise Refusal("moves-differ", came=came, went=went)


def _earlier(raw: RawTable, year: Year, public: PublicLibrary) -> Sequence[Release]:
    """The years before this one. Raises `Refusal` if this one is not over, or another is of some of its days or ends with other people."""
    if year.ends > public.today:
        raise Refusal("still-to-come", ends=in_words(year.ends))
    years = [one for one in published_tables(public) if one.release.row is WorkforceRow]
    for one in years:
        if one.record.starts <= year.ends and year.starts <= one.record.ends:
            raise Refusal("year-exists", title=one.record.title)
    for one in years:
        if one.record.ends + timedelta(days=1) == year.starts:
            _check_start(raw, one, public)
    return [one.release for one in years if one.record.ends < year.starts]


def _check_start(raw: RawTable, before: PublishedTable, public: PublicLibrary) -> None:
    limits = Limits(public.network.disclosure, WorkforceRow)
    # Services first, whose lead can say what is wrong.
    for entry, cell in sorted(
        before.release.cells.items(), key=lambda one: (one[0].group.whose is not Whose.SERVICE, one[0])
    ):
        start = Entry(entry.group, Measure.START.value)
        if entry.topic != Measure.END or isinstance(cell, Hidden) or start not in raw.counts:
            continue
        known, number = limits.known(entry, cell), raw.counts[start]
        if not known.low <= number <= known.high:
            group = group_in_words(entry.group, public)
            raise Refusal("start-differs", group=group, number=number, title=before.record.title, before=cell)
