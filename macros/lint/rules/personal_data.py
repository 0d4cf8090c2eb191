"""A record has no personal data: no NHS or national insurance number, no birth date, home address or private contact.

Why: What is published can be copied within minutes, and stays in the history of the files after it is taken off the
page. For a patient or colleague that can do real harm.
"""

from macros.lint.diagnostics import EVERY_FILE, Diagnostics, RuleContext, RuleTopic
from macros.lint.people.messages import certain
from macros.lint.people.seen_in import seen_in

TOPIC = RuleTopic.PEOPLE
KINDS = EVERY_FILE


def check(context: RuleContext) -> Diagnostics:
    """Look for what is certainly personal in the text of the file and its name."""
    for place, looks in seen_in(context, is_certain=True):
        yield context.diagnostic(certain(looks, in_name=place is None), span=place)
