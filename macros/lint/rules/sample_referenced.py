"""What is real does not rest on what is made up, in its fields or in its text.

Why: Samples only show how the site works and can be left out of it. What is real would then lead nowhere, and until
then readers could take what is made up for fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.kinds import KINDS as RECORD_KINDS
from macros.lint.diagnostics import Diagnostic, RuleContext
from macros.lint.messages import file_behind
from macros.lint.topic import RuleTopic
from macros.source.body import written_links

TOPIC = RuleTopic.NAMES
KINDS = (*RECORD_KINDS, "page")
AFTER = ("markup-unsafe",)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for samples among the references and the links of what is not a sample: the site can leave samples out."""
    if context.record is not None and context.record.sample:
        return
    for mention in context.mentions:
        target = context.library.get(mention.kind, mention.id)
        if target is not None and target.sample:
            yield context.diagnostic(
                f'"{mention.id}" is a sample, which a real record may not refer to. Take it out; or if this record is made up '
                'too, add the line "sample: true".',
                mention.location,
            )
    for link in written_links(context.document.body) if context.record is None else context.body.links:
        path, _, _ = link.target.partition("#")
        target = context.library.at(file_behind(context.document.path, path)) if path.endswith(".md") else None
        if target is not None and target.sample:
            yield context.diagnostic(
                f'"{target.id}" is a sample, which only another sample may link to. Take the link out.',
                span=context.document.body_span(link.offset, len(link.target)),
            )
