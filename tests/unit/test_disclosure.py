"""What is published of a table is true, and a number that is not has the reason that is stated.

That no hidden number can be narrowed is in tests/cli/test_attack.py.
"""

from __future__ import annotations

from random import Random

import pytest

from macros.figures.disclosure.attack import attack
from macros.figures.disclosure.limits import Limits
from macros.figures.disclosure.protect import protect
from macros.figures.disclosure.release import RawTable, Reason, Release
from macros.figures.disclosure.unprotected import unprotected
from macros.figures.table import Entry
from macros.kinds import SurveyRow
from macros.schema.network import DisclosureSettings
from macros.schema.protected import Hidden
from tests.support.cases import for_each
from tests.support.sampled_people import raw_survey, raw_workforce, survey_counts, workforce_counts

SETTINGS = DisclosureSettings()


@pytest.mark.thorough
@for_each("number", range(40))
def test_every_published_number_is_counted_again_person_by_person(number: int) -> None:
    chance = Random(f"again {number}")
    if number % 4:
        raw, respondents = raw_survey(chance)
        counts = survey_counts(respondents, raw.areas, by_role=any(entry.group.whose == "role" for entry in raw.counts))
    else:
        raw, careers = raw_workforce(chance)
        counts = workforce_counts(careers, raw.areas, by_role=any(entry.group.whose == "role" for entry in raw.counts))
    table = protect(raw, SETTINGS)
    assert counts.keys() <= table.cells.keys()
    for entry, cell in table.cells.items():
        true = counts[entry]
        if isinstance(cell, int):
            assert cell % 5 == 0
            assert abs(cell - true) <= 2
            assert entry not in table.reasons
        else:
            assert reason_holds(table.reasons[entry], entry, true, raw, table.release), (entry, table.reasons[entry])


def reason_holds(reason: Reason, entry: Entry, true: int, raw: RawTable, release: Release) -> bool:
    """Whether a number is hidden for the reason that the report states."""
    group = [one for one in release.cells if one.group == entry.group]
    if reason is Reason.SMALL_COUNT:
        return true < 8
    if reason is Reason.SMALL_GROUP:
        wholes = {"asked", "answered"} if raw.row is SurveyRow else {"start", "end"}
        return any(raw.counts.get(one, 0) < 11 for one in group if {one.topic, one.what} & wholes)
    beside = [one for one in group if one.topic == entry.topic and one.what not in ("", "answered")]
    if reason is Reason.HARDLY_ANY_SHOWN:
        return all(isinstance(release.cells[one], Hidden) for one in beside)
    limits = Limits(SETTINGS, raw.row)
    seen = Release(raw.row, {**release.cells, entry: 5 * round(true / 5)}, raw.areas)
    return any(attack(seen, limits)) or any(unprotected(seen, limits))
