"""A text is neither too short to help nor too long to read.

Why: Titles and summaries are read on phones, between two appointments. Too short says nothing; too long is not read.
"""

from macros.lint.diagnostics import RuleContext, RuleTopic
from macros.lint.messages import field_name, limit_of
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FIELDS


def explain(rejection: Rejection, context: RuleContext) -> str:
    """Give the length and the limit."""
    length = len(" ".join(str(rejection.detail["written"]).split()))
    if not length:
        return "This entry is blank. Write something, or take the line out."
    what, remedy = ("short", "Say a little more") if "min_length" in rejection.detail else ("long", "Shorten it")
    has = f"{length} character{'' if length == 1 else 's'}"
    return f'The text in "{field_name(rejection.location)}" is too {what}: {has}, and it takes {limit_of(rejection)}. {remedy}.'
