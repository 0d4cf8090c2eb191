"""A reference names a record that there is."""

from __future__ import annotations

from collections.abc import Iterator

from macros.rulebook.finding import Case, Mistake, did_you_mean


def check(case: Case) -> Iterator[Mistake]:
    """Look every reference up; themes have a rule of their own. Repair one that names a record by a former name."""
    if case.record is None:
        return
    for mention in case.library.mentions[case.record.path]:
        known = case.library.ids[mention.kind]
        if mention.id in known or mention.kind == "theme":
            continue
        now = case.library.aliases[mention.kind].get(mention.id)
        if now is not None:
            yield case.mistake(f'"{mention.id}" is now called "{now}". Use that name.', mention.location, repair=now)
        else:
            hint = did_you_mean(mention.id, known) or " Add that record first, or take the name out."
            yield case.mistake(f'There is no {mention.kind} called "{mention.id}".{hint}', mention.location)
