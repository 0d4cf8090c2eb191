"""A number is within the range that its field takes.

Why: It is most often a digit too many, and the site adds and sorts these numbers.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import field_name
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FIELDS


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Give the limit that the number breaks."""
    detail = rejection.detail
    bound = f"at least {detail['ge']}" if "ge" in detail else f"at most {detail['le']}"
    return context.diagnostic(
        f'{detail["written"]} is not possible for the field "{field_name(rejection.location)}": it takes a number of {bound}.',
        rejection.location,
    )
