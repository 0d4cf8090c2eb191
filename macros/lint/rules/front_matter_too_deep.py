"""Front matter is not nested more deeply than any field needs.

Why: So many levels come from brackets or spaces that went wrong, and can keep the site from being built.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FRONT_MATTER


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Give the limit and say what to take out."""
    return context.diagnostic(
        "There are too many brackets, hyphens or spaces in front of this value: it is more than "
        f"{rejection.detail['limit']} levels deep. Take out those that are not needed.",
        span=rejection.span,
    )
