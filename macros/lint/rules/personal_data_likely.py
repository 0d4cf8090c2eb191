"""If something looks like personal data and is not, someone in a role has checked that.

Why: Ten digits may be an NHS number or an order number, and a street may be a venue or a home. Only a person can tell.
It takes a minute, once, and the file says who did it.
"""

from collections import Counter

from macros.lint.diagnostics import EVERY_FILE, RECORDS_AND_PAGES, Diagnostics, Level, RuleContext, RuleTopic
from macros.lint.people.messages import likely
from macros.lint.people.seen_in import confirmed, seen_in

TOPIC = RuleTopic.PEOPLE
LEVEL = Level.WARNING
KINDS = EVERY_FILE


def check(context: RuleContext) -> Diagnostics:
    """Look for what may be personal in the text of the file and its name, and is not confirmed to be something else."""
    found = list(seen_in(context, is_certain=False))
    if not found:
        return
    how_many, known = Counter(looks for _, looks in found), confirmed(context.document)
    can_say = context.document.kind in RECORDS_AND_PAGES
    for place, looks in found:
        if how_many[looks] > known[looks.value]:
            yield context.diagnostic(likely(looks, in_name=place is None, can_say=can_say), span=place)
