"""A record has the fields that its stage needs: when it started, why it stopped, whose it is.

Why: These help readers to decide whether it is worth trying: how long it has run, in which service, and if it stopped,
why. The reason is often what others learn most from.
"""

from macros.kinds import Meeting, MeetingStage, Service
from macros.library.example_values import name_to_refer_to
from macros.lint.diagnostics import Diagnostic, Diagnostics, RuleContext, RuleTopic
from macros.lint.messages import how_to_write, to_fill_in
from macros.schema.field import Need
from macros.schema.types import Month
from macros.schema.values import FieldValue

TOPIC = RuleTopic.FIELDS


def check(context: RuleContext) -> Diagnostics:
    """Report missing fields, and values that a retired service or planned meeting must change."""
    for one, need in context.missing("field-needed-here"):
        yield _needed(context, one, need)
    yield from _to_change(context)


def _to_change(context: RuleContext) -> Diagnostics:
    record = context.record
    if isinstance(record, Service) and record.is_retired and record.active:
        message = 'A service whose record was retired is no longer in the network. Add the line "active: false".'
        yield context.diagnostic(message, ("reviews",))
    if isinstance(record, Meeting) and record.stage is MeetingStage.PLANNED and isinstance(record.date, Month):
        message = "A planned meeting needs a day, so people can come: write 2026-06-18, not 2026-06."
        yield context.diagnostic(message, ("date",))


def _needed(context: RuleContext, one: FieldValue, need: Need) -> Diagnostic:
    """Say that a field is missing, or blank if its line exists: adding a second line would not help."""
    name = need.when.name if need.when else ""
    why = need.why.format(**{name: one.beside(name)})
    if context.document.has_key(one.location):
        return context.diagnostic(f"{why} {to_fill_in(one.field.name)}", one.location, key=True)
    return context.diagnostic(f"{why} {_how(context, one, need)}", (*one.location[:-1], need.beside or name))


def _how(context: RuleContext, one: FieldValue, need: Need) -> str:
    name, example = one.field.name, one.field.example
    if need.how:
        kind = one.field.kind
        named = name_to_refer_to(kind, "", context.document, context.library) if kind else ""
        return need.how.format(reference=named)
    if not isinstance(example, str):
        return f'Add a line "{name}:". {how_to_write(context, one.location)}'
    instead = f", {need.instead}" if need.instead and need.unless in type(one.group).model_fields else ""
    what = "the date on a line of its own," if one.field.is_date else "a line"
    end = "" if example.endswith(".") and not instead else "."
    return f'Add {what} such as "{name}: {example}"{instead}{end}'
