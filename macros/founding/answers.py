"""What a new network says of itself, in a file or one question after the other."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.founding.colours import contrast, mixed
from macros.library.library import NetworkUnreadable
from macros.library.reading import read_model
from macros.propose.skeleton import file_name
from macros.schema.description import fields_of
from macros.schema.field import field
from macros.schema.network import LanguageTag, Served, StandingItem, inside
from macros.schema.part import Part
from macros.schema.types import DayOrMonth, MailAddress, Text, WebAddress
from macros.schema.written_numbers import WholeNumber
from macros.source.document import Document, decode_text

_LEGIBLE = 4.5
# Links stand on surfaces down to this one: --kb-surface-quiet in theme/assets/network.css.
_SURFACE = "#f4ede3"


def _colour(written: str) -> str:
    if not re.fullmatch("#[0-9a-fA-F]{6}", written):
        expected = 'a colour written as "#" and six digits or letters from a to f, such as "#1f4e6b"'
        raise PydanticCustomError("type-wrong", "colour", {"expected": expected})
    return written


def _dark_colour(written: str) -> str:
    if contrast(written, _SURFACE) < _LEGIBLE:
        shades = (mixed(written, "#000000", share / 20) for share in range(1, 21))
        darker = next(shade for shade in shades if contrast(shade, _SURFACE) >= _LEGIBLE)
        expected = f'a colour dark enough for white words on it, such as "{darker}"'
        raise PydanticCustomError("type-wrong", "colour", {"expected": expected})
    return written


def _lower_case(written: str) -> str:
    if all(word[:1].isupper() and word[1:].islower() for word in written.split()):
        expected = f'words in lower case, such as "{written.lower()}"'
        raise PydanticCustomError("type-wrong", "words", {"expected": expected})
    return written


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


_Words = Annotated[str, Text(3, 60), AfterValidator(_lower_case)]


class ChampionWords(Part):
    """What the network calls the contacts that each service may name."""

    one: _Words = field("One of them, in lower case.", ["champion"])
    many: _Words = field("Several of them, in lower case.", ["champions"])


class Answers(Part):
    """What a new network says of itself."""

    name: Annotated[str, Text(3, 120)] = field("The network's full name.", ["The Anytown Network"])
    short_name: Annotated[str, Text(2, 60)] = field("A short name for headings and labels.", ["Anytown"])
    areas: Annotated[list[Annotated[str, Text(1, 80)]], Field(min_length=1), AfterValidator(_with_names)] = field(
        "The areas that services are grouped by.", [["North", "South"]]
    )
    members: _Words = field("What several members are called, in lower case.", ["librarians"])
    standing_item: StandingItem = field("What is on the agenda of every meeting.")
    champions: ChampionWords = field("What to call the contacts that services may name.")
    meets_every: WholeNumber = field("How many months from one meeting to the next.", ["3"], default=3, ge=1, le=24)
    contact: MailAddress | None = field("A mailbox of the network, not of a person.", ["us@example.org"], default=None)
    repository: Annotated[WebAddress, AfterValidator(_repository)] = field(
        "Where the files are kept on GitHub.", ["https://github.com/anytown/network"]
    )
    established: DayOrMonth = field("When the network first met, or will meet.", ["2026-10"], to_come=True)
    brand: Annotated[str, AfterValidator(_colour), AfterValidator(_dark_colour)] = field(
        "The colour of the header and of links.", ["#1f4e6b"], default="#1f4e6b"
    )
    accent: Annotated[str, AfterValidator(_colour)] = field("The colour of lines.", ["#d79b1e"], default="#d79b1e")
    language: LanguageTag = field("The language of menus.", ["en", "cy"], default="en")
    site: WebAddress | None = field("Where the site will be, if not with GitHub Pages.", default=None)
    served: Served = field("Who nothing may be written about.", default_factory=Served)

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
