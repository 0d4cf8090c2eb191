"""The settings in network.yml: the network's names, areas, standing item and vocabularies."""

import re
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.schema.field import field
from macros.schema.part import Part, Sentence
from macros.schema.types import Day, DayOrMonth, Identifier, MailAddress, Text, WebAddress
from macros.schema.written_numbers import WholeNumber

Words = Annotated[dict[Identifier, Annotated[str, Text(1, 80)]], Field(min_length=1)]
SameWords = Annotated[list[Annotated[str, Text(2, 80)]], Field(min_length=2)]


def _known_time_zone(written: str) -> str:
    # The names of the package, which calendars use too: a system has others of its own, such as "localtime".
    if written not in files("tzdata").joinpath("zones").read_text(encoding="utf-8").split():
        raise PydanticCustomError("type-wrong", "time zone", {"expected": "the name of a time zone"})
    return written


TimeZone = Annotated[str, AfterValidator(_known_time_zone)]


def _language_tag(written: str) -> str:
    if not re.fullmatch("[a-z]{2,3}(-[A-Z]{2})?", written):
        raise PydanticCustomError("type-wrong", "language", {"expected": 'a language, such as "en-GB" or "cy"'})
    return written


LanguageTag = Annotated[str, AfterValidator(_language_tag)]


def inside(name: str) -> str:
    """A name as it is written inside a sentence: with a small article."""
    return re.sub("^The ", "the ", name)


class StandingItem(Part):
    """What is on the agenda of every meeting."""

    name: Annotated[str, Text(3, 60)] = field("The name of the item, as it starts a sentence.", ["Learning"])
    reason: Annotated[str, Text(10, 200)] = field(
        "Why it is always on the agenda, as a sentence.",
        ["Learning has been on the agenda of every meeting since the members chose it as their first topic."],
    )


class Champions(Part):
    """What the network calls the contacts that each service may name."""

    one: Annotated[str, Text(3, 60)] = field("One of them, in lower case.", ["champion"])
    many: Annotated[str, Text(3, 60)] = field("Several of them, in lower case.", ["champions"])
    about: Annotated[str, Text(4, 120)] | None = field(
        "The page that says what one of them is and is not: its file below content/.",
        ["about/champions.md"],
        default=None,
    )


class Served(Part):
    """The people that services are there for. Nothing may be written about any of them."""

    one: Annotated[str, Text(3, 60)] = field("One of them, with an article.", ["a reader"], default="anyone you help")
    many: Annotated[str, Text(3, 60)] = field("Several of them.", ["readers"], default="people we help")


def _usual_minutes(default: int, what: str) -> Any:
    return field(f"Minutes for {what}.", [str(default)], default=default, ge=1, le=480)


class AgendaSettings(Part):
    """How long the parts of a meeting usually take. A meeting can give its own parts other times."""

    opening: WholeNumber = _usual_minutes(10, "the opening")
    standing_item: WholeNumber = _usual_minutes(30, "the standing item")
    diamond9: WholeNumber = _usual_minutes(30, "a Diamond 9")
    actions: WholeNumber = _usual_minutes(15, "open actions")
    presentation: WholeNumber = _usual_minutes(15, "each presentation")
    topic: WholeNumber = _usual_minutes(10, "each topic")
    news: WholeNumber = _usual_minutes(5, "what is new since the last meeting")
    reviews: WholeNumber = _usual_minutes(5, "reviews and consents that are due")
    pause: WholeNumber = _usual_minutes(10, "a break, for meetings of more than two hours")


class DisclosureSettings(Part):
    """How small a group may be before its figures are hidden. A network can be stricter than this, never less strict."""

    fewest_people: WholeNumber = field(
        "Nothing is shown of fewer people than this.", ["11"], default=11, ge=11, le=1000
    )
    smallest_count: WholeNumber = field("A count below this is hidden, and so is 0.", ["8"], default=8, ge=8, le=1000)
    months_alike: WholeNumber = field(
        "Two survey rounds that are closer than so many months are protected as if everyone answered both alike, but for one "
        "person who came or left.",
        ["6"],
        default=6,
        ge=6,
        le=120,
    )


class Statement(Part):
    """One card of a Diamond 9."""

    id: Identifier = field("A short name for the card.", ["proper-breaks"])
    text: Sentence = field("What the card says.", ["I can take proper breaks away from my desk."])


class Cards(Part):
    """The cards of a Diamond 9."""

    question: Sentence = field("What the cards answer.", ["What matters most to us at work?"])
    statements: list[Statement] = field("The nine cards.", min_length=9, max_length=9)


class Network(Part):
    """A network and the words it uses."""

    name: Annotated[str, Text(3, 120)] = field("The network's full name.", ["The Anytown Network"])
    short_name: Annotated[str, Text(2, 60)] = field("A short name for headings and labels.", ["Anytown"])
    purpose: Annotated[str, Text(30, 400)] = field(
        'What the network is and does, as the rest of a sentence that starts with its name and "is".',
        ["a forum for seniors to share good practice, generate ideas and support the wider workforce."],
    )
    established: DayOrMonth = field(
        "When the network first met. No meeting and no record can be older.", ["2016-10"], to_come=True
    )
    language: LanguageTag | None = field(
        "The language of the pages, with its country if that matters: screen readers and browsers go by it. "
        "If left out, it is the one in mkdocs.yml, which also chooses the words of menus.",
        ["en-GB"],
        default=None,
    )
    time_zone: TimeZone = field(
        "Where midnight is: a name from the IANA list.", ["Europe/London"], default="Europe/London"
    )
    contact: MailAddress | None = field(
        "A mailbox of the network, not of a person.", ["network@example.org"], default=None
    )
    role_mailboxes: list[Annotated[str, Text(3, 120)]] = field(
        "Mailboxes of roles, teams and services that the check mistakes for a person's: whole addresses, or the part before the @.",
        [["maple.grove@example.org", "hazel.house"]],
        default=[],
    )
    demonstration: Day | None = field(
        "Only if everything in the network is made up: the date there, which never changes. Each page says so, and "
        "asks search engines to leave it out.",
        ["2026-11-23"],
        default=None,
    )
    disclaimer: Sentence | None = field(
        "What the foot of every page says after who publishes the site, such as whose website it is not.",
        ["This is not a website of our employers."],
        default=None,
    )
    website: WebAddress | None = field(
        "Where the network is described elsewhere.", ["https://example.org/"], default=None
    )
    support: Annotated[str, Text(30, 600)] | None = field(
        "What someone who is struggling can do: for the packs to print, and for pages that show it.",
        ["Talk to your manager or to someone you trust."],
        default=None,
    )
    standing_item: StandingItem = field("What is on the agenda of every meeting.")
    champions: Champions = field("What to call the people that each service may name.")
    served: Served = field("The people that nothing may be written about, even without a name.", default_factory=Served)
    meets_every: WholeNumber = field("How many months from one meeting to the next.", ["3"], default=3, ge=1, le=24)
    agenda: AgendaSettings = field(
        "How many minutes the parts of a meeting usually take.", default_factory=AgendaSettings
    )
    openings: list[Annotated[str, Text(3, 200)]] = field(
        "Questions that a meeting can open with. Meetings that have not chosen one get them in turn.",
        [["What is your favourite film?"]],
        default=[],
    )
    diamond9: Cards | None = field("The question and the nine cards of the Diamond 9 on the site.", default=None)
    disclosure: DisclosureSettings = field(
        "How small a group may be before its figures are hidden.", default_factory=DisclosureSettings
    )
    roles: Words = field(
        "Who looks after records that do not belong to a service: an id and a name each. If a record does not name one, the first does.",
        [{"editors": "Knowledge base editors", "chair": "Network chair"}],
        default={"editors": "Editors"},
    )
    areas: Words = field("The areas that services are grouped by: an id and a name each.", [{"north": "North"}])
    theme_groups: Words = field("The groups that themes are listed under.", [{"at-work": "How we work"}])
    audiences: Words = field("Who an initiative may be for, or evidence about.", [{"managers": "Managers"}])
    settings: Words = field("Where an initiative or a study may take place.", [{"team-meeting": "Team meeting"}])
    tiers: Words = field("The levels at which an initiative may work.", [{"individual": "Individual"}])
    hse_areas: Words = field(
        "The areas of work that an initiative may improve, such as those of the HSE Management Standards.",
        [{"support": "Support"}],
    )
    evidence_kinds: Words = field(
        "The kinds of evidence that the network collects, the strongest first.", [{"guideline": "Guideline"}]
    )
    search_words: list[SameWords] = field(
        "Words that mean the same: a search for one of a group finds the others too.",
        [[["sick leave", "time off sick"], ["CPD", "continuing professional development"]]],
        default=[],
    )

    @property
    def name_inside(self) -> str:
        """The full name as it is written inside a sentence: "the Anytown Network"."""
        return inside(self.name)

    @cached_property
    def role_words(self) -> frozenset[str]:
        """Words and mailboxes, in small letters, that mark a mailbox as no one's own."""
        own = f"{self.champions.one} {self.champions.many} {self.standing_item.name}"
        # An initial would be a word of "Band A" too.
        groups = [word for word in " ".join(self.audiences.values()).lower().split() if len(word) > 2]
        # A name in two words is written as one in addresses.
        groups += [
            "".join(one.lower().split()) for one in (*self.audiences.values(), *self.areas.values()) if " " in one
        ]
        return frozenset([*own.lower().split(), *groups, *(one.lower() for one in self.role_mailboxes)])

    def words(self, vocabulary: str) -> Mapping[str, str]:
        """The words of one vocabulary: id to label, in the order of network.yml."""
        found: Mapping[str, str] = getattr(self, vocabulary)
        return found
