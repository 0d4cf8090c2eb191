"""A real record does not rest on one that is made up."""

from __future__ import annotations

from collections.abc import Iterator

from macros.rulebook.finding import Case, Mistake


def check(case: Case) -> Iterator[Mistake]:
    """Look for samples among the references of records that are not."""
    record = case.record
    if record is None or record.sample:
        return
    for mention in case.library.mentions[record.path]:
        target = case.library.get(mention.kind, mention.id)
        if target is not None and target.sample:
            yield case.mistake(
                f'"{mention.id}" is a sample, which a real record may not refer to. Take it out, or write "sample: true" here.',
                mention.location,
            )
