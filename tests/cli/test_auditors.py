"""What our attack works out of a published table, two programs work out that share nothing with it.

One is a linear programme, the other the tau-Argus engine of Statistics Netherlands, which statistical offices use. Both get the
sums of a table as equations that are written for them from what the numbers mean.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.figures.disclosure.attack import bounds, most_who_answered
from macros.figures.disclosure.knowledge import knowledge
from macros.figures.disclosure.limits import Limits, Range
from macros.figures.disclosure.protect import protect
from macros.figures.disclosure.release import RawTable, Release
from macros.figures.table import Entry
from macros.kinds import SurveyRow
from macros.schema.network import DisclosureSettings
from macros.schema.protected import HIDDEN, Cell, Hidden
from tests.support.adding_up import MANY, across_questions, by_argus, by_linear_programme, equations, parts_of, silent
from tests.support.sampled_people import raw_tables

SETTINGS = DisclosureSettings()
# Of fifty tables each. Outside CI there are ten, which takes minutes.
BATCHES = int(os.environ.get("AUDITED_BATCHES", "2"))


@pytest.mark.parametrize("batch", range(BATCHES))
def test_two_other_programs_work_out_the_same(batch: int, tmp_path: Path) -> None:
    compared = 0
    for number, raw in enumerate(raw_tables(batch)):
        protected = protect(raw, SETTINGS).release
        # Half of them as they are before anything is hidden that would give a small number away, when more can be worked out.
        release = protected if number % 2 else small_hidden_and_rounded(raw, protected)
        limits = Limits(SETTINGS, raw.row)
        known = knowledge(release, limits, (), most_who_answered(release, limits))
        own, counts = bounds(release, limits), with_silent(raw)
        for entries, sums in parts_of(release):
            hidden = [entry for entry in entries if isinstance(release.cells.get(entry), Hidden)]
            if not hidden or not sums:
                continue
            solved = by_linear_programme(entries, sums, known, hidden)
            argus = by_argus(entries, sums, known, counts, tmp_path)
            for entry in hidden:
                mine = limited(own[entry])
                assert mine == limited(solved[entry]) == limited(argus[entry]), entry
                compared += 1
    assert compared > 100


@pytest.mark.parametrize("batch", range(4))
def test_all_questions_together_tell_no_more(batch: int) -> None:
    """The attack looks at one question after the other, with how many answered at all. Here one programme has the whole table."""
    surveys = [raw for raw in raw_tables(batch) if raw.row is SurveyRow and len(raw.areas) < 4][:8]
    for raw in surveys:
        release, limits = protect(raw, SETTINGS).release, Limits(SETTINGS, raw.row)
        sums = [*equations(release), *across_questions(release)]
        entries = sorted({entry for one in sums for entry in one})
        hidden = [entry for entry in entries if isinstance(release.cells.get(entry), Hidden)]
        if hidden:
            found = by_linear_programme(entries, sums, knowledge(release, limits), hidden)
            assert [entry for entry in hidden if not found[entry].covers(limits.stated(entry))] == []


def with_silent(raw: RawTable) -> Mapping[Entry, int]:
    """The true numbers, also of those who did not answer."""
    groups = {entry.group for entry in raw.counts}
    asked = {group: raw.counts.get(Entry(group, "", "asked"), 0) for group in groups}
    return {
        **raw.counts,
        **{silent(group): asked[group] - raw.counts.get(Entry(group, "", "answered"), 0) for group in groups},
    }


def limited(found: Range) -> Range:
    """A range that is the same for programs that know no numbers without a limit."""
    return Range(found.low, found.high if found.high < MANY // 2 else MANY)


def small_hidden_and_rounded(raw: RawTable, protected: Release) -> Release:
    limits = Limits(SETTINGS, raw.row)
    cells: dict[Entry, Cell] = {
        entry: HIDDEN if raw.counts.get(entry, 0) < limits.least(entry) else 5 * round(raw.counts[entry] / 5)
        for entry in protected.cells
    }
    return Release(raw.row, cells, raw.areas)
