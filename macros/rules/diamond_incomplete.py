"""A Diamond 9 has nine cards in rows of one, two, three, two and one, each card once."""

from __future__ import annotations

from collections.abc import Iterator

from macros.records.models import Diamond9, Meeting
from macros.rulebook.finding import Case, Mistake, did_you_mean, listed

KINDS = ("meeting",)
ROWS = (1, 2, 3, 2, 1)


def check(case: Case) -> Iterator[Mistake]:
    """Look at the shape of each group's diamond and at the cards in it."""
    if not isinstance(case.record, Meeting) or case.record.diamond9 is None:
        return
    diamond = case.record.diamond9
    cards = [statement.id for statement in diamond.statements]
    for index, card in enumerate(cards):
        if card in cards[:index]:
            yield case.mistake(f'There are two cards "{card}".', ("diamond9", "statements", index, "id"))
    for index in range(len(diamond.groups)):
        yield from _group(case, diamond, index, cards)


def _group(case: Case, diamond: Diamond9, index: int, cards: list[str]) -> Iterator[Mistake]:
    group = diamond.groups[index]
    where = ("diamond9", "groups", index, "rows")
    if tuple(map(len, group.rows)) != ROWS:
        has = ", ".join(str(len(row)) for row in group.rows)
        yield case.mistake(f"A diamond has rows of 1, 2, 3, 2 and 1 cards; these have {has}.", where)
        return
    placed: set[str] = set()
    for row, names in enumerate(group.rows):
        for place, card in enumerate(names):
            at = (*where, row, place)
            if card not in cards:
                yield case.mistake(f'There is no card "{card}".{did_you_mean(card, cards) or f" Choose {listed(cards)}."}', at)
            elif card in placed:
                yield case.mistake(f'The card "{card}" is already in this diamond.', at)
            placed.add(card)
    for place, reason in enumerate(group.reasons):
        if reason.statement not in cards:
            at = ("diamond9", "groups", index, "reasons", place, "statement")
            yield case.mistake(f'There is no card "{reason.statement}".{did_you_mean(reason.statement, cards)}', at)
