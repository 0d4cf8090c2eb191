"""Whatever stands in a repository, an issue or a report, the answer is in words: benchmarks/fuzz.py tries more of the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.fuzz import Fuzz
from tests.support.inventing import examples
from tests.support.project import TODAY_EPOCH

NUMBER = examples(500)
# Other cases every day. What fails is named by its number, with which benchmarks/fuzz.py tries it again.
FIRST = date.today().toordinal() * NUMBER


def test_nothing_that_anybody_writes_ends_in_a_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY_EPOCH)
    fuzz = Fuzz(tmp_path)
    found = ((number, fuzz.case(number)) for number in range(FIRST, FIRST + NUMBER))
    assert {number: wrong for number, wrong in found if wrong} == {}
