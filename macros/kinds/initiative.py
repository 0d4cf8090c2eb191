"""An initiative: something that a service tried, is trying or would like to try."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from macros.kinds.record import Record, replaced_by_field
from macros.schema.field import ASKED, LATER, After, Need, Only, When, field
from macros.schema.part import EvidenceId, InitiativeId, Name, Paragraph, Part, Sentence, ServiceId, ThemeId
from macros.schema.types import Choice, DayOrMonth, MailAddress, Word


class InitiativeStage(Choice):
    """How far an initiative has come."""

    IDEA = "idea", "Somebody has suggested it and nobody has tried it yet."
    TRYING = "trying", "At least one service is trying it out."
    ESTABLISHED = "established", "It is part of how at least one service works."
    STOPPED = "stopped", "It was tried and given up, and we say why."


_BEGUN = When("stage", (InitiativeStage.TRYING, InitiativeStage.ESTABLISHED, InitiativeStage.STOPPED))
_STOPPED = Only(
    When("stage", (InitiativeStage.STOPPED,)),
    'The field "{name}" is only for an initiative that has stopped, and the stage here is "{stage}". Take it out, or change the '
    'stage to "stopped".',
)


class Cost(Choice):
    """What an initiative costs in money, apart from people's time."""

    FREE = "free", "It costs nothing."
    LOW = "low", "A team can pay for it from petty cash."
    SOME = "some", "A manager has to approve it."
    HIGH = "high", "It needs a budget of its own."


class Adoption(Part):
    """A service that has taken up an initiative of another."""

    service: ServiceId = field(description="The file name of the service, without .md.", examples=["sample-brindle"])
    since: DayOrMonth | None = field(
        default=None,
        older=True,
        after=After("started", "It was taken up here ({later}) before it started ({earlier}). Check both dates."),
        description="Since when: a day or a month.",
        examples=["2026-03"],
    )


class Quote(Part):
    """What somebody said, who agreed to be quoted."""

    text: Sentence = field(description="Their words, without quotation marks.", examples=["I look forward to it."])
    role: Name = field(description="Their role, not their name.", examples=["Trainee"])
    service: ServiceId | None = field(
        default=None, description="The file name of their service, without .md.", examples=["sample-brindle"]
    )


class Initiative(Record):
    """Something a service tried, is trying or would like to try."""

    KIND = "initiative"
    FOLDER = "initiatives"

    stage: InitiativeStage = field(proposed=True, description="How far it has come.", examples=["established"])
    services: list[ServiceId] = field(
        default=[],
        # What we take from a source can say no more than the source does.
        needed=Need(
            unless="source",
            why="Say whose initiative it is.",
            how=(
                'Add a line "services:", and below it a line for each service with the name of its file, such as '
                '"- {reference}".'
            ),
            beside="title",
        ),
        proposed=True,
        hint="The services whose initiative it is.",
        max_length=25,
        description=(
            "The services whose initiative it is: the file names of service records, without .md. "
            "Leave out only if its source does not name one."
        ),
        examples=[["sample-brindle"]],
    )
    tags: list[ThemeId] = field(
        proposed=True,
        asked_as="Themes",
        hint="One to five themes it belongs to.",
        min_length=1,
        max_length=5,
        description="One to five themes it belongs to: the file names of theme records, without .md.",
        examples=[["peer-support", "breaks-and-boundaries"]],
    )
    started: DayOrMonth | None = field(
        default=None,
        ask=ASKED,
        needed=Need(_BEGUN, unless="source", why='An initiative whose stage is "{stage}" says when it started.'),
        only=Only(_BEGUN, 'An idea has not started. Take "{name}" out, or change the stage to "trying".'),
        older=True,
        proposed=True,
        hint="A day or a month.",
        description=(
            "When it started: a day or a month. Needed unless it is still an idea, or its source does not say."
        ),
        examples=["2025-09"],
    )
    stopped: DayOrMonth | None = field(
        default=None,
        ask=LATER,
        needed=Need(_STOPPED.when, why="An initiative that has stopped says when."),
        only=_STOPPED,
        older=True,
        after=After("started", "It stopped ({later}) before it started ({earlier}). Check both dates."),
        proposed=True,
        hint="A day or a month. Only for an initiative that has stopped.",
        description="When it stopped: a day or a month. Only for an initiative that has stopped, which needs it.",
        examples=["2026-02"],
    )
    why_stopped: Paragraph | None = field(
        default=None,
        ask=LATER,
        needed=Need(
            _STOPPED.when, why="An initiative that has stopped says what others should know before they try it."
        ),
        only=_STOPPED,
        proposed=True,
        description=(
            "Why it stopped. Only for an initiative that has stopped, which needs it. "
            "Often the most useful line on the page."
        ),
        examples=["The room was no longer free at lunchtime."],
    )
    audience: list[Annotated[str, Word("audiences")]] = field(
        default=[], proposed=True, description="Whom it is for.", examples=[["trainees", "managers"]]
    )
    setting: list[Annotated[str, Word("settings")]] = field(
        default=[], proposed=True, description="Where it takes place.", examples=[["team-meeting"]]
    )
    tier: Annotated[str, Word("tiers")] | None = field(
        default=None, description="The level at which it works.", examples=["organisational"]
    )
    hse_areas: list[Annotated[str, Word("hse_areas")]] = field(
        default=[],
        description="The areas of the HSE Management Standards that it may improve.",
        examples=[["support", "relationships"]],
    )
    minutes: int | None = field(
        default=None,
        proposed=True,
        ge=1,
        le=1440,
        description="How many minutes of a person's time it takes each time.",
        examples=["30"],
    )
    cost: Cost | None = field(
        default=None,
        proposed=True,
        description="What it costs, apart from people's time.",
        examples=["free"],
    )
    contact: MailAddress | None = field(
        default=None,
        needed=Need(unless="source", rule="provenance-missing"),
        proposed=True,
        hint="Who to ask: a mailbox of a role or a team, never of a person.",
        description=(
            "Who to ask: a mailbox of a role or a team, never of a person. "
            "Needed unless source says where the initiative comes from."
        ),
        examples=["team@example.org"],
    )
    evidence: list[EvidenceId] = field(
        default=[],
        proposed=True,
        hint="The evidence it rests on.",
        max_length=100,
        description="The evidence it rests on: the file names of evidence records, without .md.",
        examples=[["survey-2017"]],
    )
    adopted_by: list[Adoption] = field(
        default=[],
        max_length=100,
        ask=LATER,
        description="Services that have taken it up from the ones above.",
        examples=[[{"service": "sample-brindle", "since": "2026-03"}]],
    )
    quotes: list[Quote] = field(
        default=[],
        description="What people said about it, with their agreement.",
        examples=[[{"text": "I look forward to it.", "role": "Trainee"}]],
    )
    opens_meetings: bool = field(
        default=False,
        ask=LATER,
        description="Write true if a meeting of the network may open with it. It is then proposed for agendas in turn.",
        examples=["true"],
    )
    replaced_by: list[InitiativeId] = replaced_by_field("initiative", "shared-lunch")


@dataclass(frozen=True)
class BodySection:
    """A part of an initiative's text, under a heading of its own."""

    title: str
    asks: str
    needed_for_ideas: bool
    example: str


SECTIONS = (
    BodySection(
        "What we did",
        "what happens, who takes part and how often.",
        needed_for_ideas=False,
        example="Everybody who is in the building eats in the same room on Wednesdays, from noon to half past.",
    ),
    BodySection(
        "How to try it",
        "what somebody in another service would do first.",
        needed_for_ideas=True,
        example="Book a room for the same half hour every week. Ask your manager to keep it free of meetings.",
    ),
    BodySection(
        "What changed",
        "what people noticed, or that you do not know yet.",
        needed_for_ideas=False,
        example="New colleagues say that they know more names. We do not know yet whether fewer people leave.",
    ),
)
