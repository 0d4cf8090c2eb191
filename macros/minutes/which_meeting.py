"""Which meeting a file is the minutes of, and on which day that was."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from macros.kinds import Meeting
from macros.library.library import Library
from macros.minutes.archive import Refused
from macros.minutes.blocks import WordFile
from macros.minutes.dates import days_in
from macros.minutes.found import Found
from macros.minutes.markdown import one_line
from macros.minutes.messages import said
from macros.minutes.outcome import Told
from macros.outputs.word_form import TITLE
from macros.schema.types import in_words
from macros.source.likeness import alike

# Where the demonstration is, from the top of a site.
_DEMONSTRATION = "demo/"


@dataclass(frozen=True)
class WhichMeeting:
    """Finds the meeting of a file. `address` is that of the site, empty if it has none."""

    _file: WordFile
    _found: Found
    _library: Library
    _today: date
    _address: str
    _told: Told
    _months_first: bool

    def day(self) -> date | None:
        """The day that the file gives for the meeting, if it gives one."""
        for given in self._found.dates:
            days = days_in(given, months_first=self._months_first)
            usable = [one.day for one in days if one.day is not None]
            if len(usable) == 1:
                self._told.own += [given[one.start : one.end] for one in days]
                return usable[0]
            if days:
                wrong = "; ".join(one.wrong for one in days if one.wrong) or one_line(given)
                self._told.ask("which-day", wrong=wrong)
        return None

    def meeting(self, meeting_id: str, written: date | None) -> Meeting | None:
        """The meeting that these are the minutes of, if its record is there: named, linked, or of this day or title. Raises `Refused`."""
        meetings = self._library.all_of(Meeting)
        current = {**self._library.aliases[Meeting.KIND], **{name: name for name in meetings}}
        if meeting_id:
            if meeting_id not in current:
                raise Refused(said("no-meeting", id=meeting_id))
            return meetings[current[meeting_id]]
        if linked := self._linked(current):
            return meetings[linked]
        title = self._found.title.removeprefix(TITLE)
        by_title = [one for one in meetings.values() if alike(one.title) == alike(title)]
        by_day = [one for one in meetings.values() if written is not None and one.date == written]
        known = by_day if len(by_day) == 1 else by_title
        return known[0] if len(known) == 1 else None

    def ask_if_of_demonstration(self) -> None:
        """Ask if it is the right file, if it links to a meeting of the demonstration that is below the site."""
        made_up = f"{self._address.rstrip('/')}/{_DEMONSTRATION}{Meeting.FOLDER}/"
        if self._address and any(made_up in one for one in [*self._file.targets, self._found.page]):
            self._told.ask_first("of-demonstration")

    def _linked(self, current: Mapping[str, str]) -> str:
        """The id of the meeting that the form links to or, if that is gone, the last link of the file: an agenda links to others too."""
        top = f"{self._address.rstrip('/')}/{Meeting.FOLDER}/"
        texts = [*self._file.targets, self._found.page]
        names = [re.split(r"[/\s]", part.partition(top)[2])[0] for part in texts if self._address and top in part]
        found = [current[name] for name in names if name in current]
        return found[-1] if found else ""

    def day_of(self, meeting: Meeting | None, written: date | None) -> date:
        """The day to count from: that of the record, the one that is `written`, or today."""
        if meeting is not None and isinstance(meeting.date, date):
            if written is not None and written != meeting.date:
                self._told.ask("two-days", written=in_words(written), known=in_words(meeting.date))
            return meeting.date
        if written is None:
            self._told.ask("no-day" if meeting else "no-day-new")
        return written or self._today
