"""The settings in network.yml: the network's names, areas, standing item and vocabularies."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from macros.schema.field import field
from macros.schema.types import Day, DayOrMonth, Identifier, MailAddress, Text, WebAddress

Words = Annotated[dict[Identifier, Annotated[str, Text(1, 80)]], Field(min_length=1)]
SameWords = Annotated[list[Annotated[str, Text(2, 80)]], Field(min_length=2)]


def _known_time_zone(written: str) -> str:
    # The names of the package, which calendars use too: a system has others of its own, such as "localtime".
    if written not in files("tzdata").joinpath("zones").read_text(encoding="utf-8").split():
        raise PydanticCustomError("type-wrong", "time zone", {"expected": "the name of a time zone"})
    return written


TimeZone = Annotated[str, AfterValidator(_known_time_zone)]


class _Settings(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class StandingItem(_Settings):
    """What is on the agenda of every meeting."""

    name: Annotated[str, Text(3, 60)] = Field(
        description="The name of the item, as it starts a sentence.", examples=["Learning"]
    )
    reason: Annotated[str, Text(10, 200)] = Field(
        description="Why it is always on the agenda, as a sentence.",
        examples=["Learning has been on the agenda of every meeting since the members chose it as their first topic."],
    )


class Champions(_Settings):
    """What the network calls the contacts that each service may name."""

    one: Annotated[str, Text(3, 60)] = Field(description="One of them, in lower case.", examples=["champion"])
    many: Annotated[str, Text(3, 60)] = Field(description="Several of them, in lower case.", examples=["champions"])
    about: Annotated[str, Text(4, 120)] | None = Field(
        default=None,
        description="The page that says what one of them is and is not: its file below content/.",
        examples=["about/champions.md"],
    )


def _usual_minutes(default: int, what: str) -> Any:
    return Field(default=default, ge=1, le=480, description=f"Minutes for {what}.", examples=[str(default)])


class AgendaSettings(_Settings):
    """How long the parts of a meeting usually take. A meeting can give its own parts other times."""

    opening: int = _usual_minutes(10, "the opening")
    standing_item: int = _usual_minutes(30, "the standing item")
    diamond9: int = _usual_minutes(30, "a Diamond 9")
    actions: int = _usual_minutes(15, "open actions")
    presentation: int = _usual_minutes(15, "each presentation")
    topic: int = _usual_minutes(10, "each topic")
    news: int = _usual_minutes(5, "what is new since the last meeting")
    reviews: int = _usual_minutes(5, "reviews and consents that are due")
    pause: int = _usual_minutes(10, "a break, which a meeting of more than two hours has")


class CardText(_Settings):
    """A card of the Diamond 9."""

    id: Identifier = Field(description="A short name for the card.", examples=["proper-breaks"])
    text: Annotated[str, Text(3, 400)] = Field(
        description="What the card says.", examples=["I can take proper breaks away from my desk."]
    )


class Cards(_Settings):
    """The default cards of a Diamond 9."""

    question: Annotated[str, Text(3, 400)] = Field(
        description="What the cards answer.", examples=["What matters most to us at work?"]
    )
    statements: list[CardText] = Field(
        min_length=9,
        max_length=9,
        description="The nine cards.",
        examples=[[{"id": "breaks", "text": "Proper breaks."}]],
    )


class Network(_Settings):
    """A network and the words it uses."""

    name: Annotated[str, Text(3, 120)] = Field(description="The network's full name.", examples=["The Anytown Network"])
    short_name: Annotated[str, Text(2, 60)] = Field(
        description="A short name for headings and labels.", examples=["Anytown"]
    )
    purpose: Annotated[str, Text(30, 400)] = Field(
        description='What the network is and does, as the rest of a sentence that starts with its name and "is".',
        examples=["a forum for seniors to share good practice, generate ideas and support the wider workforce."],
    )
    established: DayOrMonth = field(
        to_come=True,
        description="When the network first met. No meeting and no record can be older.",
        examples=["2016-10"],
    )
    time_zone: TimeZone = Field(
        default="Europe/London", description="Where midnight is: a name from the IANA list.", examples=["Europe/London"]
    )
    contact: MailAddress | None = Field(
        default=None, description="A mailbox of the network, not of a person.", examples=["network@example.org"]
    )
    demonstration: Day | None = Field(
        default=None,
        description=(
            "Only if everything in the network is made up: the day that it always is there. Each page says so, and search engines "
            "are asked to leave it out."
        ),
        examples=["2026-11-23"],
    )
    website: WebAddress | None = Field(
        default=None, description="Where the network is described elsewhere.", examples=["https://example.org/"]
    )
    standing_item: StandingItem = Field(description="What is on the agenda of every meeting.")
    champions: Champions = Field(description="What the people are called whom each service may name.")
    meets_every: int = Field(
        default=3, ge=1, le=24, description="How many months there are from one meeting to the next.", examples=["3"]
    )
    agenda: AgendaSettings = Field(
        default_factory=AgendaSettings, description="How many minutes the parts of a meeting usually take."
    )
    openings: list[Annotated[str, Text(3, 200)]] = Field(
        default=[],
        description="Questions with which a meeting may open. They are proposed in turn for meetings that have chosen none.",
        examples=[["What is your favourite film?"]],
    )
    diamond9: Cards | None = Field(
        default=None, description="The question and the nine cards of the Diamond 9 on the site."
    )
    roles: Words = Field(
        default={"editors": "Editors"},
        description="Who looks after records that belong to no service: an id and a name each. The first does if none is named.",
        examples=[{"editors": "Knowledge base editors", "chair": "Network chair"}],
    )
    areas: Words = Field(
        description="The areas that services are grouped by, such as integrated care boards: an id and a name each.",
        examples=[{"north": "North"}],
    )
    theme_groups: Words = Field(
        description="The groups that themes are listed under.", examples=[{"at-work": "How we work"}]
    )
    audiences: Words = Field(description="Whom an initiative may be for.", examples=[{"managers": "Managers"}])
    settings: Words = Field(
        description="Where an initiative or a study may take place.", examples=[{"team-meeting": "Team meeting"}]
    )
    tiers: Words = Field(
        description="The levels at which an initiative may work.", examples=[{"individual": "Individual"}]
    )
    hse_areas: Words = Field(
        description="The areas of work that an initiative may improve, such as those of the HSE Management Standards.",
        examples=[{"support": "Support"}],
    )
    evidence_kinds: Words = Field(
        description="The kinds of evidence that the network collects, the strongest first.",
        examples=[{"guideline": "Guideline"}],
    )
    search_words: list[SameWords] = Field(
        default=[],
        description="Words that mean the same: what says one of a group is found by the others too.",
        examples=[[["sick leave", "time off sick"], ["CPD", "continuing professional development"]]],
    )

    def words(self, vocabulary: str) -> Mapping[str, str]:
        """The words of one vocabulary: id to label, in the order of network.yml."""
        found: Mapping[str, str] = getattr(self, vocabulary)
        return found
