"""A list of references names each record once, and a service does not adopt its own initiative.

Why: It would be shown and counted twice. An initiative adopted by its own service would look more popular than it is.
"""

from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic

TOPIC = RuleTopic.NAMES

# Lists of groups may repeat a record: a service may ask about two topics.
_ONCE = {"tags", "services", "evidence", "attended", "conflicts_with", "adopted_by", "replaced_by"}
# Several services may have learnt something from one.
_MAY_REPEAT = {"learnt_from"}


def check(context: RuleContext) -> Diagnostics:
    """Look for references repeated in a list, and for owners listed as adopters."""
    seen: set[tuple[str, str]] = set()
    owners = {mention.id for mention in context.mentions if mention.field == "services"}
    for mention in context.mentions:
        if mention.location[-1] in _MAY_REPEAT:
            continue
        if (mention.field, mention.id) in seen and mention.field in _ONCE:
            yield context.diagnostic(f'"{mention.id}" is in this list twice. Take one of them out.', mention.location)
        elif mention.field == "adopted_by" and mention.id in owners:
            yield context.diagnostic(
                f'"{mention.id}" is one of the services whose initiative this is, so it has not adopted it from others. '
                'Take it out of "services" or out of "adopted_by".',
                mention.location,
            )
        seen.add((mention.field, mention.id))
