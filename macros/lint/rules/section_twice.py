"""Each section of an initiative is there once.

Why: Readers look for a part under its heading, and stop at the first one they find.
"""

from macros.kinds import KINDS as RECORD_KINDS
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.source.likeness import alike

TOPIC = RuleTopic.STORY


def check(context: RuleContext) -> Diagnostics:
    """Look for a section title used as a heading twice."""
    titles = {alike(section.title) for section in RECORD_KINDS[context.document.kind].SECTIONS}
    seen: set[str] = set()
    for heading in context.body.headings:
        title = alike(heading.text)
        if title in seen:
            message = (
                f'There is already a section "{heading.text}". Put the two together, or give this one another heading.'
            )
            span = context.document.body_span(heading.offset, heading.level + 1 + len(heading.text))
            yield context.diagnostic(message, span=span)
        elif title in titles:
            seen.add(title)
