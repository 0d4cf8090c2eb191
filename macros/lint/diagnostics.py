"""What a rule reports: where, what is wrong, what to do, and the fix if that is certain."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache, cached_property

from macros.kinds import KINDS, Record
from macros.library.library import Library
from macros.schema.field import Need
from macros.schema.references import Mention, written_mentions
from macros.schema.values import FieldValue, Wanted, values
from macros.source.body import Body
from macros.source.diagnostic import Location, Span
from macros.source.document import Document
from macros.source.markdown import read_body


class RuleTopic(StrEnum):
    """A group of rules, by its heading; the ones that most people meet come first."""

    FIELDS = "What belongs in a field"
    FRONT_MATTER = "How fields are written"
    DATES = "Dates, and what is due"
    STORY = "What a record has to tell"
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
    """The text that belongs where a mistake is; without a span, that of the whole file."""

    span: Span | None
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What one rule found in one file. The engine adds the rule and its level."""

    path: str
    span: Span
    message: str
    fix: Fix | None = None
    rule: str = ""
    level: Level = Level.ERROR

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Diagnostics are listed by file, line, column and rule."""
        return (self.path, self.span.line, self.span.column, self.rule)


@dataclass
class RuleContext:
    """One file, with what a rule may want to know about it. `record` is None if the file is not a valid record."""

    library: Library
    document: Document
    record: Record | None

    @cached_property
    def body(self) -> Body:
        """What readers will find in the file's body."""
        return read_body(self.document.body, self.library.markdown)

    def values(self, wanted: Wanted) -> Iterable[FieldValue]:
        """What stands in the fields of the record that are `wanted`; nothing if it is not valid."""
        return values(self.record, wanted) if self.record is not None else ()

    def missing(self, rule: str) -> Iterator[tuple[FieldValue, Need]]:
        """The fields that the record needs and does not have, of those that `rule` looks for, each with its need."""
        for one in self.values(_looked_for_by(rule)):
            need = one.field.needed
            if need is not None and not one.is_given and need.holds(one.group):
                yield one, need

    @property
    def mentions(self) -> Sequence[Mention]:
        """The references that the record makes."""
        return self.library.mentions[self.record.path] if self.record else ()

    @property
    def written_mentions(self) -> Sequence[Mention]:
        """The references that the record makes; if it is not valid, those of its fields in which nothing else is wrong."""
        if self.record is not None:
            return self.mentions
        rejected = [rejection.location for rejection in self.document.rejections]
        if not all(rejected):
            return ()
        found = written_mentions(KINDS[self.document.kind], self.document.values)
        return [one for one in found if not any(one.location[: len(place)] == place for place in rejected)]

    def diagnostic(
        self, message: str, at: Location = (), *, key: bool = False, span: Span | None = None, fix: str | None = None
    ) -> Diagnostic:
        """A diagnostic at the field `at` (at its name rather than its value if `key`), or at `span`.

        `fix` is what belongs there instead, given only if that is certain; what goes on over several lines is left to
        its writer. A message is one line, whatever it quotes.
        """
        where = span or self.document.span(at, key=key)
        certain = None if fix is None or not where.whole else Fix(where, fix)
        return Diagnostic(self.document.path, where, " ".join(message.split()), certain)


@cache
def _looked_for_by(rule: str) -> Wanted:
    return lambda one: one.needed is not None and one.needed.rule == rule


def folded(name: str) -> str:
    """A theme's name, title or synonym without what makes no difference: capitals, and what stands between the words."""
    return " ".join(name.lower().replace("-", " ").replace("_", " ").split())


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The word of `known` that somebody most likely meant; None if none is near."""
    folded = {word.lower(): word for word in known}
    found = get_close_matches(written.lower().replace("_", "-").replace(" ", "-"), folded, n=1, cutoff=0.6)
    if not found:
        found = get_close_matches(written.lower(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """ " Did you mean "established"?", or nothing if no known word is near."""
    found = nearest(written, known)
    return f' Did you mean "{found}"?' if found else ""


def listed(words: Iterable[str], most: int = 12) -> str:
    """ "idea, trying, established or stopped"; the first few and "..." if there are many."""
    all_words = list(words)
    shown = all_words[:most]
    if len(all_words) > most:
        return ", ".join(shown) + " ..."
    return " or ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
