"""The days of the meeting that actions are read against, and the days that are written beside them."""

import re
from dataclasses import dataclass
from datetime import date

from macros.minutes.dates import WrittenDay, days_in
from macros.minutes.messages import said
from macros.schema.types import in_words

_BEFORE_DAY = re.compile(r"[\s,;:(–—-]*\b(?:by|due|on|before|for|from)?\s*$", re.IGNORECASE)
_NEXT_MEETING = re.compile(
    r"\W*(?:(?:at|by|for|before)\s+)?(?:(?:the|our)\s+)?next (?:network )?meeting\W*", re.IGNORECASE
)
_AROUND = " ,;:()–—-\n."


@dataclass(frozen=True)
class ActionDays:
    """The `day` of the meeting, and `today`. `next_meeting` is the day of the one that follows it, if that is known.

    `months_first` says how the file may write days in figures.
    """

    day: date
    today: date
    next_meeting: date | None = None
    months_first: bool = False

    @property
    def last(self) -> date:
        """The last day on which something may have been done: the file may be tried out before the meeting."""
        return max(self.today, self.day)

    def due_in(self, text: str) -> list[WrittenDay]:
        """The days in a text, by which something is to be done."""
        if self.next_meeting is not None and _NEXT_MEETING.fullmatch(text):
            assumed = said("read-so", text=text.strip(), day=in_words(self.next_meeting))
            return [WrittenDay(0, len(text), self.next_meeting, assumed)]
        return days_in(text, self.day, months_first=self.months_first)

    def done_in(self, text: str) -> list[WrittenDay]:
        """The days in a text, on which something was done."""
        return days_in(text, self.last, months_first=self.months_first, is_past=True)

    def without(self, text: str) -> str:
        """The text without the days in it."""
        for one in reversed(self.due_in(text)):
            text = _BEFORE_DAY.sub("", text[: one.start]) + text[one.end :]
        return text.strip(_AROUND)
