"""A Diamond 9: nine cards, and how the groups at a meeting ranked them."""

from collections.abc import Iterator

from macros.schema.field import field
from macros.schema.part import Name, Part, Sentence
from macros.schema.types import Identifier


class Statement(Part):
    """One card of a Diamond 9."""

    id: Identifier = field(description="A short name for the card.", examples=["proper-breaks"])
    text: Sentence = field(description="What the card says.", examples=["I can take proper breaks away from my desk."])


class Reason(Part):
    """Why a group put a card where it did."""

    statement: Identifier = field(description="The short name of the card.", examples=["proper-breaks"])
    text: Sentence = field(description="The reason, in the group's words.", examples=["Nothing else works without it."])


class Group(Part):
    """How one group ranked the cards."""

    name: Name = field(description="What to call the group.", examples=["Table 1"])
    rows: list[list[Identifier]] = field(
        description="Five rows of one, two, three, two and one cards, the most important first.",
        examples=[[["proper-breaks"], ["supervision", "belonging"]]],
    )
    reasons: list[Reason] = field(
        default=[],
        description="Why cards stand where they do.",
        examples=[[{"statement": "proper-breaks", "text": "Nothing else works without it."}]],
    )


class Diamond9(Part):
    """A ranking exercise: nine cards laid out as a diamond by each group."""

    question: Sentence = field(description="What the cards answer.", examples=["What matters most to us at work?"])
    statements: list[Statement] = field(
        min_length=9,
        max_length=9,
        description="The nine cards.",
        examples=[[{"id": "proper-breaks", "text": "I can take proper breaks away from my desk."}]],
    )
    groups: list[Group] = field(
        default=[],
        description="How each group ranked the cards. Leave out until they have.",
        examples=[[{"name": "Table 1", "rows": [["proper-breaks"]]}]],
    )

    def sentences(self) -> Iterator[str]:
        """The text in it: the question, the cards and the groups' reasons."""
        yield self.question
        yield from (statement.text for statement in self.statements)
        yield from (reason.text for group in self.groups for reason in group.reasons)
