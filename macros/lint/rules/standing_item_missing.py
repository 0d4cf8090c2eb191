"""A meeting that is not called off says what was done, or will be, under the standing item.

Why: The members decided that it is on every agenda. A meeting that does not report on it breaks that promise, or forgot
to write it down.
"""

from macros.kinds import Meeting, MeetingStage
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, nearest
from macros.schema.part import Unknown

TOPIC = RuleTopic.STORY
KINDS = ("meeting",)

_ITEM = "standing_item"
_WHAT_BELONGS_IN = {
    MeetingStage.PLANNED: {"title": "what will be done", "led_by": "the role or service that leads it"},
    MeetingStage.HELD: {"title": "what was done", "led_by": "the role or service that led it"},
}


def check(context: RuleContext) -> Diagnostics:
    """Report a missing item, with the network's reason for it. If it is blank, report each of its fields."""
    if not _is_missing(context):
        return
    item, document = context.library.network.standing_item, context.document
    is_planned = document.values.get("stage") == MeetingStage.PLANNED
    belongs = _WHAT_BELONGS_IN[MeetingStage.PLANNED if is_planned else MeetingStage.HELD]
    if not document.has_key((_ITEM,)):
        fields = " and ".join(f'"{name}:" with {what}' for name, what in belongs.items())
        yield context.diagnostic(
            f"This meeting has no {item.name.lower()} item. {item.reason} "
            f'Add a line "{_ITEM}:", and below it, each after two spaces, {fields}.',
            ("title",),
        )
        return
    for name, what in belongs.items():
        how = f'Below this line, after two spaces, add "{name}:" with'
        if document.has_key((_ITEM, name)):
            how = f'The field "{name}" is left blank: write'
        message = f"The {item.name.lower()} item of this meeting is blank. {item.reason} {how} {what}."
        yield context.diagnostic(message, (_ITEM, name), key=True)


def _is_missing(context: RuleContext) -> bool:
    record = context.record
    if not isinstance(record, Meeting) or record.standing_item is not None:
        return False
    try:
        return not record.is_called_off
    except Unknown:
        # Whatever the stage is meant to be, it is not one of those.
        meant = nearest(str(context.document.values.get("stage")), list(MeetingStage))
        return meant in (MeetingStage.PLANNED, MeetingStage.HELD)
