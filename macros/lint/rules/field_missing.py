"""A record has every field that it needs.

Why: Lists, filters and the page itself show these fields for every record. Without one there would be a gap that
readers cannot fill.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import about_field, place_of, where_in
from macros.source.diagnostic import Rejection
from macros.source.writer import quoted

TOPIC = RuleTopic.FIELDS


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Name the field and say what belongs in it."""
    *_, name = rejection.location
    is_blank = context.document.has_key(rejection.location)
    what = f'is missing. Add a line that starts with "{name}:"{place_of(rejection.location)}.'
    if is_blank:
        line = context.document.line(context.document.span(rejection.location, key=True).line)
        what = f"is left blank{_reason(line.partition(':')[2].strip())}."
    return context.diagnostic(
        f'The field "{name}"{where_in(rejection.location)} {what} {about_field(context, rejection.location)}',
        rejection.location,
        key=is_blank,
    )


def _reason(written: str) -> str:
    """Why a value that is there counts as blank; empty if there is none."""
    if written.startswith("{"):
        return (
            f", because curly brackets are not read as text. Put the whole value in quotation marks: {quoted(written)}"
        )
    return ", because what follows a # is not read" if written.startswith("#") else ""
