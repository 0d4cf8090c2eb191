"""The agenda of a meeting, and the actions agreed there."""

from typing import Any

from macros.kinds.entry import Entry
from macros.schema.field import LATER, After, Need, Only, When, field
from macros.schema.part import EvidenceId, Heading, InitiativeId, MeetingId, Name, Part, Sentence, ServiceId
from macros.schema.types import Day, Identifier
from macros.schema.written_numbers import WholeNumber

_DROPPED = Only(
    When("dropped"),
    '"why" is only for an action that was dropped. Take it out, or add the day, such as "dropped: 2026-06-12".',
)


def _minutes(what: str, example: str) -> Any:
    description = f"How many minutes {what} takes, if that is different from network.yml."
    return field(description, [example], default=None, ge=1, le=480, ask=LATER)


class StandingItemReport(Part):
    """What was done, or will be, under the item that every meeting has."""

    title: Heading = field("What was done under it.", ["Diamond 9: what matters most to us"])
    led_by: Name = field("The role or the service that led it, not a name.", ["Network chair"])
    minutes: WholeNumber | None = _minutes("it", "40")
    initiatives: list[InitiativeId] = field(
        "Initiatives that came of it: the file names of initiative records, without .md.",
        [["shared-lunch"]],
        default=[],
        max_length=25,
        ask=LATER,
    )
    evidence: list[EvidenceId] = field(
        "Evidence that it discussed: the file names of evidence records, without .md.",
        [["survey-2017"]],
        default=[],
        max_length=25,
        ask=LATER,
    )
    decisions: list[Sentence] = field(
        "What was decided under it, in a sentence each. Other decisions go under decisions.",
        [["Champions are asked again before their agreement ends."]],
        default=[],
        ask=LATER,
    )


class Opening(Part):
    """How a meeting opens."""

    title: Heading = field("What everyone does.", ["What is your favourite film?"])
    initiative: InitiativeId | None = field(
        "The file name of the initiative it tries out, without .md.", ["getting-to-know-you-question"], default=None
    )
    minutes: WholeNumber | None = _minutes("it", "10")


class Presentation(Part):
    """What a member presents at a meeting."""

    title: Heading = field("What it is about.", ["What our lunch club taught us"])
    service: ServiceId | None = field(
        "The file name of the service that presents, without .md.", ["sample-brindle"], default=None
    )
    initiative: InitiativeId | None = field(
        "The file name of the initiative presented, without .md.", ["shared-lunch"], default=None
    )
    evidence: EvidenceId | None = field(
        "The file name of the evidence presented, without .md.", ["survey-2017"], default=None
    )
    minutes: WholeNumber | None = _minutes("it", "20")


class Topic(Entry):
    """Something a member would like to talk about."""

    FORM = "topic"
    HEADING = "Propose a topic for the next meeting"
    TITLE = "A topic for the next meeting"
    KIND = "meeting"
    LIST = "topics"

    text: Sentence = field("The topic.", ["How do others protect time for supervision?"])
    service: ServiceId | None = field(
        "The file name of the service that asks, without .md.",
        ["sample-brindle"],
        default=None,
        proposed=True,
        hint="The service that asks.",
    )
    taken_up: MeetingId | None = field(
        "The file name of the meeting that discussed it, without .md. Leave it out until then.",
        ["2026-06-quarterly-meeting"],
        default=None,
        ask=LATER,
        after=After(
            "date",
            '"{id}" ({later}) was before this meeting, so it cannot have discussed what was suggested here. '
            "Write the meeting that did, or take the line out until there is one.",
            # A meeting that does not take place has no day: its topics go to whichever comes next.
            unless="is_called_off",
        ),
    )


class Action(Part):
    """What a service agreed to do."""

    id: Identifier = field("A short name that stays the same from meeting to meeting.", ["share-lunch-poster"])
    text: Sentence = field("What needs to be done.", ["Share the poster with all services."])
    owner: ServiceId = field(
        "The service that does it: its file name, without .md. If the chair or everyone does it, the service that makes sure it happens.",
        ["sample-brindle"],
    )
    # Other rules report days before the meeting that agreed the action.
    due: Day | None = field(
        "The day by which it should be done.", ["2026-06-30"], default=None, to_come=True, older=True
    )
    done: Day | None = field("The day it was done.", ["2026-06-12"], default=None, ask=LATER, older=True)
    dropped: Day | None = field(
        "The day it was given up.",
        ["2026-06-12"],
        default=None,
        ask=LATER,
        only=Only(When("done", (None,)), "An action is either done or dropped. Take one of the two out."),
        older=True,
    )
    why: Sentence | None = field(
        "Why it was given up. Only with dropped, which needs it.",
        ["The poster is out of date."],
        default=None,
        ask=LATER,
        needed=Need(
            _DROPPED.when,
            why="An action that was dropped says why.",
            how='Add the reason below this line, such as "why: The poster is out of date."',
        ),
        only=_DROPPED,
    )

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor dropped."""
        return self.done is None and self.dropped is None
