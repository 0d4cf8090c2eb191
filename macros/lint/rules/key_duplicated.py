"""No field is given twice.

Why: Only one of the two would count, and programs do not agree on which.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FRONT_MATTER


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Name the field."""
    key = rejection.detail["key"]
    return context.diagnostic(
        f'The field "{key}" is given twice. Keep one of them and delete the other.', span=rejection.span
    )
