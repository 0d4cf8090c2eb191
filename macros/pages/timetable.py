"""Times of an agenda that add up: from when to when each item is, what is cut where there is not room for all, and the break."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from macros.schema.types import clock

# What can wait is cut by so much at a time, and never to less than that; so much is kept for the end of a meeting.
STEP = 5
# A meeting that is longer has a break.
_LONGEST_WITHOUT_BREAK = 120
# What is left over is enough for a discussion from so many minutes on.
_DISCUSSION = 20
# A break is so near to the middle, or it divides the discussion if that is in the middle.
_NEAR = 15
_HOUR = 60
_DAY = 24 * _HOUR


class Extra(StrEnum):
    """What a meeting has beside the items of its agenda."""

    BREAK = "Break"
    DISCUSSION = "Discussion"
    END = "Any other business and close"


@dataclass(frozen=True)
class Slot:
    """The time of `what`, an item by its number or an extra: when it starts (nothing if that is not known), and for how long."""

    what: int | Extra
    starts: str
    minutes: int


@dataclass(frozen=True)
class Timetable:
    """The times of a meeting in their order. `over` is by how many minutes it is too long, and `ends` when it would end."""

    slots: Sequence[Slot]
    over: int
    ends: str


def timetable(
    usual: Sequence[int], can_wait: Sequence[bool], pause: int, starts: time | None, ends: time | None
) -> Timetable:
    """The times of items that usually take so many minutes, in their order.

    If they take longer than the meeting, those that can wait are cut: five minutes at a time from the longest of them, the
    first if several are, until it fits or each of them has five. What is left over is for discussion, or for the end of the
    meeting if it is little. A meeting of more than two hours has a break between those two items between which it is nearest
    to the middle.
    """
    begin, end = (_minute(one) if one is not None else None for one in (starts, ends))
    whole = end - begin if begin is not None and end is not None else None
    has_break = (sum(usual) + STEP if whole is None else whole) > _LONGEST_WITHOUT_BREAK
    rest = pause if has_break else 0
    minutes, spare = [*usual], 0
    if whole is not None:
        _cut(minutes, can_wait, whole - rest - STEP)
        spare = whole - rest - STEP - sum(minutes)
    parts: list[tuple[int | Extra, int]] = [*enumerate(minutes)]
    if spare >= _DISCUSSION:
        parts.append((Extra.DISCUSSION, spare))
    parts.append((Extra.END, STEP + spare if 0 < spare < _DISCUSSION else STEP))
    if rest:
        parts = _with_break(parts, rest)
    slots, now = [], begin
    for what, own in parts:
        slots.append(Slot(what, _shown(now), own))
        now = now + own if now is not None else None
    return Timetable(slots, max(-spare, 0), _shown(now))


def _cut(minutes: list[int], can_wait: Sequence[bool], room: int) -> None:
    waiting = [index for index, can in enumerate(can_wait) if can]
    while sum(minutes) > room:
        longest = max(waiting, key=lambda index: minutes[index], default=None)
        if longest is None or minutes[longest] <= STEP:
            return
        minutes[longest] = max(minutes[longest] - STEP, STEP)


def _with_break(parts: list[tuple[int | Extra, int]], pause: int) -> list[tuple[int | Extra, int]]:
    """The parts with a break between two of them. The end is not put off by one; a long discussion may be in two parts."""
    middle = sum(minutes for _, minutes in parts) / 2
    begins = [sum(minutes for _, minutes in parts[:index]) for index in range(len(parts))]
    at = min(range(1, len(parts) - 1), key=lambda index: abs(begins[index] - middle), default=0)
    last = len(parts) - 2
    if parts[last][0] is Extra.DISCUSSION and begins[last] < middle and abs(begins[at] - middle) > _NEAR:
        before = int((middle - begins[last]) // STEP) * STEP
        after = parts[last][1] - before
        divided = [(Extra.DISCUSSION, before), (Extra.BREAK, pause), (Extra.DISCUSSION, after)]
        return [*parts[:last], *divided, parts[-1]]
    if not at:
        # There is only one item, which is not interrupted.
        return [*parts[:-1], (Extra.END, parts[-1][1] + pause)]
    return [*parts[:at], (Extra.BREAK, pause), *parts[at:]]


def _minute(when: time) -> int:
    return when.hour * _HOUR + when.minute


def _shown(minute: int | None) -> str:
    return clock(*divmod(minute % _DAY, _HOUR)) if minute is not None else ""
