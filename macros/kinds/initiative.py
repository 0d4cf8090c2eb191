"""An initiative: something that a service tried, is trying or would like to try."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from macros.kinds.body_section import BodySection
from macros.kinds.name import KindName
from macros.kinds.question import Question, by_minutes, by_setting, by_stage, by_theme, by_year
from macros.kinds.record import Record, replaced_by_field
from macros.kinds.service import Service
from macros.kinds.shown import ListGroup, Shown, in_groups, titles
from macros.kinds.uptake import Adoption, Quote
from macros.schema.durations import counted
from macros.schema.field import ASKED, LATER, After, Need, Only, When, field
from macros.schema.part import EvidenceId, InitiativeId, Paragraph, ServiceId, ThemeId
from macros.schema.types import Choice, DayMonthOrYear, MailAddress, Word, in_words


class InitiativeStage(Choice):
    """How far an initiative has come."""

    IDEA = "idea", "Somebody has suggested it and nobody has tried it yet."
    TRYING = "trying", "At least one service is trying it out."
    ESTABLISHED = "established", "It is part of how at least one service works."
    STOPPED = "stopped", "It was tried and given up, and we say why."


# In the order of lists: what works comes first.
STAGES = (InitiativeStage.ESTABLISHED, InitiativeStage.TRYING, InitiativeStage.IDEA, InitiativeStage.STOPPED)

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


class Initiative(Record):
    """Something a service tried, is trying or would like to try."""

    KIND = "initiative"
    FOLDER = "initiatives"
    NAME = KindName("initiative", "initiatives")
    PLACE = 10
    MARK = "M20 0l5 5-5 5-5-5zM12.5 7.5l5 5-5 5-5-5zM27.5 7.5l5 5-5 5-5-5z"
    COLOUR = "initiative"
    HAS_FORM = True
    SHORT_FOLDER = "i"
    SECTIONS = (
        BodySection(
            "What we did",
            "what happens, who takes part and how often.",
            "Everybody who is in the building eats in the same room on Wednesdays, from noon to half past.",
            not_at=[InitiativeStage.IDEA],
        ),
        BodySection(
            "How to try it",
            "what somebody in another service would do first.",
            "Book a room for the same half hour every week. Ask your manager to keep it free of meetings.",
        ),
        BodySection(
            "What changed",
            "what people noticed, or that you do not know yet.",
            "New colleagues say that they know more names. We do not know yet whether fewer people leave.",
            not_at=[InitiativeStage.IDEA],
        ),
    )

    stage: InitiativeStage = field(proposed=True, description="How far it has come.", examples=["established"])
    services: list[ServiceId] = field(
        default=[],
        # An initiative taken from a source can only say what the source says.
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
    started: DayMonthOrYear | None = field(
        default=None,
        ask=ASKED,
        needed=Need(_BEGUN, unless="source", why='An initiative whose stage is "{stage}" says when it started.'),
        only=Only(_BEGUN, 'An idea has not started. Take "{name}" out, or change the stage to "trying".'),
        older=True,
        proposed=True,
        hint="A day, a month or a year.",
        description=(
            "When it started: a day, a month or a year. Needed unless it is still an idea, or its source does not say."
        ),
        examples=["2025-09"],
    )
    stopped: DayMonthOrYear | None = field(
        default=None,
        ask=LATER,
        needed=Need(_STOPPED.when, why="An initiative that has stopped says when."),
        only=_STOPPED,
        older=True,
        after=After("started", "It stopped ({later}) before it started ({earlier}). Check both dates."),
        proposed=True,
        hint="A day, a month or a year. Only for an initiative that has stopped.",
        description="When it stopped: a day, a month or a year. Only for an initiative that has stopped, which needs it.",
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
        default=None, proposed=True, description="What it costs, apart from people's time.", examples=["free"]
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

    @property
    def all_services(self) -> list[str]:
        """The ids of the services whose initiative it is, then of those that adopted it."""
        return [*self.services, *(adoption.service for adoption in self.adopted_by)]

    @property
    def looked_after_by(self) -> Sequence[str]:
        """The services whose initiative it is."""
        return self.services

    def fact_line(self, shown: Shown) -> list[str]:
        """Its time, cost, services and start."""
        minutes = counted(self.minutes, "minute") if self.minutes else ""
        services = ", ".join(titles(shown, Service.KIND, self.services)) or shown.network.short_name
        since = f"since {in_words(self.started)}" if self.started else ""
        return [part for part in (minutes, _cost(self.cost), services, since) if part]

    def sentences(self) -> Iterator[str | None]:
        """Why it stopped, and quotes."""
        yield self.why_stopped
        yield from (quote.text for quote in self.quotes)

    def search_words(self, shown: Shown) -> Iterator[str]:
        """Its services, vocabulary words and cost."""
        yield from titles(shown, Service.KIND, self.all_services)
        for vocabulary, chosen in (
            ("audiences", self.audience),
            ("settings", self.setting),
            ("tiers", [self.tier] if self.tier else []),
            ("hse_areas", self.hse_areas),
        ):
            yield from (shown.network.words(vocabulary)[one] for one in chosen)
        yield from (self.cost.label, self.cost.description) if self.cost else ()

    def areas(self, shown: Shown) -> Iterable[str]:
        """The areas of its services."""
        services = shown.all_of(Service)
        return [services[one].area for one in self.all_services if one in services]

    @classmethod
    def groups(cls, records: Sequence[Initiative], shown: Shown) -> Iterable[ListGroup]:
        """Groups by stage, what works first, then by title."""
        notes = {stage.label: stage.description for stage in STAGES}
        return in_groups(records, {stage: stage.label for stage in STAGES}, lambda one: one.stage, notes)

    @classmethod
    def questions(cls, records: Sequence[Initiative], shown: Shown) -> list[Question]:
        """Theme, cost, time, stage, setting, area, service and year."""
        return [
            by_theme(shown),
            Question(
                "cost",
                "Cost",
                {one: one.label for one in Cost},
                lambda record: [record.cost],
                {one: one.description for one in Cost if one is not Cost.FREE},
            ),
            by_minutes(),
            by_stage(InitiativeStage),
            by_setting(shown),
            Question("area", "Area", shown.network.words("areas"), lambda record: record.areas(shown), is_own=True),
            Question(
                "service", "Service", shown.titles_by_id(Service.KIND), lambda record: record.all_services, is_own=True
            ),
            by_year("Year it started", records, lambda record: record.started and record.started.year),
        ]


def _cost(cost: Cost | None) -> str:
    """The cost in words that make sense without a label: "Free", "Low cost"."""
    if cost is None or cost is Cost.FREE:
        return cost.label if cost else ""
    return f"{cost.label} cost"
