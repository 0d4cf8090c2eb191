"""A Diamond 9: nine cards, and how the groups at a meeting ranked them."""

from collections.abc import Iterator

from macros.schema.field import field
from macros.schema.network import Cards
from macros.schema.part import Name, Part, Sentence
from macros.schema.types import Identifier


class Reason(Part):
    """Why a group put a card where it did."""

    statement: Identifier = field("The short name of the card.", ["proper-breaks"])
    text: Sentence = field("The reason, in the group's words.", ["Nothing else works without it."])


class Group(Part):
    """How one group ranked the cards."""

    name: Name = field("What to call the group.", ["Table 1"])
    rows: list[list[Identifier]] = field(
        "Five rows of one, two, three, two and one cards, with the most important first.",
        [[["proper-breaks"], ["supervision", "belonging"]]],
    )
    reasons: list[Reason] = field("Why cards are where they are.", default=[])


class Diamond9(Cards):
    """A ranking exercise: nine cards laid out as a diamond by each group."""

    groups: list[Group] = field("How each group ranked the cards. Leave out until they have.", default=[])

    def sentences(self) -> Iterator[str]:
        """The text in it: the question, the cards and the groups' reasons."""
        yield self.question
        yield from (statement.text for statement in self.statements)
        yield from (reason.text for group in self.groups for reason in group.reasons)
