"""The times in which a network that meets regularly has neither held nor planned a meeting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from macros.kinds import Meeting
from macros.kinds.meeting import meeting_order
from macros.library.today import last_day_to_plan
from macros.schema.durations import counted, month_number
from macros.schema.network import Network
from macros.schema.types import in_words, sort_key


@dataclass(frozen=True)
class MeetingMissing:
    """That no meeting is on record after `last`, or none between it and the planned meeting `following`."""

    last: Meeting
    following: Meeting | None
    every: int

    @property
    def in_words(self) -> str:
        """What is missing, and what to do."""
        how_often = "every month" if self.every == 1 else f"every {counted(self.every, 'month')}"
        since = in_words(self.last.date)
        if self.following:
            between = f"between {since} and {in_words(self.following.date)}"
            return f"The network meets {how_often}, and no meeting is planned {between}. Add one if there is to be one."
        return (
            f"The network meets {how_often}, and there is no record of a meeting after {since}. Add the next one, and the minutes of "
            "any that are missing."
        )


def meetings_missing(meetings: Iterable[Meeting], network: Network, today: date) -> list[MeetingMissing]:
    """Where a meeting should be: after the latest one, once the month in which it was due is over, and before planned ones.

    A gap between meetings that were held is not asked about again and again: the page of the standing item shows it.
    """
    # A year that must be wrong has a rule of its own.
    latest = sort_key(last_day_to_plan(today))
    takes_place = [one for one in meetings if not one.is_called_off and sort_key(one.date) <= latest]
    in_order = sorted(takes_place, key=meeting_order)
    every = network.meets_every
    found = [
        MeetingMissing(last, following, every)
        for last, following in pairwise(in_order)
        if following.is_planned and month_number(following.date) - month_number(last.date) >= 2 * every
    ]
    if in_order and month_number(today) - month_number(in_order[-1].date) > every:
        found.append(MeetingMissing(in_order[-1], None, every))
    return found
