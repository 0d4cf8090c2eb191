"""Two days that are written as one are never read as another day."""

from datetime import date

import pytest

from macros.minutes.dates import days_in

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
        ("Figures for 2026/27", []),
    ],
)
def test_days_in_a_text(text: str, days: list[str]) -> None:
    assert [f"{one.day or ''}" for one in days_in(text, MEETING)] == days
