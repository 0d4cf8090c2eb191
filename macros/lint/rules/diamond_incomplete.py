"""A Diamond 9 has nine cards in rows of one, two, three, two and one, each card once.

Why: The results add up what all groups have ranked. A card that is missing or there twice would move all the others
without anyone noticing.
"""

from collections.abc import Mapping, Sequence

from macros.kinds import Diamond9, Meeting, MeetingStage
from macros.library.library import NETWORK_FILE
from macros.lint.diagnostics import (
    Diagnostics,
    RuleContext,
    RuleTopic,
    as_far_as_known,
    listed,
    near_or_choices,
    repeated,
)
from macros.schema.network import Statement
from macros.schema.part import known
from macros.source.diagnostic import Location
from macros.source.likeness import alike

TOPIC = RuleTopic.STORY
KINDS = ("meeting", "network")
ROWS = (1, 2, 3, 2, 1)


def check(context: RuleContext) -> Diagnostics:
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
    if not diamond.groups and known(context.record, "stage", None) is MeetingStage.HELD:
        yield context.diagnostic(
            "The meeting has been held, and the record does not say how its groups ranked the cards. Add the groups, "
            "or take the Diamond 9 out.",
            ("diamond9",),
            key=True,
        )
    for index in repeated(known(group, "name", f" {index}") for index, group in enumerate(diamond.groups)):
        message = f'There is another group called "{diamond.groups[index].name}". Give each group its own name.'
        yield context.diagnostic(message, ("diamond9", "groups", index, "name"))
    for index in range(len(diamond.groups)):
        yield from as_far_as_known(_group(context, diamond, index))


def _cards_given_twice(context: RuleContext, statements: Sequence[Statement]) -> Diagnostics:
    cards, texts = [one.id for one in statements], [alike(one.text) for one in statements]
    for index in (same_name := repeated(cards)):
        message = f'There are two cards "{cards[index]}". Give each card its own short name.'
        yield context.diagnostic(message, ("diamond9", "statements", index, "id"))
    for index in sorted({*repeated(texts)}.difference(same_name)):
        first = cards[texts.index(texts[index])]
        message = f'The card "{first}" says the same. Write another card here: all nine need to be different.'
        yield context.diagnostic(message, ("diamond9", "statements", index, "text"))


def _group(context: RuleContext, diamond: Diamond9, index: int) -> Diagnostics:
    group, cards = diamond.groups[index], [statement.id for statement in diamond.statements]
    where: Location = ("diamond9", "groups", index)
    if tuple(map(len, group.rows)) != ROWS:
        has = ", ".join(str(len(row)) for row in group.rows) or "none"
        yield context.diagnostic(
            f'A diamond has rows of 1, 2, 3, 2 and 1 cards, and this one has {has}. Write five lines below "rows:", a hyphen and the '
            f'cards of a row in each, such as "- [{cards[0]}]" and "- [{cards[1]}, {cards[2]}]", until all nine have a place.',
            (*where, "rows"),
        )
        return
    placed = {
        (*where, "rows", row, place): card for row, names in enumerate(group.rows) for place, card in enumerate(names)
    }
    missing = listed(card for card in cards if card not in placed.values())
    again = f'The card "{{card}}" is already in this diamond. Write one that is missing instead: {missing}.'
    yield from _looked_up(context, placed, cards, again)
    reasoned = {(*where, "reasons", place, "statement"): one.statement for place, one in enumerate(group.reasons)}
    again = 'This group has a reason for "{card}" already. Write both as one.'
    yield from _looked_up(context, reasoned, cards, again)


def _looked_up(context: RuleContext, named: Mapping[Location, str], cards: Sequence[str], again: str) -> Diagnostics:
    """Look for cards that there are not, and cards named before, of which `again` says what to do."""
    seen: set[str] = set()
    for location, card in named.items():
        if card not in cards:
            yield context.diagnostic(f'There is no card "{card}".{near_or_choices(card, cards)}', location)
        elif card in seen:
            yield context.diagnostic(again.format(card=card), location)
        seen.add(card)
