"""When a meeting to come is moved or called off, an update says so.

Why: Members have the old day in their diaries. The update tells them on the page, in feeds and in the digest, and is what makes
their calendars take the new day.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from pydantic_core import PydanticCustomError

from macros.kinds import Meeting, MeetingStage
from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import add_update
from macros.schema.types import parse_day_or_month, sort_key
from macros.source.document import Document

TOPIC = RuleTopic.STORY
AFTER = ("date-invalid", "field-missing", "field-needed-here", "type-wrong")

# What members need to know to be there.
_TOLD = ("stage", "date", "last_day", "starts", "ends", "place", "join")


def check(context: RuleContext, record: Meeting, today: date) -> Iterator[Diagnostic]:
    """Compare when and where it is with the baseline, unless it is over, or was held in one of the two."""
    before = context.before
    if before is None or record.is_held or before.values.get("stage") == MeetingStage.HELD:
        return
    changed = [name for name in _TOLD if _written(before, name) != _written(context.document, name)]
    if (
        not changed
        or len(record.updates) > _updates(before)
        or not (_is_to_come(before, today) or record.ends_on >= today)
    ):
        return
    name = changed[0]
    was, now = _written(before, name), _written(context.document, name)
    yield context.diagnostic(
        f'The field "{name}" was {_shown(was)} before and is now {_shown(now)}. Members may have it in their diaries, so tell them. '
        f"{add_update(context, today)}",
        (name,) if now else ("date",),
    )


def _written(document: Document, name: str) -> str:
    return " ".join(str(document.values.get(name) or "").split())


def _shown(written: str) -> str:
    return f'"{written}"' if written else "not given"


def _updates(before: Document) -> int:
    updates = before.values.get("updates")
    return len(updates) if isinstance(updates, list) else 0


def _is_to_come(before: Document, today: date) -> bool:
    """Whether the day that stood there before has not passed; also if it cannot be read."""
    with suppress(PydanticCustomError):
        day = parse_day_or_month(_written(before, "last_day") or _written(before, "date"))
        return sort_key(day) >= sort_key(today)
    return True
