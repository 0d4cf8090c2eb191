"""The agenda of a meeting, and the actions agreed there."""

from typing import Annotated, Any

from macros.schema.field import LATER, After, Need, Only, When, field
from macros.schema.part import EvidenceId, InitiativeId, MeetingId, Name, Part, Sentence, ServiceId
from macros.schema.types import Day, Identifier, Text

_DROPPED = Only(
    When("dropped"),
    '"why" is only for an action that was dropped. Take it out, or add the day, such as "dropped: 2026-06-12".',
)


def _minutes(what: str, example: str) -> Any:
    return field(
        default=None,
        ge=1,
        le=480,
        ask=LATER,
        description=f"How many minutes {what} is given, if not as many as network.yml says.",
        examples=[example],
    )


class StandingItemReport(Part):
    """What was done, or will be, under the item that every meeting has."""

    title: Annotated[str, Text(3, 200)] = field(
        description="What was done under it.", examples=["Diamond 9: what matters most to us"]
    )
    led_by: Name = field(description="The role or the service that led it, not a name.", examples=["Network chair"])
    minutes: int | None = _minutes("it", "40")
    initiatives: list[InitiativeId] = field(
        default=[],
        max_length=25,
        ask=LATER,
        description="Initiatives that came of it: the file names of initiative records, without .md.",
        examples=[["shared-lunch"]],
    )
    evidence: list[EvidenceId] = field(
        default=[],
        max_length=25,
        ask=LATER,
        description="Evidence that it brought up: the file names of evidence records, without .md.",
        examples=[["survey-2017"]],
    )
    decisions: list[Sentence] = field(
        default=[],
        ask=LATER,
        description="What was decided under it, a sentence each. The other decisions stand under decisions.",
        examples=[["Champions are asked again before their agreement ends."]],
    )


class Opening(Part):
    """How a meeting opens."""

    title: Annotated[str, Text(3, 200)] = field(
        description="What everybody does.", examples=["What is your favourite film?"]
    )
    initiative: InitiativeId | None = field(
        default=None,
        description="The file name of the initiative it tries out, without .md.",
        examples=["getting-to-know-you-question"],
    )
    minutes: int | None = _minutes("it", "10")


class Presentation(Part):
    """What a member presents at a meeting."""

    title: Annotated[str, Text(3, 200)] = field(
        description="What it is about.", examples=["What our lunch club taught us"]
    )
    service: ServiceId | None = field(
        default=None,
        description="The file name of the service that presents, without .md.",
        examples=["sample-brindle"],
    )
    initiative: InitiativeId | None = field(
        default=None, description="The file name of the initiative presented, without .md.", examples=["shared-lunch"]
    )
    evidence: EvidenceId | None = field(
        default=None, description="The file name of the evidence presented, without .md.", examples=["survey-2017"]
    )
    minutes: int | None = _minutes("it", "20")


class Topic(Part):
    """Something a member would like to talk about."""

    text: Sentence = field(description="The topic.", examples=["How do others protect time for supervision?"])
    service: ServiceId | None = field(
        default=None,
        proposed=True,
        hint="The service that asks.",
        description="The file name of the service that asks, without .md.",
        examples=["sample-brindle"],
    )
    taken_up: MeetingId | None = field(
        default=None,
        ask=LATER,
        after=After(
            "date",
            '"{id}" ({later}) was before this meeting, and cannot have taken up what was suggested here. '
            "Write the meeting that did, or take the line out until there is one.",
            # A meeting that does not take place has no day: its topics go to whichever comes next.
            unless="is_called_off",
        ),
        description="The file name of the meeting at which it was talked about, without .md. Leave out until then.",
        examples=["2026-06-quarterly-meeting"],
    )


class Action(Part):
    """What a service agreed to do."""

    id: Identifier = field(
        description="A short name that stays the same from meeting to meeting.", examples=["share-lunch-poster"]
    )
    text: Sentence = field(description="What is to be done.", examples=["Share the poster with all services."])
    owner: ServiceId = field(
        description="The service that does it: its file name, without .md. If the chair or everybody does it, the service that sees to it.",
        examples=["sample-brindle"],
    )
    # Other rules report days before the meeting that agreed the action.
    due: Day | None = field(
        default=None,
        to_come=True,
        older=True,
        description="The day by which it should be done.",
        examples=["2026-06-30"],
    )
    done: Day | None = field(
        default=None, ask=LATER, older=True, description="The day it was done.", examples=["2026-06-12"]
    )
    dropped: Day | None = field(
        default=None,
        ask=LATER,
        only=Only(When("done", (None,)), "An action is either done or dropped. Take one of the two out."),
        older=True,
        description="The day it was given up.",
        examples=["2026-06-12"],
    )
    why: Sentence | None = field(
        default=None,
        ask=LATER,
        needed=Need(
            _DROPPED.when,
            why="An action that was dropped says why.",
            how='Add the reason below this line, such as "why: The poster is out of date."',
        ),
        only=_DROPPED,
        description="Why it was given up. Only with dropped, which needs it.",
        examples=["The poster is out of date."],
    )

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor dropped."""
        return self.done is None and self.dropped is None
