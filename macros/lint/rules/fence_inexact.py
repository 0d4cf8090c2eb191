"""The line above the fields and the line below them are three hyphens and nothing else.

Why: The editor on the site does not accept anything else, not even three hyphens with a space after them. It would see
no fields, and save a second set of them above the first.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.source.diagnostic import Rejection
from macros.source.fences import FENCE

TOPIC = RuleTopic.FRONT_MATTER


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Say what the line has to be, and write it."""
    span = rejection.span
    line = context.document.line(span.line) if span else ""
    message = "Write three hyphens (---) on this line, and nothing else."
    if line.strip() == FENCE:
        message = "There are spaces beside these three hyphens. Delete them: this line must be --- and nothing else."
    return context.diagnostic(message, span=span, fix=FENCE)
