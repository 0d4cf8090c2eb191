"""A text is neither too short to help nor too long to read.

Why: Titles and summaries are read in lists, on phones, between two appointments. Too short says nothing, and too long
is not read.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import field_name
from macros.source.diagnostic import Rejection
from macros.source.writer import quoted

TOPIC = RuleTopic.FIELDS


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Give the length and the limit."""
    length, name = len(" ".join(str(rejection.detail["written"]).split())), field_name(rejection.location)
    if not length and (text := _like_a_field(context, rejection)):
        cause = "A colon at the end" if text.endswith(":") else "A question mark at the start"
        return context.diagnostic(
            f"{cause} makes a field of this. Put the text in quotation marks: {quoted(text)}", rejection.location
        )
    if not length:
        return context.diagnostic("This entry is blank. Write something, or take the line out.", rejection.location)
    if "min_length" in rejection.detail:
        limit, what, remedy = rejection.detail["min_length"], "short", "Say a little more"
        bound = "at least"
    else:
        limit, what, remedy = rejection.detail["max_length"], "long", "Shorten it"
        bound = "at most"
    return context.diagnostic(
        f'The text in "{name}" is too {what}: {length} character{"" if length == 1 else "s"}, and it takes {bound} {limit}. {remedy}.',
        rejection.location,
    )


def _like_a_field(context: RuleContext, rejection: Rejection) -> str:
    """The words of an entry such as "- Rooms:" or "- ? Rooms", which YAML takes for a blank field; otherwise empty."""
    span = context.document.span(rejection.location)
    text = context.document.line(span.line)[span.column - 1 :].rstrip()
    return text if text.endswith(":") or text.startswith("? ") else ""
