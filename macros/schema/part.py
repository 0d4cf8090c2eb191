"""What the fields of several kinds are made of: how long a text may be, whom a reference names, when a field is asked for."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, JsonValue

from macros.schema.types import Reference, Text

# A new record asks for these too: the rules want them in most cases, though not in all.
ASKED: dict[str, JsonValue] = {"asked": True}
# The forms ask for these as well as for what is required or asked: what somebody with ten minutes can tell. A "hint" is
# what they say instead of a description that speaks of files.
PROPOSED: dict[str, JsonValue] = {"proposed": True}
# A record has no use for these when it is new, or only in a special case.
LATER: dict[str, JsonValue] = {"later": True}

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
