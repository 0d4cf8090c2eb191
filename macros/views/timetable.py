"""Times of an agenda that add up: from when to when each item is, what is cut where there is not room for all, and the break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

# What can wait is cut by so much at a time, and never to less than that; so much is kept for the end of a meeting.
STEP = 5
# A meeting that is longer has a break.
_LONGEST_WITHOUT_BREAK = 120
_HOUR = 60
_DAY = 24 * _HOUR


@dataclass(frozen=True)
class Slot:
    """The time of an item: when it starts (nothing if the meeting does not say when it does), and how many minutes it has."""

    starts: str
    minutes: int


@dataclass(frozen=True)
class Timetable:
    """The time of every item and of the end of the meeting, which comes last. `pause` comes before the item at `pause_at`.

    `over` is by how many minutes it does not fit, and `ends` when it would end.
    """

    slots: Sequence[Slot]
    pause: Slot | None
    pause_at: int
    over: int
    ends: str


def timetable(
    usual: Sequence[int], can_wait: Sequence[bool], pause: int, starts: time | None, ends: time | None
) -> Timetable:
    """The times of items that usually take so many minutes, in their order, with the end of the meeting after them.

    If they take longer than the meeting, those that can wait are cut: five minutes at a time from the longest of them, the
    first if several are, until it fits or each of them has five. What is left over goes to the end of the meeting.
    """
    begin, end = (_minute(one) if one is not None else None for one in (starts, ends))
    whole = end - begin if begin is not None and end is not None else None
    minutes = [*usual, STEP]
    has_pause = (sum(minutes) if whole is None else whole) > _LONGEST_WITHOUT_BREAK
    rest = pause if has_pause and len(usual) > 1 else 0
    over = 0
    if whole is not None:
        _cut(minutes, can_wait, whole - rest)
        spare = whole - rest - sum(minutes)
        minutes[-1] += max(spare, 0)
        over = max(-spare, 0)
    pause_at = _nearest_to_middle(minutes, rest) if rest else len(minutes)
    slots, break_slot, now = [], None, begin
    for index, own in enumerate(minutes):
        if index == pause_at:
            break_slot = Slot(_shown(now), rest)
            now = now + rest if now is not None else None
        slots.append(Slot(_shown(now), own))
        now = now + own if now is not None else None
    return Timetable(slots, break_slot, pause_at, over, _shown(now))


def _cut(minutes: list[int], can_wait: Sequence[bool], room: int) -> None:
    waiting = [index for index, can in enumerate(can_wait) if can]
    while sum(minutes) > room:
        longest = max(waiting, key=lambda index: minutes[index], default=None)
        if longest is None or minutes[longest] <= STEP:
            return
        minutes[longest] = max(minutes[longest] - STEP, STEP)


def _nearest_to_middle(minutes: Sequence[int], pause: int) -> int:
    """The item before which the middle of the break is nearest to the middle of the meeting; the end is not put off by one."""
    middle = (sum(minutes) + pause) / 2
    return min(range(1, len(minutes) - 1), key=lambda index: abs(sum(minutes[:index]) + pause / 2 - middle))


def _minute(when: time) -> int:
    return when.hour * _HOUR + when.minute


def _shown(minute: int | None) -> str:
    return clock(*divmod(minute % _DAY, _HOUR)) if minute is not None else ""


def clock(hour: int, minute: int) -> str:
    """A time as the NHS content guide writes it: 5:30pm, 9am, midday.

    Source: https://service-manual.nhs.uk/content/numbers-measurements-dates-time
    """
    if (hour, minute) in ((12, 0), (0, 0)):
        return "midday" if hour else "midnight"
    shown = f"{(hour - 1) % 12 + 1}" + (f":{minute:02}" if minute else "")
    return shown + ("am" if hour < 12 else "pm")


def minutes_in_words(number: int) -> str:
    """How long something takes: "1 minute", "45 minutes"."""
    return f"{number} minute" if number == 1 else f"{number} minutes"
