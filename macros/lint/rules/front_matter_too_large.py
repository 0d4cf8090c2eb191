"""A file and its front matter are no larger than a page that people read.

Why: Fields are shown in lists and boxes where nobody can read an essay. A file of such a size also slows down
everybody who works on the site.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FRONT_MATTER


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Give the size and the limit, and say what to move."""
    detail = rejection.detail
    is_file = detail["what"] == "This file"
    remedy = (
        "Split it into several records."
        if is_file
        else "Move long passages below the second --- line, or into a record of their own."
    )
    return context.diagnostic(
        f"{detail['what']} is too large ({detail['size']} kB; the limit is {detail['limit']} kB). {remedy}"
    )
