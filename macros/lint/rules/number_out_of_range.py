"""A number is within the range that its field takes.

Why: Usually there is a digit too many, and the site adds and sorts these numbers.
"""

from macros.lint.diagnostics import RuleContext, RuleTopic
from macros.lint.messages import field_name, limit_of
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FIELDS


def explain(rejection: Rejection, context: RuleContext) -> str:
    """Give the limit that the number breaks."""
    subject = f'{rejection.detail["written"]} is not possible for the field "{field_name(rejection.location)}"'
    return f"{subject}: it takes a number of {limit_of(rejection)}."
