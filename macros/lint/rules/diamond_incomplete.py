"""A Diamond 9 has nine cards in rows of one, two, three, two and one, each card once.

Why: The results add up what all groups have ranked. A card that is missing or stands twice would move all the others
without anybody noticing.
"""

from collections.abc import Iterator, Sequence

from macros.kinds import Diamond9, Meeting, MeetingStage
from macros.library.library import NETWORK_FILE
from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic, did_you_mean, listed
from macros.schema.network import Statement

TOPIC = RuleTopic.STORY
KINDS = ("meeting", "network")
ROWS = (1, 2, 3, 2, 1)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Check the shape of each group's diamond and the cards in it."""
    if context.document.path == NETWORK_FILE and context.library.network.diamond9 is not None:
        yield from _cards_given_twice(context, context.library.network.diamond9.statements)
    if not isinstance(context.record, Meeting) or context.record.diamond9 is None:
        return
    diamond = context.record.diamond9
    twice = list(_cards_given_twice(context, diamond.statements))
    yield from twice
    if twice:
        return  # A group that names such a card could mean either.
    cards = [statement.id for statement in diamond.statements]
    if context.record.stage is MeetingStage.HELD and not diamond.groups:
        yield context.diagnostic(
            "The meeting has been held, and nothing says how its groups ranked the cards. Add the groups, or take the Diamond 9 out.",
            ("diamond9",),
            key=True,
        )
    names = [group.name.casefold() for group in diamond.groups]
    for index, group in enumerate(diamond.groups):
        if names[index] in names[:index]:
            yield context.diagnostic(
                f'There is another group called "{group.name}". Give each a name of its own.',
                ("diamond9", "groups", index, "name"),
            )
        yield from _group(context, diamond, index, cards)


def _cards_given_twice(context: RuleContext, statements: Sequence[Statement]) -> Iterator[Diagnostic]:
    cards, texts = [one.id for one in statements], [one.text.casefold() for one in statements]
    for index, card in enumerate(cards):
        if card in cards[:index]:
            yield context.diagnostic(
                f'There are two cards "{card}". Give each card its own short name.',
                ("diamond9", "statements", index, "id"),
            )
        elif texts[index] in texts[:index]:
            first = cards[texts.index(texts[index])]
            yield context.diagnostic(
                f'The card "{first}" says the same. Write another card here: all nine say something of their own.',
                ("diamond9", "statements", index, "text"),
            )


def _group(context: RuleContext, diamond: Diamond9, index: int, cards: list[str]) -> Iterator[Diagnostic]:
    group = diamond.groups[index]
    where = ("diamond9", "groups", index, "rows")
    if tuple(map(len, group.rows)) != ROWS:
        has = ", ".join(str(len(row)) for row in group.rows) or "none"
        yield context.diagnostic(
            f'A diamond has rows of 1, 2, 3, 2 and 1 cards, and this one has {has}. Write five lines below "rows:", a hyphen and the '
            f'cards of a row in each, such as "- [{cards[0]}]" and "- [{cards[1]}, {cards[2]}]", until all nine have a place.',
            where,
        )
        return
    placed: set[str] = set()
    for row, names in enumerate(group.rows):
        for place, card in enumerate(names):
            at = (*where, row, place)
            if card not in cards:
                yield context.diagnostic(f'There is no card "{card}".{_hint(card, cards)}', at)
            elif card in placed:
                missing = listed(set(cards).difference(*group.rows))
                yield context.diagnostic(
                    f'The card "{card}" is already in this diamond. Write one that is missing instead: {missing}.', at
                )
            placed.add(card)
    reasoned: set[str] = set()
    for place, reason in enumerate(group.reasons):
        of_reason = ("diamond9", "groups", index, "reasons", place, "statement")
        if reason.statement not in cards:
            yield context.diagnostic(
                f'There is no card "{reason.statement}".{_hint(reason.statement, cards)}', of_reason
            )
        elif reason.statement in reasoned:
            yield context.diagnostic(
                f'This group has a reason for "{reason.statement}" already. Write both as one.', of_reason
            )
        reasoned.add(reason.statement)


def _hint(written: str, cards: list[str]) -> str:
    return did_you_mean(written, cards) or f" Choose {listed(cards)}."
