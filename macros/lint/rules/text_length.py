"""A text is neither too short to help nor too long to read.

Why: Titles and summaries are read in lists, on phones, between two appointments. Too short says nothing, and too long
is not read.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import address_to_move, field_name
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FIELDS


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Give the length and the limit, or say where an address belongs that is too long for this field."""
    length, name = len(" ".join(str(rejection.detail["written"]).split())), field_name(rejection.location)
    if not length:
        return context.diagnostic("This entry is blank. Write something, or take the line out.", rejection.location)
    if "min_length" in rejection.detail:
        limit, what, remedy = rejection.detail["min_length"], "short", "Say a little more"
        bound = "at least"
    else:
        limit, what, remedy = rejection.detail["max_length"], "long", "Shorten it"
        bound = "at most"
        if moved := address_to_move(context, rejection.location, str(rejection.detail["written"])):
            return moved
    return context.diagnostic(
        f'The text in "{name}" is too {what}: {length} character{"" if length == 1 else "s"}, and it takes {bound} {limit}. {remedy}.',
        rejection.location,
    )
