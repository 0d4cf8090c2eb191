"""An initiative: something that a service tried, is trying or would like to try."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from macros.kinds.adoption import Adoption
from macros.kinds.body_section import BodySection
from macros.kinds.cost import Cost
from macros.kinds.name import KindName
from macros.kinds.question import (
    Question,
    by_audience,
    by_minutes,
    by_setting,
    by_stage,
    by_theme,
    by_year,
    by_yes_or_no,
)
from macros.kinds.record import Record, replaced_by_field
from macros.kinds.service import Service
from macros.kinds.shown import ListGroup, Shown, in_groups, titles
from macros.kinds.sort_order import SortOrder
from macros.schema.durations import counted, minutes_in_words
from macros.schema.field import ASKED, LATER, After, Need, Only, When, field
from macros.schema.part import EvidenceId, InitiativeId, Name, Paragraph, Part, Sentence, ServiceId, Setting, ThemeId
from macros.schema.types import Choice, DayMonthOrYear, MailAddress, Word, in_words
from macros.schema.written_numbers import WholeNumber


class InitiativeStage(Choice):
    """How far an initiative has come."""

    IDEA = "idea", "It has been suggested. We have no record yet of a service in the network doing it."
    TRYING = (
        "trying",
        "It has been done at least once, or was being tried when we last heard.",
        ("tried",),
        "Tried or being tried",
    )
    # Readers take "established" for proven, or for old.
    ESTABLISHED = (
        "established",
        "At least one service, or the network itself, was doing it when we last heard.",
        ("in use",),
        "In use",
    )
    STOPPED = "stopped", "It was tried and stopped, and we say why."


# In the order of lists: what works comes first.
STAGES = (InitiativeStage.ESTABLISHED, InitiativeStage.TRYING, InitiativeStage.IDEA, InitiativeStage.STOPPED)

_BEGUN = When("stage", (InitiativeStage.TRYING, InitiativeStage.ESTABLISHED, InitiativeStage.STOPPED))
_STOPPED = Only(
    When("stage", (InitiativeStage.STOPPED,)),
    'The field "{name}" is only for an initiative that has stopped, and the stage here is "{stage}". Take it out, or change the '
    'stage to "stopped".',
)


class Quote(Part):
    """What someone said, with their agreement to be quoted."""

    text: Sentence = field("Their words, without quotation marks.", ["I look forward to it."])
    role: Name = field("Their role, not their name.", ["New starter"])
    service: ServiceId | None = field(
        "The file name of their service, without .md.", ["sample-brindle"], default=None, hint="Their service."
    )


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
            "What happens",
            "what happens, who takes part and how often.",
            "Everyone in the building eats in the same room on Wednesdays, from noon to half past.",
            not_at=[InitiativeStage.IDEA],
            formerly="What we did",
            asked_as="What you did",
        ),
        BodySection(
            "How to try it",
            "what someone in another service would do first.",
            "Book a room for the same half hour every week. Ask your manager to keep it free of meetings.",
        ),
        BodySection(
            "What changed",
            "what people noticed, or that you do not know yet.",
            "New colleagues say that they know more names. We do not know yet whether fewer people leave.",
            not_at=[InitiativeStage.IDEA],
        ),
    )

    stage: InitiativeStage = field("How far it has come.", ["established"], proposed=True)
    # Without services only if it comes from a source, which can only say what it says.
    services: list[ServiceId] = field(
        "The services whose initiative it is: the file names of service records, without .md. "
        "Only leave them out if its source does not name any.",
        [["sample-brindle"]],
        default=[],
        needed=Need(
            unless="source",
            why="Say whose initiative it is.",
            how='Add a line "services:", and below it a line for each service with the name of its file, such as "- {reference}".',
            beside="title",
        ),
        proposed=True,
        hint="The services whose initiative it is.",
        max_length=25,
    )
    by_network: bool = field(
        "Write true if it is the network's own: something that the network itself does or plans.",
        ["true"],
        default=False,
        ask=LATER,
    )
    tags: list[ThemeId] = field(
        "One to five themes it belongs to: the file names of theme records, without .md.",
        [["peer-support", "breaks-and-boundaries"]],
        proposed=True,
        asked_as="Themes",
        hint="One to five themes it belongs to.",
        min_length=1,
        max_length=5,
    )
    started: DayMonthOrYear | None = field(
        "When it started: a day, a month or a year. Needed unless it is still an idea, or its source does not say.",
        ["2025-09"],
        default=None,
        ask=ASKED,
        needed=Need(_BEGUN, unless="source", why='An initiative whose stage is "{stage}" says when it started.'),
        only=Only(_BEGUN, 'An idea has not started. Take "{name}" out, or change the stage to "trying".'),
        older=True,
        proposed=True,
        hint="A day, a month or a year.",
    )
    stopped: DayMonthOrYear | None = field(
        "When it stopped: a day, a month or a year. Only for an initiative that has stopped, which needs it.",
        ["2026-02"],
        default=None,
        ask=LATER,
        needed=Need(_STOPPED.when, why="An initiative that has stopped says when."),
        only=_STOPPED,
        older=True,
        after=After("started", "It stopped ({later}) before it started ({earlier}). Check both dates."),
        proposed=True,
        hint="A day, a month or a year. Only for an initiative that has stopped.",
    )
    why_stopped: Paragraph | None = field(
        "Why it stopped. Only for an initiative that has stopped, which needs it. Often the most useful line on the page.",
        ["The room was no longer free at lunchtime."],
        default=None,
        ask=LATER,
        needed=Need(
            _STOPPED.when, why="An initiative that has stopped says what others should know before they try it."
        ),
        only=_STOPPED,
        proposed=True,
    )
    audience: list[Annotated[str, Word("audiences")]] = field(
        "Who it is for.", [["new-starters", "managers"]], default=[], proposed=True
    )
    setting: list[Setting] = field("Where it takes place.", [["team-meeting"]], default=[], proposed=True)
    tier: Annotated[str, Word("tiers")] | None = field("The level it works at.", ["organisational"], default=None)
    hse_areas: list[Annotated[str, Word("hse_areas")]] = field(
        "The areas of the HSE Management Standards that it may improve.", [["support", "relationships"]], default=[]
    )
    minutes: WholeNumber | None = field(
        "How many minutes it takes each person, each time.", ["30"], default=None, proposed=True, ge=1, le=1440
    )
    cost: Cost | None = field("What it costs, apart from people's time.", ["free"], default=None, proposed=True)
    estimated: bool = field(
        "Write true if the minutes and the cost are the network's estimates, not what a service or the source says.",
        ["true"],
        default=False,
        ask=LATER,
    )
    contact: MailAddress | None = field(
        "Who to ask: a mailbox of a role or a team, never of a person. Needed unless source says where the initiative comes from.",
        ["team@example.org"],
        default=None,
        needed=Need(unless="source", rule="provenance-missing"),
        proposed=True,
        hint="Who to ask: a mailbox of a role or a team, never of a person.",
    )
    evidence: list[EvidenceId] = field(
        "Evidence related to it: the file names of evidence records, without .md.",
        [["survey-2017"]],
        default=[],
        proposed=True,
        hint="Evidence related to it.",
        max_length=100,
    )
    adopted_by: list[Adoption] = field(
        "Services that have adopted it from the ones above.", default=[], max_length=100, ask=LATER
    )
    quotes: list[Quote] = field("What people said about it, with their agreement.", default=[])
    opens_meetings: bool = field(
        "Write true if a meeting of the network can open with it. It then takes its turn on agendas.",
        ["true"],
        default=False,
        ask=LATER,
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
        """Its time, cost, evidence, whose it is and its start."""
        minutes = minutes_in_words(self.minutes) if self.minutes else ""
        own = [shown.network.short_name] if self.by_network else []
        whose = ", ".join([*titles(shown, Service.KIND, self.services), *own]) or "no service named"
        since = f"since {in_words(self.started)}" if self.started else ""
        cost = self.cost.in_words if self.cost else ""
        estimated = "our estimates" if self.estimated and (minutes or cost) else ""
        # What it is based on was seldom gathered on the initiative itself.
        evidence = (
            f"{counted(len(self.evidence), 'piece')} of related evidence"
            if self.evidence
            else "no related evidence listed yet"
        )
        return [part for part in (minutes, cost, estimated, evidence, whose, since) if part]

    def sentences(self) -> Iterator[str | None]:
        """Why it stopped, what was changed where it was taken up, and quotes."""
        yield self.why_stopped
        yield from (adoption.adapted for adoption in self.adopted_by)
        yield from (quote.text for quote in self.quotes)

    def search_words(self, shown: Shown) -> Iterator[str]:
        """Its services, vocabulary words and cost."""
        yield from titles(shown, Service.KIND, self.all_services)
        tiers = [self.tier] if self.tier else []
        words = {"audiences": self.audience, "settings": self.setting, "tiers": tiers, "hse_areas": self.hse_areas}
        for vocabulary, chosen in words.items():
            yield from (shown.network.words(vocabulary)[one] for one in chosen)
        yield from (self.cost.value, self.cost.label, self.cost.description) if self.cost else ()

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
        """Theme, cost, time, evidence, stage, setting, audience, area, service and year."""
        costs = {one: one.label for one in Cost}
        notes = {one: one.description for one in Cost if one is not Cost.FREE}
        services = shown.titles_by_id(Service.KIND)
        return [
            by_theme(shown),
            Question("cost", "Cost", costs, lambda record: [record.cost], notes),
            by_minutes(),
            by_yes_or_no(
                "evidence", "Evidence", "Some listed", "None listed yet", lambda record: bool(record.evidence)
            ),
            by_stage(InitiativeStage),
            by_setting(shown),
            by_audience("Who it is for", shown),
            Question("area", "Area", shown.network.words("areas"), lambda record: record.areas(shown), is_own=True),
            Question("service", "Service", services, lambda record: record.all_services, is_own=True),
            by_year("Year it started", records, lambda record: record.started and record.started.year),
        ]

    @classmethod
    def orders(cls) -> Sequence[SortOrder]:
        """Time, cost and evidence."""
        costs = [*Cost]
        return [
            SortOrder("minutes", "Least time first", lambda record: record.minutes),
            SortOrder("cost", "Lowest cost first", lambda record: costs.index(record.cost) if record.cost else None),
            SortOrder("evidence", "Most evidence first", lambda record: -len(record.evidence)),
        ]
