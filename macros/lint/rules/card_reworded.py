"""A card of a Diamond 9 says the same wherever it has the same short name.

Why: The site compares how meetings ranked a card. With other words it is another card, and the comparison would be
wrong.
"""

from contextlib import suppress
from datetime import date

from macros.kinds import Meeting
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, as_far_as_known
from macros.schema.part import Unknown, known
from macros.schema.types import sort_key

TOPIC = RuleTopic.STORY
ABOUT = Meeting


def check_library(library: Library) -> Diagnostics:
    """Compare the cards of each meeting with those of the network and of earlier meetings."""
    own = library.network.diamond9
    cards = {card.id: (card.text, "network.yml") for card in own.statements} if own else {}
    # Those whose day is not known come last.
    for meeting in sorted(library.all_known(Meeting).values(), key=lambda one: sort_key(known(one, "date", date.max))):
        yield from as_far_as_known(_compared(meeting, cards, library))


def _compared(meeting: Meeting, cards: dict[str, tuple[str, str]], library: Library) -> Diagnostics:
    for index, card in enumerate(meeting.diamond9.statements if meeting.diamond9 else []):
        with suppress(Unknown):
            text, where = cards.setdefault(card.id, (card.text, f"{meeting.id}.md"))
            # Rule diamond-incomplete reports two cards with one name in the same meeting.
            if text != card.text and where != f"{meeting.id}.md":
                yield RuleContext.of(meeting, library).diagnostic(
                    f'"{text}" is what the card "{card.id}" says in "{where}". '
                    "Write the same words in both, or give one of them another short name.",
                    ("diamond9", "statements", index, "text"),
                )
