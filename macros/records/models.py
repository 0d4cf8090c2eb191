"""The five kinds of record: the only place where a field is described."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from macros.records.fields import (
    Choice,
    Day,
    DayOrMonth,
    Doi,
    Identifier,
    MailAddress,
    Reference,
    Text,
    TimeOfDay,
    WebAddress,
    Word,
)

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


class InitiativeStage(Choice):
    """How far an initiative has come."""

    IDEA = "idea", "Somebody has suggested it and nobody has tried it yet."
    TRYING = "trying", "At least one service is trying it out."
    ESTABLISHED = "established", "It is part of how at least one service works."
    STOPPED = "stopped", "It was tried and given up, and we say why."


class MeetingStage(Choice):
    """Whether a meeting is still to come."""

    PLANNED = "planned", "It is still to come."
    HELD = "held", "It has taken place."


class Cost(Choice):
    """What an initiative costs in money, apart from people's time."""

    FREE = "free", "It costs nothing."
    LOW = "low", "A team can pay for it from petty cash."
    SOME = "some", "A manager has to approve it."
    HIGH = "high", "It needs a budget of its own."


class Checked(Choice):
    """How closely somebody from the network has looked at a piece of evidence."""

    ABSTRACT = "abstract", "We read the abstract."
    FULL_TEXT = "full-text", "We read the whole of it."
    SECOND_HAND = "second-hand", "We read what somebody else wrote about it."


class ReviewOutcome(Choice):
    """What a review of a record came to."""

    STILL_RIGHT = "still right", "Nothing had to be changed."
    CHANGED = "changed", "It was brought up to date, and an update of the same day says how."
    RETIRED = "retired", "It no longer holds. Its page stays, and says why or what replaced it."


class Part(BaseModel):
    """A group of fields inside a record. Unknown fields are refused, and nothing changes after reading."""

    # What checks a group is built with the record that it is in, and not a second time for itself.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Source(Part):
    """Where a record comes from."""

    title: Annotated[str, Text(3, 200)] = Field(
        description="The title of the page or document.", examples=["What helps a team"]
    )
    url: WebAddress = Field(description="Its web address.", examples=["https://www.example.org/"])


class Update(Part):
    """A change that a reader would want to know of."""

    date: Day = Field(description="The day it was published.", examples=["2026-03-12"])
    note: Sentence = Field(description="What changed, in a sentence.", examples=["Two more services have taken it up."])


class Review(Part):
    """That somebody checked whether a record is still right, and what it came to."""

    date: Day = Field(description="The day of the review.", examples=["2026-03-12"])
    outcome: ReviewOutcome = Field(description="What it came to.", examples=["still right"])
    by: Annotated[str, Text(3, 80)] | None = Field(
        default=None, description="The role of whoever checked it, not their name.", examples=["Network chair"]
    )


def _title(example: str) -> Any:
    return Field(json_schema_extra=PROPOSED, description="What it is called, as a short phrase.", examples=[example])


def _summary(example: str) -> Any:
    return Field(
        json_schema_extra=PROPOSED,
        description="One sentence that tells a busy colleague whether to read on.",
        examples=[example],
    )


class Record(BaseModel):
    """What every kind of record has."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    KIND: ClassVar[str]
    FOLDER: ClassVar[str]

    title: Title = _title("Shared lunch on Wednesdays")
    summary: Summary = _summary("The team eats together once a week, away from desks, with no agenda.")
    added: Day = Field(description="The day it was first published here.", examples=["2026-03-12"])
    updates: list[Update] = Field(
        default=[],
        json_schema_extra=LATER,
        description="Changes that readers should hear of.",
        examples=[[{"date": "2026-06-01", "note": "A second service has taken it up."}]],
    )
    tags: list[ThemeId] = Field(
        default=[],
        max_length=5,
        description="The themes it belongs to: the file names of theme records, without .md.",
        examples=[["peer-support", "breaks-and-boundaries"]],
    )
    reviews: list[Review] = Field(
        default=[],
        json_schema_extra=LATER,
        description="When somebody checked that it is still right, and what that came to: an entry for each time, the last one last.",
        examples=[[{"date": "2026-03-12", "outcome": "still right", "by": "Network chair"}]],
    )
    review_every: int = Field(
        default=12,
        ge=1,
        le=60,
        json_schema_extra=LATER,
        description="After how many months it should be checked again.",
        examples=["6"],
    )
    why_retired: Sentence | None = Field(
        default=None,
        json_schema_extra=LATER,
        description="Why it no longer holds. Only for a record that was retired, which needs this or replaced_by.",
        examples=["The service it describes has closed."],
    )
    owner: Annotated[str, Word("roles")] | None = Field(
        default=None,
        json_schema_extra=LATER,
        description=(
            "Who looks after it and is asked to review it: a role of the network. "
            "Leave out for what belongs to a service, which looks after it."
        ),
        examples=["editors"],
    )
    aliases: list[Identifier] = Field(
        default=[],
        json_schema_extra=LATER,
        description="Former file names, without .md, the oldest first. Old links to them go on working.",
        examples=[["lunch-club"]],
    )
    sample: bool = Field(
        default=False,
        json_schema_extra=LATER,
        description="Write true if it is made up to show how the site works.",
        examples=["true"],
    )
    source: Source | None = Field(
        default=None,
        description="Where what it says comes from.",
        examples=[{"title": "What helps a team", "url": "https://www.example.org/"}],
    )

    # The id is the name of the file, which the front matter cannot say.
    _id: str = ""

    @cached_property
    def id(self) -> str:
        """The name of the record's file, without .md."""
        return self._id

    @cached_property
    def path(self) -> str:
        """Where the record's file is, below content/."""
        return f"{self.FOLDER}/{self._id}.md"

    @property
    def last_change(self) -> date:
        """The day of the newest update, or the day it was added."""
        return max([self.added, *(update.date for update in self.updates)])

    @property
    def last_review(self) -> Review | None:
        """The latest of its reviews."""
        return max(self.reviews, key=lambda review: review.date, default=None)

    @property
    def is_retired(self) -> bool:
        """Whether its last review found that it no longer holds."""
        review = self.last_review
        return review is not None and review.outcome is ReviewOutcome.RETIRED


def _replaced_by(kind: str, example: str) -> Any:
    return Field(
        default=[],
        max_length=5,
        json_schema_extra=LATER,
        description=f"What replaces it, once it was retired: file names of {kind} records, without .md.",
        examples=[[example]],
    )


class Adoption(Part):
    """A service that has taken up an initiative of another."""

    service: ServiceId = Field(description="The file name of the service, without .md.", examples=["sample-brindle"])
    since: DayOrMonth | None = Field(default=None, description="Since when: a day or a month.", examples=["2026-03"])


class Quote(Part):
    """What somebody said, who agreed to be quoted."""

    text: Sentence = Field(description="Their words, without quotation marks.", examples=["I look forward to it."])
    role: Name = Field(description="Their role, not their name.", examples=["Trainee"])
    service: ServiceId | None = Field(
        default=None, description="The file name of their service, without .md.", examples=["sample-brindle"]
    )


class Initiative(Record):
    """Something a service tried, is trying or would like to try."""

    KIND = "initiative"
    FOLDER = "initiatives"

    stage: InitiativeStage = Field(
        json_schema_extra=PROPOSED, description="How far it has come.", examples=["established"]
    )
    services: list[ServiceId] = Field(
        default=[],
        json_schema_extra={**ASKED, **PROPOSED, "hint": "The services whose initiative it is."},
        max_length=25,
        description=(
            "The services whose initiative it is: the file names of service records, without .md. "
            "Leave out only if its source does not name one."
        ),
        examples=[["sample-brindle"]],
    )
    tags: list[ThemeId] = Field(
        json_schema_extra={**PROPOSED, "hint": "One to five themes it belongs to."},
        min_length=1,
        max_length=5,
        description="One to five themes it belongs to: the file names of theme records, without .md.",
        examples=[["peer-support", "breaks-and-boundaries"]],
    )
    started: DayOrMonth | None = Field(
        default=None,
        json_schema_extra={**ASKED, **PROPOSED, "hint": "A day or a month."},
        description=(
            "When it started: a day or a month. Needed unless it is still an idea, or its source does not say."
        ),
        examples=["2025-09"],
    )
    stopped: DayOrMonth | None = Field(
        default=None,
        json_schema_extra={**LATER, **PROPOSED, "hint": "A day or a month. Only for an initiative that has stopped."},
        description="When it stopped: a day or a month. Only for an initiative that has stopped, which needs it.",
        examples=["2026-02"],
    )
    why_stopped: Paragraph | None = Field(
        default=None,
        json_schema_extra={**LATER, **PROPOSED},
        description=(
            "Why it stopped. Only for an initiative that has stopped, which needs it. "
            "Often the most useful line on the page."
        ),
        examples=["The room was no longer free at lunchtime."],
    )
    audience: list[Annotated[str, Word("audiences")]] = Field(
        default=[], json_schema_extra=PROPOSED, description="Whom it is for.", examples=[["trainees", "managers"]]
    )
    setting: list[Annotated[str, Word("settings")]] = Field(
        default=[], json_schema_extra=PROPOSED, description="Where it takes place.", examples=[["team-meeting"]]
    )
    tier: Annotated[str, Word("tiers")] | None = Field(
        default=None, description="The level at which it works.", examples=["organisational"]
    )
    hse_areas: list[Annotated[str, Word("hse_areas")]] = Field(
        default=[],
        description="The areas of the HSE Management Standards that it may improve.",
        examples=[["support", "relationships"]],
    )
    minutes: int | None = Field(
        default=None,
        json_schema_extra=PROPOSED,
        ge=1,
        le=1440,
        description="How many minutes of a person's time it takes each time.",
        examples=["30"],
    )
    cost: Cost | None = Field(
        default=None,
        json_schema_extra=PROPOSED,
        description="What it costs, apart from people's time.",
        examples=["free"],
    )
    contact: MailAddress | None = Field(
        default=None,
        json_schema_extra={
            **ASKED,
            **PROPOSED,
            "hint": "Who to ask: a mailbox of a role or a team, never of a person.",
        },
        description=(
            "Who to ask: a mailbox of a role or a team, never of a person. "
            "Needed unless source says where the initiative comes from."
        ),
        examples=["team@example.org"],
    )
    evidence: list[EvidenceId] = Field(
        default=[],
        json_schema_extra={**PROPOSED, "hint": "The evidence it rests on."},
        max_length=100,
        description="The evidence it rests on: the file names of evidence records, without .md.",
        examples=[["survey-2017"]],
    )
    adopted_by: list[Adoption] = Field(
        default=[],
        max_length=100,
        json_schema_extra=LATER,
        description="Services that have taken it up from the ones above.",
        examples=[[{"service": "sample-brindle", "since": "2026-03"}]],
    )
    quotes: list[Quote] = Field(
        default=[],
        description="What people said about it, with their agreement.",
        examples=[[{"text": "I look forward to it.", "role": "Trainee"}]],
    )
    opens_meetings: bool = Field(
        default=False,
        json_schema_extra=LATER,
        description="Write true if a meeting of the network may open with it. It is then proposed for agendas in turn.",
        examples=["true"],
    )
    replaced_by: list[InitiativeId] = _replaced_by("initiative", "shared-lunch")


@dataclass(frozen=True)
class Section:
    """A part of an initiative's text, under a heading of its own."""

    title: str
    asks: str
    needed_for_ideas: bool
    example: str


SECTIONS = (
    Section(
        "What we did",
        "what happens, who takes part and how often.",
        needed_for_ideas=False,
        example="Everybody who is in the building eats in the same room on Wednesdays, from noon to half past.",
    ),
    Section(
        "How to try it",
        "what somebody in another service would do first.",
        needed_for_ideas=True,
        example="Book a room for the same half hour every week. Ask your manager to keep it free of meetings.",
    ),
    Section(
        "What changed",
        "what people noticed, or that you do not know yet.",
        needed_for_ideas=False,
        example="New colleagues say that they know more names. We do not know yet whether fewer people leave.",
    ),
)


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
        description="The service that does it: its file name, without .md.", examples=["sample-brindle"]
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


class Statement(Part):
    """One card of a Diamond 9."""

    id: Identifier = Field(description="A short name for the card.", examples=["proper-breaks"])
    text: Sentence = Field(description="What the card says.", examples=["I can take proper breaks away from my desk."])


class Reason(Part):
    """Why a group put a card where it did."""

    statement: Identifier = Field(description="The short name of the card.", examples=["proper-breaks"])
    text: Sentence = Field(description="The reason, in the group's words.", examples=["Nothing else works without it."])


class Group(Part):
    """How one group ranked the cards."""

    name: Name = Field(description="What to call the group.", examples=["Table 1"])
    rows: list[list[Identifier]] = Field(
        description="Five rows of one, two, three, two and one cards, the most important first.",
        examples=[[["proper-breaks"], ["supervision", "belonging"]]],
    )
    reasons: list[Reason] = Field(
        default=[],
        description="Why cards stand where they do.",
        examples=[[{"statement": "proper-breaks", "text": "Nothing else works without it."}]],
    )


class Diamond9(Part):
    """A ranking exercise: nine cards laid out as a diamond by each group."""

    question: Sentence = Field(description="What the cards answer.", examples=["What matters most to us at work?"])
    statements: list[Statement] = Field(
        min_length=9,
        max_length=9,
        description="The nine cards.",
        examples=[[{"id": "proper-breaks", "text": "I can take proper breaks away from my desk."}]],
    )
    groups: list[Group] = Field(
        default=[],
        description="How each group ranked the cards. Leave out until they have.",
        examples=[[{"name": "Table 1", "rows": [["proper-breaks"]]}]],
    )


class Meeting(Record):
    """A meeting of the network, planned or held."""

    KIND = "meeting"
    FOLDER = "meetings"

    title: Title = _title("Summer meeting")
    summary: Summary = _summary(
        "How two services protect time for supervision, and what we decided about lunch breaks."
    )
    source: Source | None = Field(
        default=None,
        json_schema_extra=PROPOSED,
        description="Where what it says comes from, such as the minutes. Needed once it has been held, unless it says who attended.",
        examples=[{"title": "What helps a team", "url": "https://www.example.org/"}],
    )
    date: DayOrMonth = Field(
        description="The day it takes place, or the month if the day is not known.", examples=["2026-06-18"]
    )
    stage: MeetingStage = Field(description="Whether it is planned or has been held.", examples=["held"])
    starts: TimeOfDay | None = Field(
        default=None, json_schema_extra=PROPOSED, description="When it starts, on a 24-hour clock.", examples=["13:30"]
    )
    ends: TimeOfDay | None = Field(
        default=None, json_schema_extra=PROPOSED, description="When it ends, on a 24-hour clock.", examples=["16:30"]
    )
    place: Annotated[str, Text(2, 200)] | None = Field(
        default=None,
        json_schema_extra=PROPOSED,
        description="The venue and town, or how to join online.",
        examples=["Online"],
    )
    standing_item: StandingItemReport | None = Field(
        default=None,
        json_schema_extra=ASKED,
        description="What was done under the item that stands on every agenda. A meeting without it is an error.",
        examples=[{"title": "Diamond 9: what matters most to us", "led_by": "Network chair"}],
    )
    opening: Opening | None = Field(
        default=None, description="How the meeting opens.", examples=[{"title": "What is your favourite film?"}]
    )
    presentations: list[Presentation] = Field(
        default=[],
        description="What members present.",
        examples=[[{"title": "What our lunch club taught us", "service": "sample-brindle"}]],
    )
    attended: list[ServiceId] = Field(
        default=[],
        max_length=100,
        json_schema_extra={**ASKED, "hint": "The services that were there, if it has been held."},
        description=(
            "The services that were there: their file names, without .md. "
            "Needed once it has been held, unless source says where this comes from."
        ),
        examples=[["sample-brindle"]],
    )
    topics: list[Topic] = Field(
        default=[],
        description="What members would like to talk about.",
        examples=[[{"text": "How do others protect time for supervision?"}]],
    )
    decisions: list[Sentence] = Field(
        default=[],
        description="What was decided, a sentence each.",
        examples=[["We start every meeting with a question."]],
    )
    actions: list[Action] = Field(
        default=[],
        description="Who agreed to do what.",
        examples=[[{"id": "share-lunch-poster", "text": "Share the poster.", "owner": "sample-brindle"}]],
    )
    diamond9: Diamond9 | None = Field(
        default=None,
        json_schema_extra=LATER,
        description="A Diamond 9 exercise and how its groups ranked the cards.",
        examples=[{"question": "What matters most to us at work?"}],
    )


class Citation(Part):
    """How to find a publication."""

    authors: Annotated[str, Text(2, 300)] = Field(
        description="Its authors, as a reader would cite them.", examples=["Walklet and Percy"]
    )
    year: int | None = Field(
        default=None,
        json_schema_extra=ASKED,
        ge=1900,
        le=2100,
        description="The year it was published. Leave out if it does not say.",
        examples=["2014"],
    )
    title: Annotated[str, Text(3, 300)] = Field(description="Its title.", examples=["Stress among practitioners"])
    where: Annotated[str, Text(2, 300)] = Field(
        description="The journal with volume and pages, or the publisher.", examples=["Journal of Mental Health 26(2)"]
    )
    doi: Doi | None = Field(
        default=None,
        json_schema_extra=ASKED,
        description="Its DOI, without https://doi.org/. Needed unless it has a url.",
        examples=["10.1080/09638237.2016.1276540"],
    )
    url: WebAddress | None = Field(
        default=None,
        json_schema_extra={**LATER, **PROPOSED},
        description="Its web address, if it has no DOI.",
        examples=["https://www.nice.org.uk/guidance/ng212"],
    )

    @property
    def address(self) -> str | None:
        """Where to read it: the DOI's address if it has one."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url


class Evidence(Record):
    """A study, review, guideline or case study, in our words."""

    KIND = "evidence"
    FOLDER = "evidence"

    title: Title = _title("How common burnout is among practitioners")
    summary: Summary = _summary(
        "A survey of 201 practitioners in which seven in ten were burnt out, most of all those who work overtime."
    )
    kind: Annotated[str, Word("evidence_kinds")] = Field(
        description="What sort of evidence it is.", examples=["survey"]
    )
    citation: Citation = Field(
        description="How to find it.",
        examples=[{"authors": "Walklet and Percy", "year": "2014", "title": "Stress", "where": "A journal"}],
    )
    question: Sentence = Field(description="What it set out to answer.", examples=["How common is burnout?"])
    findings: Paragraph = Field(
        description="What it found, with its figures, in plain English.", examples=["Seven in ten were burnt out."]
    )
    population: Sentence | None = Field(default=None, description="Whom it studied.", examples=["201 practitioners."])
    setting: list[Annotated[str, Word("settings")]] = Field(
        default=[], description="Where what it studied takes place.", examples=[["one-to-one"]]
    )
    sample_size: int | None = Field(
        default=None, ge=1, description="How many people, or studies in a review, it rests on.", examples=["201"]
    )
    limitations: Paragraph | None = Field(
        default=None, description="What it cannot tell us.", examples=["It is one survey at one time."]
    )
    strength: int = Field(
        ge=1, le=5, description="How much weight it can bear, from 1 (little) to 5 (much).", examples=["3"]
    )
    strength_reason: Sentence = Field(
        description="Why we gave it that strength.", examples=["A survey of one moment; those who answered chose to."]
    )
    checked: Checked = Field(description="How closely we have looked at it.", examples=["abstract"])
    conflicts_with: list[EvidenceId] = Field(
        default=[],
        max_length=100,
        json_schema_extra=LATER,
        description="Evidence that says otherwise: file names of evidence records, without .md.",
        examples=[["another-survey-2021"]],
    )
    replaced_by: list[EvidenceId] = _replaced_by("evidence", "survey-2017")


class Champion(Part):
    """Somebody whom colleagues may turn to, and who agreed to be named here."""

    name: Name = Field(
        description="Their name, as they want it to appear. Once it is taken out, the history of the files still has it.",
        examples=["Sample Champion A"],
    )
    role: Name = Field(description="Their role in the service.", examples=["Senior practitioner"])
    contact: MailAddress = Field(
        description="A mailbox of the role or the team, never a personal address.", examples=["team@example.org"]
    )
    since: DayOrMonth = Field(description="Since when they have been a champion.", examples=["2025-04"])
    consent_given: Day | None = Field(
        default=None,
        json_schema_extra=ASKED,
        description="The day they agreed to be named here. Needed.",
        examples=["2026-01-15"],
    )
    consent_until: Day | None = Field(
        default=None,
        json_schema_extra=ASKED,
        description="The day their agreement ends, at most two years later. Their name is hidden from that day on. Needed.",
        examples=["2027-01-14"],
    )

    consent_withdrawn: Day | None = Field(
        default=None,
        json_schema_extra=LATER,
        description="The day they took their agreement back. Their name is hidden from that day on.",
        examples=["2026-06-30"],
    )

    @property
    def hidden_from(self) -> date | None:
        """The day on which their name goes from the site; None if they never agreed to be named."""
        ends = [day for day in (self.consent_until, self.consent_withdrawn) if day is not None]
        return min(ends) if self.consent_given is not None and self.consent_until is not None else None

    def may_be_shown(self, today: date) -> bool:
        """Whether their consent covers `today`: it ends at the start of the day named in `consent_until`, or withdrawn."""
        return (
            self.consent_given is not None
            and self.hidden_from is not None
            and (self.consent_given <= today < self.hidden_from)
        )


class ChampionTime(Part):
    """A time in which a service had a champion who is no longer named."""

    since: DayOrMonth = Field(description="Since when: a day or a month.", examples=["2024-04"])
    until: DayOrMonth = Field(description="Until when: a day or a month.", examples=["2026-03"])


class Service(Record):
    """A service that belongs to the network."""

    KIND = "service"
    FOLDER = "services"

    title: Title = _title("Brindle Talking Therapies")
    summary: Summary = _summary("A service in a market town and the villages around it, with twelve practitioners.")
    area: Annotated[str, Word("areas")] = Field(description="The area it is in.", examples=["north"])
    provider: Annotated[str, Text(2, 120)] | None = Field(
        default=None, description="The organisation that runs it.", examples=["An NHS foundation trust"]
    )
    website: WebAddress | None = Field(default=None, description="Its own website.", examples=["https://example.org/"])
    contact: MailAddress | None = Field(
        default=None,
        json_schema_extra=ASKED,
        description="A mailbox of the service, never of a person. Needed unless source says where this comes from.",
        examples=["team@example.org"],
    )
    former_names: list[Annotated[str, Text(2, 120)]] = Field(
        default=[], json_schema_extra=LATER, description="What it used to be called.", examples=[["Brindle IAPT"]]
    )
    active: bool = Field(
        default=True,
        json_schema_extra=LATER,
        description="Write false if it is no longer in the network.",
        examples=["false"],
    )
    champions: list[Champion] = Field(
        default=[],
        description="Colleagues who agreed to be named as somebody to turn to.",
        examples=[[{"name": "Sample Champion A", "role": "Senior practitioner", "contact": "team@example.org"}]],
    )
    past_champions: list[ChampionTime] = Field(
        default=[],
        json_schema_extra=LATER,
        description="When the service had champions who are no longer named here, without their names.",
        examples=[[{"since": "2024-04", "until": "2026-03"}]],
    )
    replaced_by: list[ServiceId] = _replaced_by("service", "sample-brindle")


class Theme(Record):
    """A word of the network's vocabulary, with what it means."""

    KIND = "theme"
    FOLDER = "themes"

    title: Title = _title("Time to talk")
    summary: Summary = _summary("Everything that gives colleagues time to talk to each other about how they are.")
    group: Annotated[str, Word("theme_groups")] = Field(
        description="The group it is listed under.", examples=["how-we-work"]
    )
    synonyms: list[Annotated[str, Text(2, 60)]] = Field(
        default=[], description="Other words that people use for it.", examples=[["lunch breaks", "time out"]]
    )
    replaced_by: list[ThemeId] = _replaced_by("theme", "peer-support")


class Page(Part):
    """A written page: not a record, but checked all the same."""

    title: Annotated[str, Text(2, 80)] = Field(description="The page's title.", examples=["About the network"])
    description: Annotated[str, Text(30, 200)] | None = Field(
        default=None, description="One sentence on what the page is for.", examples=["Who we are and why we meet."]
    )
    render_macros: bool = Field(default=False, description="Write true if the page uses macros.", examples=["true"])
    hide: list[str] = Field(default=[], description="Parts of the layout to leave out.", examples=[["toc"]])


KINDS: dict[str, type[Record]] = {model.KIND: model for model in (Initiative, Meeting, Evidence, Service, Theme)}
FOLDERS: dict[str, str] = {model.FOLDER: kind for kind, model in KINDS.items()}


def review_due(record: Record) -> date | None:
    """The day by which a record should be looked at again: so many months after it was reviewed, or else added.

    None for a meeting, whose minutes stay as they were agreed, for what was retired, and for a sample that nobody claims to
    have reviewed.
    A day that the month does not have becomes its last day.
    """
    if isinstance(record, Meeting) or record.is_retired or (record.sample and not record.reviews):
        return None
    last = record.last_review.date if record.last_review else record.added
    years, month = divmod(last.month - 1 + record.review_every, 12)
    year, month = last.year + years, month + 1
    return date(year, month, min(last.day, monthrange(year, month)[1]))
