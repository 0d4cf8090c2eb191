"""The days on which people answered, from the ways in which programs and countries write dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from macros.collate.refusal import Refusal

_YEAR_FIRST = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
# Only where the day comes first are dates written with full stops.
_WITH_STOPS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)")
_WITH_STROKES = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})(?!\d)")
_THIS_CENTURY = 2000
# LimeSurvey writes this day for everyone if a survey is anonymous and keeps no times, as the one that we offer (outputs/limesurvey.py).
# Source: its save.php, and pull request 5071 of LimeSurvey/LimeSurvey.
_NOT_KEPT = date(1980, 1, 1)


def days_of(texts: Sequence[str], column: str, day_first: bool | None = None) -> list[date | None]:
    """The day that each text starts with, None for one that has none or only says that someone finished.

    Raises `Refusal` if the texts do not say whether the day or the month comes first, when `day_first` decides, or if they say both.
    """
    found = [_WITH_STROKES.match(text) for text in texts]
    pairs = [(int(match[1]), int(match[2])) for match in found if match]
    of_days, of_months = any(first > 12 for first, _ in pairs), any(second > 12 for _, second in pairs)
    if of_days and of_months:
        raise Refusal("days-and-months", column=column)
    if of_days or of_months:
        day_first = of_days
    elif day_first is None and any(first != second for first, second in pairs):
        raise Refusal("day-or-month", column=column)
    return [_day(text, day_first is not False) for text in texts]


def _day(text: str, day_first: bool) -> date | None:
    if match := _YEAR_FIRST.match(text):
        year, month, day = map(int, match.groups())
    elif match := _WITH_STOPS.match(text):
        day, month, year = map(int, match.groups())
    elif match := _WITH_STROKES.match(text):
        first, second, year = map(int, match.groups())
        day, month = (first, second) if day_first else (second, first)
    else:
        return None
    try:
        found = date(year if year >= 100 else _THIS_CENTURY + year, month, day)
    except ValueError:
        return None
    return None if found == _NOT_KEPT else found
