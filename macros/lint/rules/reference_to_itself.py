"""A record does not refer to itself.

Why: A link to the page that you are on does not help anyone, and usually another record was meant.
"""

from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic

TOPIC = RuleTopic.NAMES


def check(context: RuleContext) -> Diagnostics:
    """Look for a record among its own references. A meeting may take up a topic suggested at it."""
    document = context.document
    for mention in context.mentions:
        if (mention.kind, mention.id) == (document.kind, document.id) and mention.field != "topics":
            yield context.diagnostic("This record refers to itself. Take its own name out.", mention.location)
