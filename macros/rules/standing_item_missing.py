"""A meeting says what was done, or will be, under the item that stands on every agenda.

Why: The members decided that this is on every agenda. A meeting that does not report on it breaks that promise, or
forgot to write it down.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.records.models import Meeting, MeetingStage
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.STORY
KINDS = ("meeting",)

_ITEM = "standing_item"
_WHAT_BELONGS_IN = {
    MeetingStage.PLANNED: {"title": "what will be done", "led_by": "the role or service that leads it"},
    MeetingStage.HELD: {"title": "what was done", "led_by": "the role or service that led it"},
}


def check(case: Case) -> Iterator[Mistake]:
    """Look for the item; the network says why it is always there. If its lines are there and blank, show each of them."""
    if not isinstance(case.record, Meeting) or case.record.standing_item is not None:
        return
    item = case.library.network.standing_item
    belongs = _WHAT_BELONGS_IN[case.record.stage]
    if not case.document.has_key((_ITEM,)):
        fields = " and ".join(f'"{name}:" with {what}' for name, what in belongs.items())
        yield case.mistake(
            f"This meeting has no {item.name.lower()} item. {item.reason} "
            f'Add a line "{_ITEM}:", and below it, each after two spaces, {fields}.',
            ("title",),
        )
        return
    for name, what in belongs.items():
        is_there = case.document.has_key((_ITEM, name))
        how = (
            f'The field "{name}" is left blank: write'
            if is_there
            else f'Below this line, after two spaces, add "{name}:" with'
        )
        yield case.mistake(
            f"The {item.name.lower()} item of this meeting is blank. {item.reason} {how} {what}.",
            (_ITEM, name),
            key=True,
        )
