"""Field types that several kinds share: texts of various lengths, and references."""

from typing import Annotated

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


class Part(BaseModel):
    """A group of fields: a record, a part of one, or settings in network.yml. Immutable, and rejects unknown fields."""

    # Build validators only once, as part of the record's.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
