"""A text is neither too short to help nor too long to read.

Why: People read titles and summaries on phones, between two appointments. Too short does not tell them anything, and
too long does not get read.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import address_to_move, field_name, limit_of
from macros.source.diagnostic import Rejection
from macros.source.writer import quoted

TOPIC = RuleTopic.FIELDS


def explain(rejection: Rejection, context: RuleContext) -> str | Diagnostic:
    """Give the length and the limit, or say where an address belongs that is too long for this field."""
    written = str(rejection.detail["written"])
    if "max_length" in rejection.detail and (moved := address_to_move(context, rejection.location, written)):
        return moved
    length = len(" ".join(written.split()))
    if not length and (text := _like_a_field(context, rejection)):
        cause = "A colon at the end" if text.endswith(":") else "A question mark at the start"
        return f"{cause} makes a field of this. Put the text in quotation marks: {quoted(text)}"
    if not length:
        return "This entry is blank. Write something, or take the line out."
    what, remedy = ("short", "Say a little more") if "min_length" in rejection.detail else ("long", "Shorten it")
    has = f"{length} character{'' if length == 1 else 's'}"
    return f'The text in "{field_name(rejection.location)}" is too {what}: {has}, and it takes {limit_of(rejection)}. {remedy}.'


def _like_a_field(context: RuleContext, rejection: Rejection) -> str:
    """The words of an entry such as "- Rooms:" or "- ? Rooms", which YAML takes for a blank field; otherwise empty."""
    span = context.document.span(rejection.location)
    text = context.document.line(span.line)[span.column - 1 :].rstrip()
    return text if text.endswith(":") or text.startswith("? ") else ""
