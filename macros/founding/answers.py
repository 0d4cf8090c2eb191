"""What a new network says of itself, in a file or one question after the other."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.founding.colours import as_colour, colour_of_links
from macros.founding.wording import (
    in_lower_case,
    inside_sentence,
    one_of_them,
    several,
    with_article,
    with_capital,
    without_article,
)
from macros.library.library import NetworkUnreadable
from macros.library.reading import read_model
from macros.lint.rules.address_made_up import EXAMPLE
from macros.propose.skeleton import file_name
from macros.schema.description import fields_of
from macros.schema.field import field
from macros.schema.network import LanguageTag, Served, inside
from macros.schema.part import Part
from macros.schema.types import DayOrMonth, MailAddress, Text, WebAddress
from macros.schema.written_numbers import WholeNumber
from macros.source.document import Document, decode_text

_CONTACT, _ANYONE = "contact", "anyone you help"
# The usual words are not made of each other.
_PEOPLE = {_ANYONE: "people we help"}


def _repository(written: str) -> str:
    address = written.rstrip("/").removesuffix(".git")
    if urlsplit(address).hostname != "github.com" or urlsplit(address).path.count("/") != len(("owner", "name")):
        expected = 'the address of a repository, such as "https://github.com/anytown/network"'
        raise PydanticCustomError("type-wrong", "repository", {"expected": expected})
    return address


def _with_names(areas: list[str]) -> list[str]:
    if not all(map(file_name, areas)):
        raise PydanticCustomError("type-wrong", "area", {"expected": "a name with a few letters from a to z"})
    return areas


def _read_by_someone(written: str) -> str:
    if EXAMPLE.search(written):
        raise PydanticCustomError("type-wrong", "mailbox", {"expected": "a mailbox that someone reads"})
    return written


_Words = Annotated[str, Text(3, 60), AfterValidator(in_lower_case), AfterValidator(without_article)]


class StandingItemWords(Part):
    """What is on the agenda of every meeting."""

    name: Annotated[str, Text(3, 60), AfterValidator(with_capital)] = field(
        "What is on the agenda of every meeting, in a word or two?", ["Learning"]
    )
    reason: Annotated[str, Text(10, 200)] = field(
        "Why is that on the agenda of every meeting? A whole sentence.",
        ["Learning comes first at every meeting since the members chose it."],
        default_factory=lambda group: f"Every meeting has time for {inside_sentence(group.get('name', ''))}.",
    )


class ChampionWords(Part):
    """What the network calls the contacts that each service may name."""

    one: _Words = field(
        "Each service may name a colleague to turn to. What do you call one of them?", ["champion"], default=_CONTACT
    )
    many: _Words = field(
        "What do you call several of the colleagues to turn to?",
        ["champions"],
        default_factory=lambda group: several(group.get("one", _CONTACT)),
    )


class ServedWords(Served):
    """The people that services are there for, with questions that someone new to this understands."""

    one: Annotated[str, Text(3, 60), AfterValidator(one_of_them)] = field(
        "Who do your services help? Your word for one of them: pages ask that nothing is written about them.",
        ["a reader"],
        default=_ANYONE,
    )
    many: Annotated[str, Text(3, 60), AfterValidator(without_article)] = field(
        "What do you call several of the people you help?",
        ["readers"],
        default_factory=lambda group: _PEOPLE.get(one := group.get("one", _ANYONE)) or several(one),
    )


class Answers(Part):
    """What a new network says of itself, first what it has to."""

    name: Annotated[str, Text(3, 120), AfterValidator(with_article)] = field(
        "What is the network's full name?", ["The Anytown Network"]
    )
    short_name: Annotated[str, Text(2, 60)] = field("What is a short name for headings?", ["Anytown"])
    areas: Annotated[list[Annotated[str, Text(1, 80)]], Field(min_length=1), AfterValidator(_with_names)] = field(
        "Which areas are your services in? A service is wherever members work, such as a practice or a school: "
        "every network uses this word.",
        [["North", "South"]],
    )
    members: _Words = field("What do you call several of your members?", ["librarians"])
    standing_item: StandingItemWords = field("What is on the agenda of every meeting.")
    repository: Annotated[WebAddress, AfterValidator(_repository)] = field(
        "What is the address of your copy of this project on GitHub?", ["https://github.com/anytown/network"]
    )
    established: DayOrMonth = field(
        "When did the network first meet, or when will it? The year and the month.", ["2026-10"], to_come=True
    )
    champions: ChampionWords = field("What to call the contacts that services may name.", default_factory=ChampionWords)
    served: ServedWords = field("Who nothing may be written about.", default_factory=ServedWords)
    meets_every: WholeNumber = field(
        "How many months are there from one meeting to the next?", ["3"], default=3, ge=1, le=24
    )
    contact: Annotated[MailAddress, AfterValidator(_read_by_someone)] | None = field(
        "What is the network's e-mail address? Not a person's.", ["us@example.org"], default=None
    )
    brand: Annotated[str, AfterValidator(as_colour), AfterValidator(colour_of_links)] = field(
        "Which colour should links, buttons and the foot of each page have? A dark one: its code, or a name such as navy.",
        ["#1f4e6b"],
        default="#1f4e6b",
    )
    accent: Annotated[str, AfterValidator(as_colour)] = field(
        "Which second colour should the logo and the lines under the menu and beside some boxes have?",
        ["#d79b1e"],
        default="#d79b1e",
    )
    language: LanguageTag = field("The language of menus.", ["en", "cy"], default="en")
    site: WebAddress | None = field("Where the site will be, if not with GitHub Pages.", default=None)

    @property
    def name_inside(self) -> str:
        """The full name as it is written inside a sentence: "the Anytown Network"."""
        return inside(self.name)

    @cached_property
    def owner(self) -> str:
        """The owner of the repository on GitHub."""
        return urlsplit(self.repository).path.split("/")[1]

    @property
    def address(self) -> str:
        """The address of the site, with a slash at its end."""
        page = f"https://{self.owner.lower()}.github.io/{self.repository.rpartition('/')[2]}"
        return f"{(self.site or page).rstrip('/')}/"

    @property
    def area_ids(self) -> Mapping[str, str]:
        """The areas by their ids."""
        return {file_name(name): name for name in self.areas}


def read_answers(data: bytes, path: str) -> Answers:
    """The answers in a YAML file. Raises `NetworkUnreadable`, whose document has a rejection for each mistake."""
    answers, document = _read(data, path)
    if answers is None:
        raise NetworkUnreadable(document)
    return answers


def _read(data: bytes, path: str) -> tuple[Answers | None, Document]:
    document = Document(path=path, kind="network", id="network", front_matter_line=1)
    decode_text(document, data)
    if () not in document.unknown:
        document.front_matter = document.text
        document.load_front_matter(frozenset(place[-1] for place, _ in fields_of(Answers)))
    return read_model(document, Answers, None), document
