"""The stage, and not the title, says that a meeting is cancelled or postponed, and the date that it was moved.

Why: The page would still invite people, calendars would keep the time, and the meeting would be announced as the next
one. The site adds "Cancelled" before the title for you.
"""

import re

from macros.kinds import Meeting
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.schema.written_dates import MONTHS

TOPIC = RuleTopic.STORY

_OFF = "cancel(?:l)?ed|postponed|called off|put off|abandoned|canx"
_MOVED = "moved|rescheduled|rearranged|new date|new time|change of date|date changed"
_DASH = r"[:!\u2013\u2014]|\s-"
_NAMES_OF_MONTHS = "|".join(MONTHS)
# What stands between such a word and "meeting" if it speaks of this meeting, and not of what the meeting is about.
_WHICH = rf"(?:\s+(?:the|our|this|next|network|online|spring|summer|autumn|winter|{_NAMES_OF_MONTHS}|\d+))*"
_NOT_ON = r"\bmeeting\b.*\b(?:not|no longer)\s+(?:be\s+)?(?:going ahead|taking place|go ahead|take place|on)\W*$"
_FORMER_DAY = rf"[(\[]\s*(?:was|previously|originally)\b[^)\]]*\b(?:{_NAMES_OF_MONTHS})\b"


def _told_apart(words: str, otherwise: str) -> re.Pattern[str]:
    """These words where they are no part of a sentence: before or after a colon or dash, in brackets, in capitals, at either end.

    `otherwise` is another way to say the same.
    """
    return re.compile(
        rf"^\W*(?:now )?(?:{words})(?:\W*$|\s*(?:{_DASH}))"
        rf"|[(\[]\s*(?:now )?(?:{words})\b[^)\]]*[)\]]"
        rf"|(?:{_DASH}|,)\s*(?:now )?(?:{words})\W*$"
        rf"|^\W*(?:{words}){_WHICH}\s+meeting\b"
        rf"|\b(?:is|has been)\s+(?:{words})\W*$"
        rf"|\b(?-i:{words.upper()})\b"
        rf"|{otherwise}",
        re.IGNORECASE,
    )


_SAYS_OFF, _SAYS_MOVED = _told_apart(_OFF, _NOT_ON), _told_apart(_MOVED, _FORMER_DAY)


def check(context: RuleContext, record: Meeting) -> Diagnostics:
    """Look for such words in the title of a meeting that was not held."""
    if record.is_held:
        return
    if _SAYS_OFF.search(record.title):
        remedy = (
            "The site adds it before the title for you. Take it out of the title."
            if record.is_called_off
            else 'Take it out of the title, change the stage to "cancelled", or to "postponed" if the new day is not known yet, and add '
            'a line "reason:" with why.'
        )
        yield context.diagnostic(
            f"The stage says that a meeting does not take place, not its title. {remedy}", ("title",)
        )
    elif _SAYS_MOVED.search(record.title):
        yield context.diagnostic(
            'A meeting that was moved has the new day as its "date", and an update that says so. Take this out of the title.',
            ("title",),
        )
