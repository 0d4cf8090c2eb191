"""What our attack works out of a published table, two programs work out that share nothing with it.

One is a linear programme, the other the tau-Argus engine of Statistics Netherlands, which statistical offices use. Both get the
sums of a table as equations that are written for them from what the numbers mean.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.figures.disclosure.attack import bounds
from macros.figures.disclosure.knowledge import knowledge
from macros.figures.disclosure.limits import Limits, Range
from macros.figures.disclosure.protect import protect
from macros.figures.disclosure.release import RawTable, Release
from macros.figures.table import Entry
from macros.schema.network import DisclosureSettings
from macros.schema.protected import HIDDEN, Cell, Hidden
from tests.support.adding_up import MANY, by_argus, by_linear_programme, parts_of
from tests.support.sampled_people import raw_tables

SETTINGS = DisclosureSettings()


@pytest.mark.parametrize("batch", range(10))
def test_two_other_programs_work_out_the_same(batch: int, tmp_path: Path) -> None:
    compared = 0
    for number, raw in enumerate(raw_tables(batch)):
        protected = protect(raw, SETTINGS).release
        # Half of them as they are before anything is hidden that would give a small number away, when more can be worked out.
        release = protected if number % 2 else small_hidden_and_rounded(raw, protected)
        limits = Limits(SETTINGS, raw.row)
        known, own = knowledge(release, limits), bounds(release, limits)
        for entries, sums in parts_of(release):
            hidden = [entry for entry in entries if isinstance(release.cells[entry], Hidden)]
            if not hidden or not sums:
                continue
            solved = by_linear_programme(entries, sums, known, hidden)
            argus = by_argus(entries, sums, known, raw.counts, tmp_path)
            for entry in hidden:
                mine = limited(own[entry])
                assert mine == limited(solved[entry]) == limited(argus[entry]), entry
                compared += 1
    assert compared > 100


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
