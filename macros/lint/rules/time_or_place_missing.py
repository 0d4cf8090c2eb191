"""A planned meeting says when it starts and where it is.

Why: Who wants to come has to ask for time off, and to find the room or the link. Without a time, calendars show the meeting
as one that takes all day.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.kinds import Meeting, MeetingStage
from macros.lint.diagnostics import Diagnostic, Level, RuleContext
from macros.lint.topic import RuleTopic

TOPIC = RuleTopic.STORY
LEVEL = Level.WARNING
AFTER = ("meeting-past",)

_SAYS = {"starts": "when it starts", "place": "where it is"}
_EXAMPLES = {"starts": "13:30", "place": "Online"}


def check(context: RuleContext, record: Meeting) -> Iterator[Diagnostic]:
    """Look at a meeting to come, unless it is made up: nobody goes to that."""
    if record.stage is not MeetingStage.PLANNED or record.sample:
        return
    missing = [name for name in _SAYS if getattr(record, name) is None]
    if not missing:
        return
    blank = [name for name in missing if context.document.has_key((name,))]
    lines = " and ".join(f'"{name}: {_EXAMPLES[name]}"' for name in missing)
    yield context.diagnostic(
        f"This meeting does not say {' or '.join(_SAYS[name] for name in missing)}. As soon as that is known, write it, "
        f"such as {lines}.",
        (blank[0],) if blank else ("date",),
        key=bool(blank),
    )
