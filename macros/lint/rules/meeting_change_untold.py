"""When a planned meeting is moved or called off, an update says so, and it keeps the same record.

Why: Members have the old day in their diaries. The update tells them on the page, in feeds and in the digest, and makes
their calendars change to the new day. If the record disappears, or has a new name that it does not mention, calendars
keep the old day.
"""

import re
from datetime import date

from macros.kinds import Meeting
from macros.library.library import CONTENT, Library
from macros.library.reading import read_model
from macros.lint.diagnostics import Diagnostic, Diagnostics, RuleContext, RuleTopic
from macros.lint.messages import add_update
from macros.schema.types import is_certainly_before
from macros.source.diagnostic import Span
from macros.source.document import Document

TOPIC = RuleTopic.STORY
ABOUT = Meeting

# What members need to know to be there.
_TOLD = ("stage", "date", "last_day", "starts", "ends", "place", "join")
# What was not known before stands in no diary, and no one is misled without it.
_ADDED_UNTOLD = ("ends", "join")


def check(context: RuleContext, record: Meeting, today: date) -> Diagnostics:
    """Compare when and where it is with the baseline, unless it was held in one of the two, or is over in both."""
    written = context.before
    before = read_model(written, Meeting, context.library.network) if written else None
    if written is None or before is None or before.is_held or record.is_held:
        return
    is_over = all(is_certainly_before(one.ends_on, today) for one in (before, record))
    if is_over or len(record.updates) > len(before.updates):
        return
    changed = next((name for name in _TOLD if _differs(before, record, name)), None)
    if changed:
        yield context.diagnostic(
            f'The field "{changed}" was {_shown(written, changed)} before and is now {_shown(context.document, changed)}. Members may '
            f"have it in their diaries, so tell them. {add_update(context, today)}",
            (changed,) if context.document.has_key((changed,)) else ("date",),
        )


def check_library(library: Library, today: date) -> Diagnostics:
    """Look for meetings of the baseline that were still to come, and that no record is any more.

    If a meeting cannot be read, it may be that one: its own errors come first.
    """
    meetings = library.all_of(Meeting)
    if len(meetings) < len(library.ids[Meeting.KIND]):
        return
    known = {*meetings, *(former for meeting in meetings.values() for former in meeting.aliases)}
    for path, written in library.baseline.items():
        if path != f"{CONTENT}/{Meeting.FOLDER}/{written.id}.md" or written.id in known:
            continue
        before = read_model(written, Meeting, library.network)
        if before is not None and before.is_planned and not is_certainly_before(before.ends_on, today):
            yield Diagnostic(path, Span(1, 1), _gone(before, written.id))


def _gone(meeting: Meeting, name: str) -> str:
    return (
        f'The meeting "{meeting.title}" was planned for {meeting.shown_day}, and its file is gone. If the file has a new name, add a '
        f'line "aliases:" to it, and under it, after two spaces, "- {name}". If the meeting does not take place, put the file back, '
        'change the stage to "cancelled", and add a line "reason:" with why.'
    )


def _differs(before: Meeting, now: Meeting, name: str) -> bool:
    """Whether the field says something else than before: not if a place is only written otherwise, or a day is of that month."""
    old, new = getattr(before, name), getattr(now, name)
    if old is None and name in _ADDED_UNTOLD:
        return False
    if name == "date":
        return is_certainly_before(old, new) or is_certainly_before(new, old)
    if name == "place":
        return _words(old) != _words(new)
    return bool(old != new)


def _words(place: str | None) -> list[str]:
    return re.findall(r"\w+", (place or "").casefold())


def _shown(document: Document, name: str) -> str:
    written = document.values.get(name)
    return f'"{" ".join(str(written).split())}"' if written else "not given"
