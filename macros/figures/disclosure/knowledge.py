"""What a reader knows of each number before adding anything up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from macros.figures.disclosure.limits import Limits, Range
from macros.figures.disclosure.release import Release
from macros.figures.table import Entry, Group
from macros.kinds import Measure, SurveyRow
from macros.kinds.survey_round import ANSWERED

Known = Callable[[Entry], Range]


def knowledge(
    release: Release, limits: Limits, earlier: Iterable[Release] = (), most: Mapping[Group, int] | None = None
) -> Known:
    """What a reader knows of a number from its own cell, and from the cell of a number that cannot be smaller, or is the same.

    `most` is how many people of a group can have answered at all, where the group's own cell does not say it.
    """
    cells, carried, known_most = release.cells, carried_over(release, earlier, limits), most or {}
    is_survey = release.row is SurveyRow

    @cache
    def answering(group: Group) -> Range:
        answered = Entry(group, "", ANSWERED)
        return Range(0, known_most.get(group, limits.known(answered, cells.get(answered)).high))

    def known(entry: Entry) -> Range:
        own = limits.known(entry, cells.get(entry))
        if entry in carried:
            own &= carried[entry]
        # No one answers a question who does not answer at all.
        return own & answering(entry.group) if is_survey and entry.topic else own

    return known


def carried_over(release: Release, earlier: Iterable[Release], limits: Limits) -> dict[Entry, Range]:
    """What earlier workforce figures say of the people at the start of these: those at the end of the period before."""
    before = [one for one in earlier if one.row is not SurveyRow and one.is_followed_by(release)]
    ends = [(entry, cell) for one in before for entry, cell in one.cells.items() if entry.topic == Measure.END]
    return {Entry(end.group, Measure.START.value): limits.known(end, cell) for end, cell in ends}
