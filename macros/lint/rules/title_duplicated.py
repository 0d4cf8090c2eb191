"""No two records of a kind have the same title.

Why: In a list or a search, no one could tell the two apart.
"""

from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

from macros.kinds import KINDS, Record
from macros.library.cards import Card
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic
from macros.source.likeness import alike

TOPIC = RuleTopic.NAMES


def check_library(library: Library) -> Diagnostics:
    """Compare titles as readers see them. Report what was added later, and both if it was on one day."""
    for model in KINDS.values():
        of_title: defaultdict[str, list[Card]] = defaultdict(list)
        for card in library.all_cards(model):
            of_title[alike(card.title)].append(card)
        of_title.pop("", None)
        for cards in of_title.values():
            if len(cards) > 1:
                yield from _compared(sorted(cards, key=attrgetter("added")), model, library)


def _compared(cards: Sequence[Card], model: type[Record], library: Library) -> Diagnostics:
    first, second = cards[:2]
    for card in cards:
        other = second if card is first else first
        if card.added >= other.added:
            message = f'"{other.id}.md" has the same title. Say in the title what is different about this one.'
            yield RuleContext.at(card.id, model, library).diagnostic(message, ("title",))
