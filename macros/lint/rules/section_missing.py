"""An initiative tells the whole story: what we did, how to try it, what changed.

Why: Colleagues want to try it themselves. They need to know what you did, what to do first, and what came of it, even
if that is not known yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.kinds import SECTIONS, BodySection, Initiative, InitiativeStage
from macros.lint.diagnostics import Diagnostic, RuleContext, nearest
from macros.lint.topic import RuleTopic
from macros.source.body import Heading

TOPIC = RuleTopic.STORY
AFTER = ("body-too-complex", "heading-in-body", "heading-level-skipped", "markup-unsafe")
KINDS = ("initiative",)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for each section and for text under it. Of an idea, only how to try it can be told."""
    if not isinstance(context.record, Initiative):
        return
    headings = [heading for heading in context.body.headings if heading.level == 2]
    for section in SECTIONS:
        if context.record.stage is InitiativeStage.IDEA and not section.needed_for_ideas:
            continue
        at = next(
            (i for i, heading in enumerate(headings) if heading.text.casefold() == section.title.casefold()), None
        )
        if at is None and (meant := _heading_meant(section, headings)):
            yield context.diagnostic(
                f'The heading of the section "{section.title}" is written "{meant.text}". Write "## {section.title}".',
                span=context.document.body_span(meant.offset, len(meant.text) + 3),
            )
            continue
        if at is None:
            yield context.diagnostic(
                f'There is no section "{section.title}". Add a line "## {section.title}" and write under it: {section.asks}',
                span=context.document.body_span(0),
            )
            continue
        end = headings[at + 1].offset if at + 1 < len(headings) else len(context.document.body)
        start = headings[at].offset
        under = context.document.body[start:end].partition("\n")[2]
        if not any(character.isalnum() for character in under):
            yield context.diagnostic(
                f'The section "{section.title}" is empty. Write under it: {section.asks}',
                span=context.document.body_span(start, len(section.title) + 3),
            )


def _heading_meant(section: BodySection, headings: list[Heading]) -> Heading | None:
    """The heading that is `section`'s but for a slip: no other section's, and nearer to its title than half."""
    free = {heading.text: heading for heading in headings if not _is_section(heading)}
    near = nearest(section.title, free)
    return free[near] if near and nearest(near, [one.title for one in SECTIONS]) == section.title else None


def _is_section(heading: Heading) -> bool:
    return any(heading.text.casefold() == section.title.casefold() for section in SECTIONS)
