"""Two days that are written as one are never read as another day."""

from datetime import date

import pytest

from macros.minutes.dates import days_in, has_months_first

MEETING = date(2026, 11, 2)
TENTH, THIRTIETH = "2026-12-10", "2026-11-30"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("10 December 2026 at 1.30pm", [TENTH]),
        ("10 December '26", [TENTH]),
        ("10 Dec 26", [TENTH]),
        ("10-12 December 2026", [""]),
        ("10\u201312 December 2026", [""]),
        ("10/12 December 2026", [""]),
        ("10-12 Dec", [""]),
        # The year of the first day is not 2012.
        ("10 December - 12 December 2026", [TENTH, ""]),
        ("30 November - 2 December 2026", [THIRTIETH, ""]),
        ("30 Nov. to 2 Dec. 2026", [THIRTIETH, ""]),
        ("Oct 8–10 window", [""]),
        ("Dec 10 - 12th", [""]),
        ("Dec 10 - 12pm", [TENTH]),
        ("Dec 10 - 12.30", [TENTH]),
        ("Minutes - meeting 1 - 10-12-2026", [TENTH]),
        ("Minutes 3 \u2013 10th December 2026", [TENTH]),
        ("Trees 3 \u2013 10 December 2026", [""]),
        ("Figures for 2026/27", []),
    ],
)
def test_days_in_a_text(text: str, days: list[str]) -> None:
    assert [f"{one.day or ''}" for one in days_in(text, MEETING)] == days


@pytest.mark.parametrize(
    ("file", "day"),
    [
        ("We met at 1.30pm on 3/11/26, until 11.15", "2026-11-03"),
        ("See sections 1.30 and 1/25: 3/25 of us, version 3.25.26", "2026-11-03"),
        ("It was 25/3/26", "2026-11-03"),
        ("It was 25 March 2026, not March 25 or May 2026", "2026-11-03"),
        # What is quoted in words may be another's.
        ("It was 25/3/26, or March 25, 2026", "2026-11-03"),
        ("It was 3/25/26", ""),
        ("It was 03/25/2026", ""),
        ("It was March 25, 2026", ""),
        # Who writes both ways is asked.
        ("It was 3/25/26, or 25/3/26", ""),
    ],
)
def test_a_day_in_figures_has_the_day_first_unless_the_file_is_american(file: str, day: str) -> None:
    months_first = has_months_first(file)
    for written in ("3/11/26", "03/11/2026", "3.11.26", "3-11-2026", "Tuesday 3/11/26", "3/11"):
        (one,) = days_in(written, MEETING, months_first=months_first)
        assert f"{one.day or ''}" == day, written
        assert ("may have the day or the month first" in one.wrong) == (not day)
    (only,) = days_in("25/11/26", MEETING, months_first=months_first)
    assert f"{only.day}" == "2026-11-25"
    (sure,) = days_in("2026-11-03", MEETING, months_first=months_first)
    assert f"{sure.day}" == "2026-11-03"
