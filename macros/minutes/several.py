"""Several meetings in one file: found by their days, because each has its own."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from macros.minutes.blocks import Block, Paragraph
from macros.minutes.dates import DAY, WITHOUT_YEAR, days_in, is_either
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
_MINUTES_OF = re.compile(
    r"\s*(?:meeting )?(?:minutes|notes)\b|\s*(?:\d{1,2}(?:st|nd|rd|th) (?:\w+ ){0,2})?meeting\b", re.IGNORECASE
)
_NUMBERED = re.compile(r"\s*(?:meeting|minutes)\W{0,3}(?:no\b\W*)?\d{1,2}\b", re.IGNORECASE)
# What a heading with a day has besides, if it is not called a meeting.
_MOST_BESIDE = 25
_LONGEST = 120
# Two days with less between them are of one meeting, such as that of its title and that of its first line.
_LEAST_BETWEEN = 4
# As many lines that are no more than a day are a log of meetings. One or two may be the day of the next.
_LEAST_ALONE = 3
_AROUND = " .,:-–"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a file: whether it has the label of a day, is a heading, and says who was there under which name."""

    text: str
    is_date: bool = False
    is_heading: bool = False
    attendance: str = ""


def several(blocks: Sequence[Block], *, months_first: bool = False) -> str:
    """What tells that there are several meetings in a file, for a sentence; empty if there is one.

    `months_first` says how the file may write days in figures. Those that may be two days are named as they are written.
    """
    lines = [*_of_this_meeting(line for block in blocks for line in _lines(block))]
    days, alone = _days(lines, months_first=months_first), _alone(lines)
    if len(days) > 1:
        return ", ".join(days)
    # Where the meeting has its day, those alone are of something else, such as dates for the diary.
    if not days and len(alone) >= _LEAST_ALONE:
        return ", ".join(alone)
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


def _days(lines: Sequence[_Line], *, months_first: bool) -> list[str]:
    starts: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        day = _day(line, months_first=months_first)
        if not day:
            continue
        if not starts or (day not in (one for _, one in starts) and number - starts[-1][0] > _LEAST_BETWEEN):
            starts.append((number, day))
    return [day for _, day in starts]


def _alone(lines: Sequence[_Line]) -> list[str]:
    """The lines that are no more than a day, each of which has words below."""
    texts = [line.text.strip(_AROUND) for line in lines]
    are_days = [(DAY.fullmatch(text) or WITHOUT_YEAR.fullmatch(text)) is not None for text in texts]
    following = [*are_days, True][1:]
    return [text for text, is_day, is_next in zip(texts, are_days, following, strict=True) if is_day and not is_next]


def _far_apart(lines: Sequence[_Line]) -> Iterator[str]:
    """The label of each line that says who was there, without one close to the one before unless a meeting starts between them."""
    last = -_LEAST_BETWEEN - 1
    for number, line in enumerate(lines):
        before = lines[number - 1].text if number else ""
        is_new = DAY.match(before) or _NUMBERED.match(before) or number - last > _LEAST_BETWEEN
        if line.attendance and is_new:
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
    head = [section(cell.text) for cell in block.rows[0]]
    if Section.DATE in head and Section.PRESENT in head:
        # A log, with a meeting in each row.
        return [_Line(row[head.index(Section.DATE)].text, is_date=True) for row in block.rows[1:]]
    rows = [[cell.text for cell in row if cell.text and not cell.is_repeated] for row in block.rows]
    if all(len(texts) <= 1 for texts in rows):
        # A table for layout, or a form.
        lines = [line for row in block.rows for cell in row for inner in cell.blocks for line in _lines(inner)]
        return lines if len(block.rows[0]) == 1 else [replace(line, attendance="") for line in lines]
    # A label without its answer, in a form that was not filled in, is of no meeting.
    return [_line(": ".join(texts), is_heading=False, is_empty=len(texts) == 1) for texts in rows if texts]


def _line(text: str, *, is_heading: bool, is_empty: bool = False) -> _Line:
    line = labelled(text)
    is_attendance = not is_empty and (line.section if line else section(text)) is Section.PRESENT
    name = plain(line.label if line else text) if is_attendance else ""
    return _Line(text, line is not None and line.section is Section.DATE, is_heading, name)


def _day(line: _Line, *, months_first: bool) -> str:
    """The day of a meeting that a line gives, in words or as it is written; empty if it gives none."""
    text = line.text
    if (
        len(text) > _LONGEST
        or _OF_ANOTHER.search(text)
        or not (line.is_date or line.is_heading or _MINUTES_OF.match(text))
    ):
        return ""
    days = days_in(text, months_first=months_first)
    if len(days) != 1:
        return ""
    beside = (text[: days[0].start] + text[days[0].end :]).strip()
    written = text[days[0].start : days[0].end]
    is_in_doubt = is_either(written) and DAY.fullmatch(written) is not None
    if days[0].day is None and not is_in_doubt:
        # A heading that is a day without a year.
        is_day = line.is_heading and not beside.strip(_AROUND)
        return written if is_day or _MINUTES_OF.match(text) else ""
    is_of_meeting = line.is_date or len(beside) <= _MOST_BESIDE or _OF_A_MEETING.search(beside)
    if not is_of_meeting:
        return ""
    return in_words(days[0].day) if days[0].day and not is_in_doubt else written
