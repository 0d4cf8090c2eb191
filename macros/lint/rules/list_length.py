"""A list has as many entries as its field takes.

Why: A record with ten themes does not really belong to any of them. A record with too few may not be in any list.
"""

from macros.lint.diagnostics import RuleContext, RuleTopic
from macros.lint.messages import field_name, how_to_write, limit_of
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FIELDS


def explain(rejection: Rejection, context: RuleContext) -> str:
    """Give the number of entries and the limit."""
    length = rejection.detail["actual_length"]
    remedy = "Keep the ones that matter most."
    if "min_length" in rejection.detail:
        remedy = f"Add {rejection.detail['min_length'] - length} more."
    if not length:
        remedy = f"Take the brackets out. {how_to_write(context, rejection.location)}"
    has = f"has {length or 'no'} {'entry' if length == 1 else 'entries'}"
    return f'The list "{field_name(rejection.location)}" {has}, and it takes {limit_of(rejection)}. {remedy}'
