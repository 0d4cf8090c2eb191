"""A meeting says what was done, or will be, under the item that stands on every agenda.

Why: The members decided that this is on every agenda. A meeting that does not report on it breaks that promise, or
forgot to write it down.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.kinds import Meeting, MeetingStage
from macros.lint.finding import Case, Mistake
from macros.lint.topic import Topic

TOPIC = Topic.STORY
KINDS = ("meeting",)

_ITEM = "standing_item"
_WHAT_BELONGS_IN = {
    MeetingStage.PLANNED: {"title": "what will be done", "led_by": "the role or service that leads it"},
    MeetingStage.HELD: {"title": "what was done", "led_by": "the role or service that led it"},
}


def check(case: Case) -> Iterator[Mistake]:
    """Look for the item; the network says why it is always there. If its lines are there and blank, show each of them."""
    if not _is_missing(case):
        return
    item = case.library.network.standing_item
    is_planned = case.document.values.get("stage") == MeetingStage.PLANNED
    belongs = _WHAT_BELONGS_IN[MeetingStage.PLANNED if is_planned else MeetingStage.HELD]
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


def _is_missing(case: Case) -> bool:
    if isinstance(case.record, Meeting):
        return case.record.standing_item is None
    # Something else is wrong, and both are to be mended at once; unless this may be what is wrong.
    places = [problem.location for problem in case.document.problems]
    is_elsewhere = all(place and place[0] in Meeting.model_fields for place in places)
    return is_elsewhere and _ITEM not in case.document.values
