"""What the fields of several kinds are made of: how long a text may be, and whom a reference names."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict

from macros.schema.types import Reference, Text

Title = Annotated[str, Text(3, 80)]
Summary = Annotated[str, Text(30, 200)]
Sentence = Annotated[str, Text(3, 400)]
Paragraph = Annotated[str, Text(3, 1500)]
Name = Annotated[str, Text(2, 80)]

InitiativeId = Annotated[str, Reference("initiative")]
MeetingId = Annotated[str, Reference("meeting")]
EvidenceId = Annotated[str, Reference("evidence")]
ServiceId = Annotated[str, Reference("service")]
ThemeId = Annotated[str, Reference("theme")]


class Part(BaseModel):
    """A group of fields inside a record. Unknown fields are refused, and nothing changes after reading."""

    # What checks a group is built with the record that it is in, and not a second time for itself.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
