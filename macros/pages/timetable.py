"""The times of an agenda: when each item starts, what is shortened to fit, and when the break is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from macros.schema.clock import clock

# Items that can wait are shortened by this much at a time, and never to less. The end of a meeting gets as much.
STEP = 5
# Longer meetings have a break.
_LONGEST_WITHOUT_BREAK = 120
# With this much time left over, there is a discussion.
_DISCUSSION = 20
# The break divides a discussion in the middle of the meeting if no gap between items is this near the middle.
_NEAR = 15
_HOUR = 60
_DAY = 24 * _HOUR


class Extra(StrEnum):
    """The parts of a meeting that are not on its agenda."""

    BREAK = "Break"
    DISCUSSION = "Discussion"
    END = "Any other business and close"


@dataclass(frozen=True)
class Slot:
    """The time of `what`, the index of an item or an extra. `starts` is empty if it is not known."""

    what: int | Extra
    starts: str
    minutes: int


@dataclass(frozen=True)
class Timetable:
    """The times of a meeting in order. `over` is how many minutes it is too long, and `ends` when it would end."""

    slots: Sequence[Slot]
    over: int
    ends: str


def timetable(
    usual: Sequence[int], can_wait: Sequence[bool], pause: int, starts: time | None, ends: time | None
) -> Timetable:
    """The times of items that take `usual` minutes each, in order.

    If they do not fit, those that can wait are shortened: five minutes at a time from the longest (the first, if several
    are), until everything fits or each has five. Time left over goes to discussion or, if there is little, to the end of
    the meeting. A meeting of over two hours has a break, between the two items where it is nearest the middle.
    """
    begin, end = (_minute(one) if one is not None else None for one in (starts, ends))
    length = end - begin if begin is not None and end is not None else None
    has_break = (sum(usual) + STEP if length is None else length) > _LONGEST_WITHOUT_BREAK
    break_minutes = pause if has_break else 0
    minutes, spare = [*usual], 0
    if length is not None:
        _cut(minutes, can_wait, length - break_minutes - STEP)
        spare = length - break_minutes - STEP - sum(minutes)
    parts: list[tuple[int | Extra, int]] = [*enumerate(minutes)]
    if spare >= _DISCUSSION:
        parts.append((Extra.DISCUSSION, spare))
    parts.append((Extra.END, STEP + spare if 0 < spare < _DISCUSSION else STEP))
    if break_minutes:
        parts = _with_break(parts, break_minutes)
    slots, now = [], begin
    for what, duration in parts:
        slots.append(Slot(what, _shown(now), duration))
        now = now + duration if now is not None else None
    return Timetable(slots, max(-spare, 0), _shown(now))


def _cut(minutes: list[int], can_wait: Sequence[bool], room: int) -> None:
    waiting = [index for index, can in enumerate(can_wait) if can]
    while sum(minutes) > room:
        longest = max(waiting, key=lambda index: minutes[index], default=None)
        if longest is None or minutes[longest] <= STEP:
            return
        minutes[longest] = max(minutes[longest] - STEP, STEP)


def _with_break(parts: list[tuple[int | Extra, int]], pause: int) -> list[tuple[int | Extra, int]]:
    """The parts with a break between two of them, but not before the end. It may divide a long discussion."""
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
        # Do not interrupt a single item.
        return [*parts[:-1], (Extra.END, parts[-1][1] + pause)]
    return [*parts[:at], (Extra.BREAK, pause), *parts[at:]]


def _minute(when: time) -> int:
    return when.hour * _HOUR + when.minute


def _shown(minute: int | None) -> str:
    return clock(*divmod(minute % _DAY, _HOUR)) if minute is not None else ""
