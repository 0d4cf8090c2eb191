"""An initiative tells the whole story: what happens, how to try it, what changed.

Why: Colleagues want to try it themselves. They need to know what you did, what to do first, and what came of it, even
if you do not know that yet.
"""

import re
from collections.abc import Sequence

from macros.kinds import BodySection, Record
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, as_far_as_known, nearest
from macros.source.body import Heading
from macros.source.likeness import alike

TOPIC = RuleTopic.STORY
AFTER_ANYWHERE = ("body-too-complex",)


def check(context: RuleContext) -> Diagnostics:
    """Check that each section the stage needs is there and has text."""
    for section in context.record.SECTIONS if context.record is not None else ():
        yield from as_far_as_known(_section(context, context.record, section))


def _section(context: RuleContext, record: Record | None, section: BodySection) -> Diagnostics:
    # Some sections are needed at every stage, also at one that cannot be read.
    if section.not_at and not section.is_needed(getattr(record, "stage", None)):
        return
    headings = [heading for heading in context.body.headings if heading.level == 2]
    title = section.title
    at = next((i for i, one in enumerate(headings) if alike(one.text) == alike(title)), None)
    if at is not None:
        after = headings[at + 1] if at + 1 < len(headings) else None
        start, end = headings[at].offset, after.offset if after else len(context.document.body)
        under = context.document.body[start:end].partition("\n")[2]
        if any(character.isalnum() for character in under):
            return
        if after and not context.document.body.startswith("#", after.offset):
            message = (
                f'The line below "{after.text}" turns it into a heading, so the section "{title}" is empty. Leave an empty line '
                "above the hyphens."
            )
            span = context.document.body_span(after.offset, len(after.text))
        else:
            message = f'The section "{title}" is empty. Write under it: {section.asks}'
            span = context.document.body_span(start, len(title) + 3)
    elif meant := _heading_meant(section, record.SECTIONS if record else (), headings):
        message = f'The heading of the section "{title}" is spelt "{meant.text}". Write "## {title}".'
        span = context.document.body_span(meant.offset, len(meant.text) + 3)
    elif former := next(
        (one for one in headings if section.formerly and alike(one.text) == alike(section.formerly)), None
    ):
        message = f'The section "{former.text}" is now called "{title}". Write "## {title}".'
        span = context.document.body_span(former.offset, len(former.text) + 3)
    elif _is_reported(context, title):
        return
    elif written := re.search(rf"^## +{re.escape(title)} *$", context.document.body, re.MULTILINE):
        message = (
            f'The line "## {title}" is part of the code that starts above it. Add a line with ``` where the code ends.'
        )
        span = context.document.body_span(written.start(), len(title) + 3)
    else:
        message = f'There is no section "{title}". Add a line "## {title}" and write under it: {section.asks}'
        span = context.document.body_span(0)
    yield context.diagnostic(message, span=span)


def _is_reported(context: RuleContext, title: str) -> bool:
    """Whether the title is there at another level, or in HTML, which other rules report."""
    if any(alike(heading.text) == alike(title) for heading in context.body.headings):
        return True
    return bool(context.body.constructs) and title.casefold() in context.document.body.casefold()


def _heading_meant(section: BodySection, sections: Sequence[BodySection], headings: list[Heading]) -> Heading | None:
    """The heading most likely meant for `section`, if its title is misspelt."""
    titles = {alike(one.title): one.title for one in sections}
    free = {heading.text: heading for heading in headings if alike(heading.text) not in titles}
    near = nearest(section.title, free)
    return free[near] if near and nearest(near, titles.values()) == section.title else None
