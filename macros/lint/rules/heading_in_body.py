"""The title is a field, so the text has no heading of the first level.

Why: A page has one title, and the site writes it. A second one makes people who listen to the page think that another
page is starting.
"""

from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic

TOPIC = RuleTopic.TEXT
# A line of equals signs between two versions underlines what stands above it.
AFTER = ("merge-unfinished",)


def check(context: RuleContext) -> Diagnostics:
    """Look for a first-level heading, with one # or underlined with equals signs."""
    for heading in context.body.headings:
        if heading.level == 1:
            yield context.diagnostic(
                "This heading is as large as the title, which the site adds for you. Take this line out, or start it with ## "
                "and a space.",
                span=context.document.body_span(heading.offset, len(heading.text) + 2),
            )
