"""An initiative tells the whole story: what we did, how to try it, what changed.

Why: Colleagues want to try it themselves. They need to know what you did, what to do first, and what came of it, even
if that is not known yet.
"""

from collections.abc import Sequence

from macros.kinds import BodySection
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, nearest
from macros.source.body import Heading
from macros.source.likeness import alike

TOPIC = RuleTopic.STORY
AFTER = ("body-too-complex", "heading-in-body", "heading-level-skipped", "markup-unsafe")


def check(context: RuleContext) -> Diagnostics:
    """Check that each section the stage needs is there and has text."""
    if context.record is None or not context.record.SECTIONS:
        return
    sections, stage = context.record.SECTIONS, getattr(context.record, "stage", None)
    headings = [heading for heading in context.body.headings if heading.level == 2]
    for section in sections:
        if not section.is_needed(stage):
            continue
        title = section.title
        at = next((i for i, one in enumerate(headings) if alike(one.text) == alike(title)), None)
        if at is not None:
            end = headings[at + 1].offset if at + 1 < len(headings) else len(context.document.body)
            start = headings[at].offset
            under = context.document.body[start:end].partition("\n")[2]
            if any(character.isalnum() for character in under):
                continue
            message = f'The section "{title}" is empty. Write under it: {section.asks}'
            span = context.document.body_span(start, len(title) + 3)
        elif meant := _heading_meant(section, sections, headings):
            message = f'The heading of the section "{title}" is written "{meant.text}". Write "## {title}".'
            span = context.document.body_span(meant.offset, len(meant.text) + 3)
        else:
            message = f'There is no section "{title}". Add a line "## {title}" and write under it: {section.asks}'
            span = context.document.body_span(0)
        yield context.diagnostic(message, span=span)


def _heading_meant(section: BodySection, sections: Sequence[BodySection], headings: list[Heading]) -> Heading | None:
    """The heading most likely meant for `section`, if its title is misspelt."""
    titles = {alike(one.title): one.title for one in sections}
    free = {heading.text: heading for heading in headings if alike(heading.text) not in titles}
    near = nearest(section.title, free)
    return free[near] if near and nearest(near, titles.values()) == section.title else None
