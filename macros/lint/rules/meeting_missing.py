"""A network that meets regularly has its next meeting on record.

Why: Members look here for the next meeting, and topics and offers to present have nowhere to go without one. If it took
place and no one wrote it up, what was decided is lost.
"""

from datetime import date

from macros.kinds import Meeting
from macros.library.library import Library
from macros.library.meetings_missing import meetings_missing
from macros.lint.diagnostics import Diagnostics, Level, RuleContext, RuleTopic

TOPIC = RuleTopic.DATES
LEVEL = Level.WARNING
ABOUT = Meeting


def check_library(library: Library, today: date) -> Diagnostics:
    """Look for a time without a meeting, unless a meeting that cannot be read may be the one."""
    meetings = library.all_of(Meeting)
    if len(meetings) < len(library.all_known(Meeting)):
        return
    for one in meetings_missing(meetings.values(), library.network, today):
        yield RuleContext.of(one.last, library).diagnostic(one.in_words, ("date",))
