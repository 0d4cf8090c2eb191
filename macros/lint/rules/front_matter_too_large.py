"""A file and its front matter are no larger than a page that people read.

Why: Fields are shown in lists and boxes where no one can read an essay. A file of this size also slows down everyone
who works on the site.
"""

from macros.lint.diagnostics import RuleContext, RuleTopic
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FRONT_MATTER


def explain(rejection: Rejection, context: RuleContext) -> str:
    """Give the size and the limit, and say what to move."""
    what, size, limit = (rejection.detail[name] for name in ("what", "size", "limit"))
    remedy = "Move long passages below the second --- line, or into another record."
    if what == "This file":
        remedy = "Split it into several records."
    return f"{what} is too large ({size} kB; the limit is {limit} kB). {remedy}"
