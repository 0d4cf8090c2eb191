"""What stands on the agenda of a meeting, and what was agreed there."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from macros.schema.part import (
    LATER,
    PROPOSED,
    EvidenceId,
    InitiativeId,
    MeetingId,
    Name,
    Part,
    Sentence,
    ServiceId,
)
from macros.schema.types import Day, Identifier, Text


def _minutes(what: str, example: str) -> Any:
    return Field(
        default=None,
        ge=1,
        le=480,
        json_schema_extra=LATER,
        description=f"How many minutes {what} is given, if not as many as network.yml says.",
        examples=[example],
    )


class StandingItemReport(Part):
    """What was done, or will be, under the item that every meeting has."""

    title: Annotated[str, Text(3, 200)] = Field(
        description="What was done under it.", examples=["Diamond 9: what matters most to us"]
    )
    led_by: Name = Field(description="The role or the service that led it, not a name.", examples=["Network chair"])
    minutes: int | None = _minutes("it", "40")
    initiatives: list[InitiativeId] = Field(
        default=[],
        max_length=25,
        json_schema_extra=LATER,
        description="Initiatives that came of it: the file names of initiative records, without .md.",
        examples=[["shared-lunch"]],
    )
    evidence: list[EvidenceId] = Field(
        default=[],
        max_length=25,
        json_schema_extra=LATER,
        description="Evidence that it brought up: the file names of evidence records, without .md.",
        examples=[["survey-2017"]],
    )
    decisions: list[Sentence] = Field(
        default=[],
        json_schema_extra=LATER,
        description="What was decided under it, a sentence each. The other decisions stand under decisions.",
        examples=[["Champions are asked again before their agreement ends."]],
    )


class Opening(Part):
    """How a meeting opens."""

    title: Annotated[str, Text(3, 200)] = Field(
        description="What everybody does.", examples=["What is your favourite film?"]
    )
    initiative: InitiativeId | None = Field(
        default=None,
        description="The file name of the initiative it tries out, without .md.",
        examples=["getting-to-know-you-question"],
    )
    minutes: int | None = _minutes("it", "10")


class Presentation(Part):
    """What a member presents at a meeting."""

    title: Annotated[str, Text(3, 200)] = Field(
        description="What it is about.", examples=["What our lunch club taught us"]
    )
    service: ServiceId | None = Field(
        default=None,
        description="The file name of the service that presents, without .md.",
        examples=["sample-brindle"],
    )
    initiative: InitiativeId | None = Field(
        default=None, description="The file name of the initiative presented, without .md.", examples=["shared-lunch"]
    )
    evidence: EvidenceId | None = Field(
        default=None,
        description="The file name of the evidence presented, without .md.",
        examples=["survey-2017"],
    )
    minutes: int | None = _minutes("it", "20")


class Topic(Part):
    """Something a member would like to talk about."""

    text: Sentence = Field(description="The topic.", examples=["How do others protect time for supervision?"])
    service: ServiceId | None = Field(
        default=None,
        json_schema_extra={**PROPOSED, "hint": "The service that asks."},
        description="The file name of the service that asks, without .md.",
        examples=["sample-brindle"],
    )
    taken_up: MeetingId | None = Field(
        default=None,
        json_schema_extra=LATER,
        description="The file name of the meeting at which it was talked about, without .md. Leave out until then.",
        examples=["2026-06-quarterly-meeting"],
    )


class Action(Part):
    """What a service agreed to do."""

    id: Identifier = Field(
        description="A short name that stays the same from meeting to meeting.", examples=["share-lunch-poster"]
    )
    text: Sentence = Field(description="What is to be done.", examples=["Share the poster with all services."])
    owner: ServiceId = Field(
        description="The service that does it: its file name, without .md. If the chair or everybody does it, the service that sees to it.",
        examples=["sample-brindle"],
    )
    due: Day | None = Field(default=None, description="The day by which it should be done.", examples=["2026-06-30"])
    done: Day | None = Field(
        default=None, json_schema_extra=LATER, description="The day it was done.", examples=["2026-06-12"]
    )
    dropped: Day | None = Field(
        default=None, json_schema_extra=LATER, description="The day it was given up.", examples=["2026-06-12"]
    )
    why: Sentence | None = Field(
        default=None,
        json_schema_extra=LATER,
        description="Why it was given up. Only with dropped, which needs it.",
        examples=["The poster is out of date."],
    )

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done is None and self.dropped is None
