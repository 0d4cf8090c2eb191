"""Field types that several kinds share: texts of various lengths, and references."""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict

from macros.schema.types import Reference, Text, Word

Title = Annotated[str, Text(3, 80)]
Summary = Annotated[str, Text(30, 200)]
Sentence = Annotated[str, Text(3, 400)]
Paragraph = Annotated[str, Text(3, 1500)]
Name = Annotated[str, Text(2, 80)]
Heading = Annotated[str, Text(3, 200)]
Organisation = Annotated[str, Text(2, 120)]
Setting = Annotated[str, Word("settings")]

InitiativeId = Annotated[str, Reference("initiative")]
MeetingId = Annotated[str, Reference("meeting")]
EvidenceId = Annotated[str, Reference("evidence")]
ServiceId = Annotated[str, Reference("service")]
ThemeId = Annotated[str, Reference("theme")]
QuestionSetId = Annotated[str, Reference("question_set")]


class Unknown(Exception):
    """A field was asked for whose value cannot be read."""


def known(part: BaseModel, name: str, otherwise: Any) -> Any:
    """The value of a field, or something else if it cannot be read."""
    try:
        return getattr(part, name)
    except Unknown:
        return otherwise


# The names of fields that are given together, each set once: one for each part of each record takes as much memory as all that they say.
_GIVEN: dict[frozenset[str], set[str]] = {}


class Part(BaseModel):
    """A group of fields: a record, a part of one, or settings in network.yml. Immutable, and rejects unknown fields."""

    # Build validators only once, as part of the record's.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    def model_post_init(self, context: Any, /) -> None:
        """Share the set of the fields that are given with all parts that have the same."""
        given = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _GIVEN.setdefault(frozenset(given), given))

    if not TYPE_CHECKING:  # otherwise every name would be one of a field

        def __getattr__(self, name: str) -> Any:
            """Raise `Unknown` for a field whose value was taken out because it cannot be read."""
            if name in type(self).__pydantic_fields__:
                raise Unknown(name)
            return super().__getattr__(name)
