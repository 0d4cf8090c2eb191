"""A meeting says what was done under the item that stands on every agenda.

Why: The members decided that this is on every agenda. A meeting that does not report on it breaks that promise, or
forgot to write it down.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.records.models import Meeting
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.STORY
KINDS = ("meeting",)


def check(case: Case) -> Iterator[Mistake]:
    """Look for the item; the network says why it is always there."""
    if isinstance(case.record, Meeting) and case.record.standing_item is None:
        item = case.library.network.standing_item
        yield case.mistake(
            f"This meeting has no {item.name.lower()} item. {item.reason} "
            'Add a line "standing_item:", and below it, each after two spaces, "title:" with what was done and "led_by:" with the '
            "role or service that led it.",
            ("title",),
        )
