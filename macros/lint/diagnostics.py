"""What a rule reports: where, what is wrong, what to do, and the fix if that is certain."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Self

from macros.kinds import KINDS, Record
from macros.library.library import CONTENT, Library
from macros.schema.description import FieldDescription
from macros.schema.field import Need
from macros.schema.part import Unknown
from macros.schema.references import Mention, mentions
from macros.schema.values import FieldValue, values
from macros.source.body import Body, Link
from macros.source.diagnostic import Location, Span, flatten
from macros.source.document import CONTROL, Document
from macros.source.invisible import made_visible
from macros.source.likeness import alike

# The longest message of ours is half of this. What is longer quotes what someone has written.
_LONGEST_MESSAGE = 1000

_BETWEEN_NAMES = re.compile("[,;]")


class RuleTopic(StrEnum):
    """A group of rules, named by its heading. The most common come first."""

    FIELDS = "What belongs in a field"
    FRONT_MATTER = "How fields are written"
    DATES = "Dates, and what is due"
    STORY = "What a record needs to say"
    NAMES = "Names, and records that name each other"
    TEXT = "The text below the fields"
    LINKS = "Links and pictures"
    PEOPLE = "People and their privacy"
    SAFETY = "The safety of readers"
    FILES = "Files and folders"


class Level(StrEnum):
    """Whether a diagnostic stops publication."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Fix:
    """The text to put at `span`, or in place of the whole file if `span` is None."""

    span: Span | None
    text: str


@dataclass(frozen=True, slots=True)
class Rewrite:
    """How to make the whole of a file anew that is no text. `made` takes and returns its bytes."""

    made: Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What a rule reports about a file. The engine adds the rule and its level.

    Whatever `message` quotes, it becomes one line that can be seen and is not too long.
    """

    path: str
    span: Span
    message: str
    fix: Fix | Rewrite | None = None
    rule: str = ""
    level: Level = Level.ERROR

    def __post_init__(self) -> None:
        """Make one line of the message."""
        one_line = shortened(made_visible(" ".join(self.message.split())), _LONGEST_MESSAGE)
        object.__setattr__(self, "message", one_line)


# Which kinds of file a rule checks, if not only records.
RECORDS_AND_PAGES = (*KINDS, "page")
EVERY_FILE = (*RECORDS_AND_PAGES, "network")
# What the checks of a rule yield.
Diagnostics = Iterator[Diagnostic]


def as_far_as_known(diagnostics: Diagnostics) -> Diagnostics:
    """The diagnostics up to the first that depends on a field that cannot be read."""
    # A context manager would take longer, and this runs for every rule and file.
    try:
        yield from diagnostics
    except Unknown:
        return


@dataclass
class RuleContext:
    """A file and what a rule needs to check it.

    `record` is what is known of it: some fields of a record that is not valid raise `Unknown`. None if nothing is known.
    """

    library: Library
    document: Document
    record: Record | None

    @property
    def body(self) -> Body:
        """The parts of the body of the file."""
        return self.document.parts

    @property
    def links(self) -> Iterator[Link]:
        """The links in the body of the file, except those whose addresses macros complete: the built site is checked for those."""
        return (link for link in self.body.links if "{{" not in link.target)

    @property
    def before(self) -> Document | None:
        """The file as it was in the baseline, under its present name or a former one; None if it is new or has not changed."""
        former = [str(PurePosixPath(self.document.path).with_stem(one)) for one in getattr(self.record, "aliases", ())]
        known = (self.library.baseline.get(path) for path in (self.document.path, *reversed(former)))
        return next((document for document in known if document is not None), None)

    def declaring(self, name: str) -> Iterator[tuple[FieldValue, Any]]:
        """The known fields declared with `name`, such as "after", each with what is declared."""
        for value in self._conditional:
            if (declared := getattr(value.field, name)) is not None:
                yield value, declared

    def missing(self, rule: str) -> Iterator[tuple[FieldValue, Need]]:
        """The missing fields that `rule` looks for, each with why it is needed, as far as that is known."""
        for value, need in self.declaring("needed"):
            if need.rule == rule and not value.is_given and self._holds(need, value):
                yield value, need

    @staticmethod
    def _holds(need: Need, value: FieldValue) -> bool:
        try:
            return need.holds(value.group, value.record)
        except Unknown:
            return False

    @cached_property
    def texts(self) -> Sequence[tuple[Location, str]]:
        """Every known value in the front matter as it is written, with its location. Many rules look at them."""
        found, is_unknown = flatten(self.document.values), self.document.is_unknown
        # An entry of which nothing can be read is blank.
        return [one for one in found if one[1] and not is_unknown(one[0])] if self.document.unknown else found

    @cached_property
    def dates(self) -> Sequence[FieldValue]:
        """The dates that the record gives, as far as they are known."""
        return [one for one in self._conditional if one.field.is_date and one.value is not None]

    @cached_property
    def _conditional(self) -> Sequence[FieldValue]:
        """The known fields that are dates or depend on others, which a dozen rules look at: one walk for all of them."""
        return values(self.record, _is_conditional) if self.record is not None else ()

    @property
    def mentions(self) -> Sequence[Mention]:
        """The references that the record makes, as far as they are known."""
        if self.record is None:
            return ()
        if not self.document.rejections:
            return self.library.mentions(self.record)
        # Of a list that is too long, or of which an entry cannot be read, the others are known.
        wrong = {one.location for one in self.document.rejections if one.location and one.code != "list-length"}
        written = mentions(self.document.values, type(self.record))
        known = (one for one in written if one.id and not self.document.is_unknown(one.location))
        return [one for one in known if not any(one.location[:end] in wrong for end in range(len(one.location) + 1))]

    @classmethod
    def of(cls, record: Record, library: Library) -> Self:
        """The context of a valid record."""
        return cls(library, library.documents[f"{CONTENT}/{record.path}"], record)

    @classmethod
    def at(cls, record_id: str, model: type[Record], library: Library) -> Self:
        """The context of the record of a kind with this id."""
        document = library.documents[f"{CONTENT}/{model.FOLDER}/{record_id}.md"]
        return cls(library, document, library.known(document))

    def diagnostic(
        self, message: str, at: Location = (), *, key: bool = False, span: Span | None = None, fix: str | None = None
    ) -> Diagnostic:
        """A diagnostic at the field `at` (at its name rather than its value if `key`), or at `span`.

        `fix` is the replacement text, if it is certain; it is dropped if the span covers several lines, or if a file cannot hold
        it: it may be the name of one.
        """
        where = span or self.document.span(at, key=key)
        certain = Fix(where, fix) if fix is not None and where.whole and not CONTROL.search(fix) else None
        return Diagnostic(self.document.path, where, message, certain)


def _is_conditional(field: FieldDescription) -> bool:
    return field.is_date or bool(field.needed or field.only or field.after)


def folded(name: str) -> str:
    """A theme's name, title or synonym, normalised for comparison: like `alike`, and hyphens are spaces too."""
    return " ".join(alike(name).replace("-", " ").replace("_", " ").split())


def shortened(text: str, longest: int) -> str:
    """`text` without its middle if it is longer. A message starts with what is wrong and ends with what to do."""
    if len(text) <= longest:
        return text
    kept = longest // 2
    return f"{text[: longest - kept - 1]}\N{HORIZONTAL ELLIPSIS}{text[-kept:]}"


def repeated(words: Iterable[str]) -> list[int]:
    """The positions of words that stand before as well, or one that readers cannot tell apart."""
    plain = [*map(alike, words)]
    return [index for index, word in enumerate(plain) if word in plain[:index]]


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The word of `known` that was most likely meant; None if none is near."""
    by_lower = {word.lower(): word for word in known}
    matches = get_close_matches(written.lower().replace("_", "-").replace(" ", "-"), by_lower, n=1, cutoff=0.65)
    if not matches:
        matches = get_close_matches(written.lower(), by_lower, n=1, cutoff=0.65)
    return by_lower[matches[0]] if matches else None


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """ " Did you mean "established"?", or empty if no known word is near."""
    near = nearest(written, known)
    return f' Did you mean "{near}"?' if near else ""


def near_or_choices(written: str, known: Sequence[str]) -> str:
    """ " Did you mean "established"?", or " Choose idea, trying or stopped." if no known word is near."""
    return did_you_mean(written, known) or f" Choose {listed(known)}."


def one_a_line(mention: Mention, known: Container[str]) -> str:
    """How to write several names that are on one line of a list; empty if none of them is known, or there is only one."""
    names = [name.strip() for name in _BETWEEN_NAMES.split(mention.id) if name.strip()]
    if len(names) < 2 or isinstance(mention.location[-1], str) or not any(name in known for name in names):
        return ""
    lines = ", ".join(f'"- {name}"' for name in names)
    return f" Write each name on a line of its own: {lines}."


def listed(words: Iterable[str], most: int = 12) -> str:
    """ "idea, trying, established or stopped"; the first few and "..." if there are many."""
    all_words = list(words)
    shown = all_words[:most]
    if len(all_words) > most:
        return ", ".join(shown) + " ..."
    return " or ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
