"""Front matter ends with a line of three hyphens.

Why: The site cannot tell where the fields end and the text begins, and would take all of the text for fields.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FRONT_MATTER


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Explain how to end the fields."""
    return context.diagnostic(
        "The fields have no end. Add a line with three hyphens (---) after the last field, before the text."
    )
