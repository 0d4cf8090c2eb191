"""A heading has words.

Why: It leaves a gap on the page, and people who listen to the page only hear that there is a heading.
"""

from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.source.invisible import says_something

TOPIC = RuleTopic.TEXT


def check(context: RuleContext) -> Diagnostics:
    """Look for headings with no text."""
    for heading in context.body.headings:
        if not says_something(heading.text):
            message = "This heading has no words. Write some after the # signs, or delete the line."
            yield context.diagnostic(message, span=context.document.body_span(heading.offset, heading.level))
