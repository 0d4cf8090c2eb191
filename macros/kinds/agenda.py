"""The agenda of a meeting, and the actions agreed there."""

from __future__ import annotations

from typing import Any

from macros.kinds.consent import Named, consent_given, consent_until, consent_withdrawn
from macros.kinds.entry import Entry
from macros.schema.field import LATER, After, Need, Only, When, field
from macros.schema.part import (
    EvidenceId,
    Heading,
    InitiativeId,
    MeetingId,
    Name,
    Organisation,
    Part,
    Sentence,
    ServiceId,
)
from macros.schema.types import Day, Identifier
from macros.schema.written_numbers import WholeNumber

_NAMED = When("name")
_DROPPED = Only(
    When("dropped"),
    '"why" is only for an action that was dropped. Take it out, or add the day, such as "dropped: 2026-06-12".',
)


def _minutes(what: str, example: str) -> Any:
    description = f"How many minutes {what} takes, if that is different from network.yml."
    return field(description, [example], default=None, ge=1, le=480, ask=LATER)


class StandingItemReport(Part):
    """What was done, or will be, under the item that every meeting has."""

    title: Heading = field(
        "What was done under it.",
        ["Diamond 9: what matters most to us"],
        hint="What was done under the standing item, or will be.",
    )
    led_by: Name | None = field(
        "The role or the service that led it, not a name. Needed unless source says where the record comes from.",
        ["Network chair"],
        default=None,
        needed=Need(unless="source", why="Say who leads or led it: a role or a service, not a name.", beside="title"),
        hint="The role or the service that led it, or will. Not a name.",
    )
    minutes: WholeNumber | None = _minutes("it", "40")
    initiatives: list[InitiativeId] = field(
        "Initiatives that followed from it: the file names of initiative records, without .md.",
        [["shared-lunch"]],
        hint="Initiatives that followed from it.",
        default=[],
        max_length=25,
        ask=LATER,
    )
    evidence: list[EvidenceId] = field(
        "Evidence that it discussed: the file names of evidence records, without .md.",
        [["survey-2017"]],
        hint="Evidence that it discussed.",
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
        "The file name of the initiative it tries out, without .md.",
        ["getting-to-know-you-question"],
        default=None,
        hint="The initiative it tries out.",
    )
    minutes: WholeNumber | None = _minutes("it", "10")


class Speaker(Named):
    """Someone from outside the network who speaks at a meeting."""

    TO_TAKE_OUT = "the name and the days"

    role: Name = field("What they do.", ["Head of learning"])
    organisation: Organisation | None = field("The organisation they speak for.", ["A teaching hospital"], default=None)
    name: Name | None = field(
        "Their name, only if they agreed to be named here. Once it is taken out, the history of the files still has it.",
        ["Sample Speaker A"],
        default=None,
        ask=LATER,
    )
    consent_given: Day | None = consent_given(_NAMED)
    consent_until: Day | None = consent_until(_NAMED)
    consent_withdrawn: Day | None = consent_withdrawn()

    @property
    def in_words(self) -> str:
        """Their role and organisation, without a name: "Head of learning, A teaching hospital"."""
        return ", ".join(part for part in (self.role, self.organisation) if part)

    def without_name(self) -> Speaker:
        """The same without a name and the days of their agreement."""
        return Speaker(role=self.role, organisation=self.organisation)


class Presentation(Entry):
    """What a member or an invited speaker presents at a meeting."""

    FORM = "presentation"
    HEADING = "Offer to present something at the next meeting"
    TITLE = "I could present this"
    KIND = "meeting"
    LIST = "presentations"

    title: Heading = field("What it is about.", ["What our lunch club taught us"])
    service: ServiceId | None = field(
        "The file name of the service that presents, without .md.",
        ["sample-brindle"],
        default=None,
        proposed=True,
        asked_as="Your service",
        hint="The service that presents.",
    )
    speaker: Speaker | None = field("Who speaks, if it is someone from outside the network.", default=None)
    initiative: InitiativeId | None = field(
        "The file name of the initiative presented, without .md.",
        ["shared-lunch"],
        default=None,
        proposed=True,
        hint="The initiative to present.",
    )
    evidence: EvidenceId | None = field(
        "The file name of the evidence presented, without .md.",
        ["survey-2017"],
        default=None,
        proposed=True,
        hint="The evidence to present.",
    )
    minutes: WholeNumber | None = _minutes("it", "20")


class Topic(Entry):
    """Something a member would like to talk about."""

    FORM = "topic"
    HEADING = "Propose a topic for the next meeting"
    TITLE = "A topic for the next meeting"
    KIND = "meeting"
    LIST = "topics"

    text: Sentence = field("The topic.", ["How do others protect time to learn?"])
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
        hint="The meeting that discussed it. Leave it out until then.",
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
        hint="The service that does it. If the chair or everyone does it, the service that makes sure it happens.",
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
