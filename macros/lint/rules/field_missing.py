"""A record has every field that it needs.

Why: Lists, filters and the page itself show these fields for every record. Without one there would be a gap that
readers cannot fill.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import about_field, place_of, where_in
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FIELDS


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Name the field and say what belongs in it."""
    at = rejection.location
    is_blank = context.document.has_key(at)
    to_add = f'is missing. Add a line that starts with "{at[-1]}:"{place_of(at)}.'
    subject = f'The field "{at[-1]}"{where_in(at)} {"is left blank." if is_blank else to_add}'
    return context.diagnostic(f"{subject} {about_field(context, at)}", at, key=is_blank)
