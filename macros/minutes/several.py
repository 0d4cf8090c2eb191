"""Several meetings in one file: found by their days, because each has its own."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros.minutes.blocks import Block, Paragraph
from macros.minutes.dates import days_in
from macros.minutes.inline import labelled
from macros.minutes.messages import said
from macros.minutes.vocabulary import Section, is_of_another, plain, section
from macros.schema.types import in_words

_OF_ANOTHER = re.compile(
    r"\b(?:next|last|previous|prior|follow(?:ing|-up)|approval|approved?|approving|due|deadline|by|since|until|arising|future|upcoming|revised|updated|version|published|created|"
    r"amended|submitted|released?)\b",
    re.IGNORECASE,
)
_OF_A_MEETING = re.compile(
    r"\b(?:minutes?|meeting|mtg|notes|call|agenda|session|date|stand-?up|sync|sprint|week)\b", re.IGNORECASE
)
_MINUTES_OF = re.compile(r"\s*(?:meeting )?(?:minutes|notes)\b|\s*meeting\b", re.IGNORECASE)
# What a heading with a day has besides, if it is not called a meeting.
_MOST_BESIDE = 25
_LONGEST = 120
# Two days with less between them are of one meeting, such as that of its title and that of its first line.
_LEAST_BETWEEN = 4


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a file: whether it has the label of a day, is a heading, and says who was there under which name."""

    text: str
    is_date: bool = False
    is_heading: bool = False
    attendance: str = ""


def several(blocks: Sequence[Block]) -> str:
    """What tells that there are several meetings in a file, for a sentence; empty if there is one."""
    lines = [*_of_this_meeting(line for block in blocks for line in _lines(block))]
    days = _days(lines)
    if len(days) > 1:
        return ", ".join(days)
    times = Counter(_far_apart(lines))
    label, number = max(times.items(), key=lambda one: one[1], default=("", 0))
    return said("label-again", label=label, number=number) if number > 1 else ""


def _of_this_meeting(lines: Iterable[_Line]) -> Iterator[_Line]:
    """The lines, without those below a heading such as "Next meeting"."""
    is_other = False
    for line in lines:
        if line.is_heading or line.attendance:
            is_other = is_of_another(line.text)
        if not is_other:
            yield line


def _days(lines: Sequence[_Line]) -> list[str]:
    starts: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        day = _day(line)
        if not day:
            continue
        if not starts or (day not in (one for _, one in starts) and number - starts[-1][0] > _LEAST_BETWEEN):
            starts.append((number, day))
    return [day for _, day in starts]


def _far_apart(lines: Sequence[_Line]) -> Iterator[str]:
    """The label of each line that says who was there, without one close to the one before."""
    last = -_LEAST_BETWEEN - 1
    for number, line in enumerate(lines):
        if line.attendance and number - last > _LEAST_BETWEEN:
            yield line.attendance
        if line.attendance:
            last = number


def _lines(block: Block) -> list[_Line]:
    if isinstance(block, Paragraph):
        return [
            _line(text, is_heading=bool(block.heading) or block.is_marked)
            for text in block.text.split("\n")
            if text.strip()
        ]
    rows = [[cell.text for cell in row if cell.text and not cell.is_repeated] for row in block.rows]
    if all(len(texts) <= 1 for texts in rows):
        # A table for layout.
        return [line for row in block.rows for cell in row for inner in cell.blocks for line in _lines(inner)]
    return [_line(": ".join(texts), is_heading=False) for texts in rows if texts]


def _line(text: str, *, is_heading: bool) -> _Line:
    line = labelled(text)
    is_attendance = (line.section if line else section(text)) is Section.PRESENT
    name = plain(line.label if line else text) if is_attendance else ""
    return _Line(text, line is not None and line.section is Section.DATE, is_heading, name)


def _day(line: _Line) -> str:
    """The day of a meeting that a line gives, in words; empty if it gives none."""
    text = line.text
    if (
        len(text) > _LONGEST
        or _OF_ANOTHER.search(text)
        or not (line.is_date or line.is_heading or _MINUTES_OF.match(text))
    ):
        return ""
    days = days_in(text)
    if len(days) != 1:
        return ""
    beside = (text[: days[0].start] + text[days[0].end :]).strip()
    if days[0].day is None:
        # A heading that is a day without a year.
        is_day = line.is_heading and not beside.strip(" .,:-–")
        return text[days[0].start : days[0].end] if is_day or _MINUTES_OF.match(text) else ""
    is_of_meeting = line.is_date or len(beside) <= _MOST_BESIDE or _OF_A_MEETING.search(beside)
    return in_words(days[0].day) if is_of_meeting else ""
