"""The day on which the news of a digest starts."""

from datetime import date, timedelta

from pydantic_core import PydanticCustomError

from macros.library.public import PublicLibrary
from macros.schema.types import Month, in_words, parse_day_or_month, sort_key
from macros.schema.written_dates import written_date

# This may be given instead of a day.
LAST_MEETING = "last-meeting"
# A digest is sent a few days after a meeting, once its minutes are in. It covers that meeting and the time before it.
_MINUTES_TAKE = timedelta(days=14)


def since_last_meeting(public: PublicLibrary) -> date | Month:
    """The day of the last meeting at least two weeks ago, or the day the network began if there was none."""
    meeting = public.last_held_by(public.today - _MINUTES_TAKE)
    when: date | Month = meeting.date if meeting else public.network.established
    return when


def since_when(written: str, public: PublicLibrary) -> date | Month:
    """The day or month in `written`, or `since_last_meeting`. Raises ValueError if it cannot be used; the text says why."""
    if written == LAST_MEETING:
        if public.last_held is None:
            raise ValueError("No meeting has been held yet. Say a day or a month, such as 2026-09-10 or 2026-09.")
        return since_last_meeting(public)
    try:
        when: date | Month = parse_day_or_month(written_date(written) or written)
    except PydanticCustomError:
        raise ValueError(
            f'"{written}" is no day or month of the calendar. '
            f'Write a day such as 2026-09-10 or "10 September 2026", a month such as 2026-09, or "{LAST_MEETING}".'
        ) from None
    began = public.network.established
    if sort_key(when) < sort_key(began):
        raise ValueError(f"{in_words(when)} is before the network began. Write {in_words(began)} or a later day.")
    if sort_key(when) > sort_key(public.today):
        raise ValueError(f"{in_words(when)} is still to come: today is {in_words(public.today)}.")
    return when
