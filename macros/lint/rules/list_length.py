"""A list has as many entries as its field takes.

Why: A record with ten themes belongs to none of them. Some lists need at least one entry, or the record would be
found nowhere.
"""

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import field_name, how_to_write
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FIELDS


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Give the number of entries and the limit."""
    detail = rejection.detail
    few = "min_length" in detail
    limit = detail["min_length" if few else "max_length"]
    bound = "at least" if few else "at most"
    length = detail["actual_length"]
    remedy = f"Add {limit - length} more." if few else "Keep the ones that matter most."
    if not length:
        remedy = f"Take the brackets out. {how_to_write(context, rejection.location)}"
    has = f"{length} {'entry' if length == 1 else 'entries'}" if length else "no entries"
    return context.diagnostic(
        f'The list "{field_name(rejection.location)}" has {has}, and it takes {bound} {limit}. {remedy}',
        rejection.location,
    )
