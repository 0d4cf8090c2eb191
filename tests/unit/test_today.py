"""What day it is depends on the network's time zone and, for a build that can be repeated, on SOURCE_DATE_EPOCH."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from macros.library.today import today
from tests.support.project import TODAY, TODAY_EPOCH


@pytest.mark.parametrize(
    ("epoch", "time_zone", "day"),
    [
        (TODAY_EPOCH, "Europe/London", TODAY),
        ("1782859500", "Europe/London", date(2026, 6, 30)),
        ("1782860400", "Europe/London", date(2026, 7, 1)),
        ("1782860400", "UTC", date(2026, 6, 30)),
    ],
)
def test_the_day_changes_at_midnight_where_the_network_is(
    epoch: str, time_zone: str, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today(time_zone) == day


def test_without_an_epoch_it_is_the_day_on_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    zone = ZoneInfo("Europe/London")
    before = datetime.now(zone).date()
    assert before <= today("Europe/London") <= datetime.now(zone).date()


@pytest.mark.parametrize("epoch", ["9" * 30, "253402300799", "253370764800"])
def test_a_day_at_the_end_of_all_calendars_is_refused_in_a_sentence(
    epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(SystemExit, match=f"SOURCE_DATE_EPOCH is too large: {epoch}."):
        today("Asia/Tokyo")
