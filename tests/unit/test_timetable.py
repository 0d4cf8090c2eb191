"""Times of an agenda add up, whatever is on it."""

from __future__ import annotations

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from macros.pages.timetable import STEP, Extra, Timetable, timetable
from macros.schema.clock import clock
from tests.support.cases import for_each

NINE, NOON = time(9), time(12)


def what(table: Timetable) -> list[tuple[int | Extra, str, int]]:
    return [(slot.what, slot.starts, slot.minutes) for slot in table.slots]


def test_what_is_left_over_is_for_discussion() -> None:
    assert what(timetable([10, 30], [False, False], 10, NINE, time(10, 30))) == [
        (0, "9am", 10),
        (1, "9:10am", 30),
        (Extra.DISCUSSION, "9:40am", 45),
        (Extra.END, "10:25am", STEP),
    ]


def test_a_little_that_is_left_over_is_for_the_end() -> None:
    assert what(timetable([10, 30], [False, False], 10, NINE, NINE.replace(minute=59)))[-1] == (Extra.END, "9:40am", 19)


def test_the_longest_of_what_can_wait_gives_way_first() -> None:
    table = timetable([30, 15, 60], [False, True, True], 10, NINE, time(10, 30))
    assert [slot.minutes for slot in table.slots] == [30, 15, 40, STEP]
    table = timetable([30, 15, 60], [False, True, True], 10, NINE, NINE.replace(minute=50))
    assert [slot.minutes for slot in table.slots] == [30, 5, 10, STEP]
    assert table.over == 0


def test_says_by_how_much_it_is_too_long_and_when_it_would_end() -> None:
    table = timetable([30, 15, 60], [False, True, False], 10, NINE, time(10))
    assert [slot.minutes for slot in table.slots] == [30, 5, 60, STEP]
    assert (table.over, table.ends) == (40, "10:40am")


@for_each(("ends", "has_break"), [(time(11), False), (time(11, 1), True)])
def test_a_meeting_of_more_than_two_hours_has_a_break(ends: time, has_break: bool) -> None:
    slots = timetable([30, 30, 30], [False] * 3, 10, NINE, ends).slots
    assert (Extra.BREAK in [slot.what for slot in slots]) == has_break


def test_the_break_is_between_the_items_in_the_middle() -> None:
    slots = timetable([10, 60, 15, 80], [False] * 4, 10, NINE, NOON).slots
    assert [slot.what for slot in slots] == [0, 1, 2, Extra.BREAK, 3, Extra.END]


def test_the_break_may_divide_a_discussion_and_nothing_else() -> None:
    slots = timetable([10], [False], 10, NINE, NOON).slots
    assert [(slot.what, slot.starts) for slot in slots][1:4] == [
        (Extra.DISCUSSION, "9:10am"),
        (Extra.BREAK, "10:25am"),
        (Extra.DISCUSSION, "10:35am"),
    ]


def test_without_times_there_are_minutes_only() -> None:
    assert what(timetable([70, 60], [False, True], 10, None, NOON)) == [
        (0, "", 70),
        (Extra.BREAK, "", 10),
        (1, "", 60),
        (Extra.END, "", STEP),
    ]
    assert what(timetable([20], [True], 10, NINE, None)) == [(0, "9am", 20), (Extra.END, "9:20am", STEP)]


@given(
    st.lists(st.tuples(st.integers(1, 90), st.booleans()), max_size=8),
    st.integers(1, 30),
    st.integers(0, 12 * 60),
    st.integers(1, 11 * 60),
)
def test_the_times_add_up(items: list[tuple[int, bool]], pause: int, begin: int, whole: int) -> None:
    starts, ends = time(*divmod(begin, 60)), time(*divmod(begin + whole, 60))
    table = timetable([usual for usual, _ in items], [can for _, can in items], pause, starts, ends)
    assert sum(slot.minutes for slot in table.slots) == whole + table.over
    assert [slot.what for slot in table.slots if isinstance(slot.what, int)] == [*range(len(items))]
    now = begin
    for slot in table.slots:
        assert slot.starts == clock(*divmod(now % 1440, 60))
        assert slot.minutes > 0
        now += slot.minutes
    if table.over:
        assert all(slot.minutes <= STEP for slot in table.slots if isinstance(slot.what, int) and items[slot.what][1])
