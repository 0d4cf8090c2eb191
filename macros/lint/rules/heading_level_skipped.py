"""Headings go down one level at a time, so that they make sense when read aloud.

Why: People who cannot see the page use the headings to move around it. A missing level sounds like a part that they
missed.
"""

from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic

TOPIC = RuleTopic.TEXT


def check(context: RuleContext) -> Diagnostics:
    """Compare each heading with the one before it; the first must be at level two."""
    above = 1
    for heading in context.body.headings:
        if heading.level > above + 1:
            before = f"the one before it with {'#' * above}" if above > 1 else "the first of a record starts with ##"
            message = (
                f"This heading starts with {'#' * heading.level}, and {before}. Start it with {'#' * (above + 1)}."
            )
            yield context.diagnostic(message, span=context.document.body_span(heading.offset, heading.level))
        # That rule says of a heading at level one that it is to be at level two.
        above = max(heading.level, 2)
