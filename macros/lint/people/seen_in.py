"""What looks personal in a file: in its text and its name."""

import re
from collections import Counter
from collections.abc import Iterator

from macros.kinds.not_personal import Looks
from macros.lint.diagnostics import RuleContext
from macros.lint.people.look import sightings
from macros.lint.people.sighting import Sighting
from macros.source.diagnostic import Span
from macros.source.document import Document

# A program made up the digits and capitals of an address to join at, other than those of encoded characters.
_MADE_BY_PROGRAM = re.compile(r"(?<!%)(?<!%[\dA-F])[A-Z\d]")
_BETWEEN_WORDS = re.compile("[-_./]+(?![^@/]*@)")
# Nothing shorter is personal in a name: a day is not, and a postcode may be anything.
_TEN_DIGITS = re.compile("(?:[0-9][^0-9A-Za-z]*){9}")
_FIELD = "not_personal"
_HOME = re.compile(r"\b(?:home|house|flat|lives?)\b|['\u2019]s\b", re.IGNORECASE)


def seen_in(context: RuleContext, *, is_certain: bool) -> Iterator[tuple[Span | None, Looks]]:
    """What is certainly personal, or what only may be: where it stands (None for the name of the file) and what it looks like."""
    document, own = context.document, context.library.network.role_words
    for one in sightings(_written_by_people(document), own):
        if one.is_certain is is_certain and not _is_of_venue(one, document):
            yield document.text_span(one.start, one.end - one.start), one.looks
    for one in in_name(document.id, own):
        if one.is_certain is is_certain:
            yield None, one.looks


def in_name(name: str, own: frozenset[str]) -> list[Sighting]:
    """What looks personal in the name of a file or a path."""
    return sightings(_BETWEEN_WORDS.sub(" ", name), own) if _TEN_DIGITS.search(name) or "@" in name else []


def confirmed(document: Document) -> Counter[str]:
    """How many of each that looks personal are none, as the record says."""
    entries = document.values.get(_FIELD)
    known: Counter[str] = Counter()
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(looks := entry.get("looks_like"), str):
            number = entry.get("how_many", "1")
            known[looks] += int(number) if isinstance(number, str) and number.isdecimal() else 1
    return known


def _is_of_venue(one: Sighting, document: Document) -> bool:
    """Whether this is the address in the place of a meeting, where everyone is to find it."""
    place = document.values.get("place")
    if one.looks is not Looks.ADDRESS or not isinstance(place, str) or _HOME.search(place):
        return False
    return document.text[one.start : one.end] in place


def _written_by_people(document: Document) -> str:
    """The text of a file without the digits and capitals of its address to join at. Offsets stay."""
    join = document.values.get("join")
    if not isinstance(join, str) or "://" not in join:
        return document.text
    return document.text.replace(join, _MADE_BY_PROGRAM.sub("_", join))
