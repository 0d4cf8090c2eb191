"""A picture has a text that describes it.

Why: People who cannot see the picture hear this text instead, and everyone reads it when the picture does not load.
"""

from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.source.invisible import says_something

TOPIC = RuleTopic.LINKS
AFTER = ("markup-unsafe",)


def check(context: RuleContext) -> Diagnostics:
    """Look for pictures with no text between the square brackets."""
    for image in context.body.images:
        if not says_something(image.alternative):
            yield context.diagnostic(
                "This picture has no text for people who cannot see it. Write what it shows between the square brackets: "
                "![What it shows](picture.png)",
                span=context.document.body_span(image.offset, len(image.source)),
            )
