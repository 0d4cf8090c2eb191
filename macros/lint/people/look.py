"""Looks at a text for everything that is personal, or may be."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from macros.lint.people import births, insurance, mailboxes, numbers, places
from macros.lint.people.sighting import Sighting
from macros.lint.people.words import PRIVATE_HOSTS, ROLE_WORDS
from macros.source.as_read import AsRead, as_read

# Quick tests: whatever is found has one of these in the text as it is written.
_ENCODED = re.compile("%[2-7Cc][0-9A-Fa-f]")
_UNUSUAL = re.compile("[^\x00-\x7f\u00a0-\u017f\u2010-\u2027\u2030-\u203a\u20ac\u2122]")
# After the first of digits that stand together: five more, and then four more or the letter at the end of a national insurance
# number. Or after any of them, an address. Most digits are those of days, such as 2018-08-06, which no street follows.
_LETTER = r"[^A-Za-z0-9]{0,8}[A-Da-d](?![A-Za-z0-9])"
_MANY = rf"(?<![0-9]{{2}})(?:[^A-Za-z0-9]{{0,16}}[0-9]){{5}}(?:(?:[^A-Za-z0-9]{{0,16}}[0-9]){{4}}|{_LETTER})"
_STREET = rf"(?<!-[0-9]{{2}}-[0-9]{{2}}){places.STREET_REST}"
_DIGITS = re.compile(f"[0-9](?:{_MANY}|(?![0-9])(?:{places.POSTCODE_REST}|{_STREET}))")
_INSURANCE = re.compile(f"[0-9](?<![0-9]{{2}})(?:[^A-Za-z0-9]{{0,8}}[0-9]){{5}}{_LETTER}")
# Six digits that letters may stand before: a day in a field has a colon there.
_SIX_DIGITS = re.compile(r"[0-9](?<![0-9]{2})(?<!: [0-9])(?:[^A-Za-z0-9]{0,6}[0-9]){5}")
_SURE_WORDS = (*births.SURE_WORDS, *insurance.WORDS)
_MAILBOX = re.compile(r"[A-Za-z][A-Za-z-]*\Z")


@lru_cache(maxsize=4)
def sightings(text: str, own: Collection[str]) -> list[Sighting]:
    """What looks personal in a text, in order. The places are those in the text as it is written.

    `own` are the words and mailboxes of the network's own, in small letters.
    """
    if not _may_have_any(text):
        return []
    seen = as_read(text)
    return sorted((_as_written(one, seen) for one in _in(seen.text, own)), key=lambda one: one.start)


def _in(text: str, own: Collection[str]) -> Iterator[Sighting]:
    small = text.lower()
    yield from mailboxes.mailboxes(text, own)
    if _has_one_of((*births.SURE_WORDS, *births.WORDS), small):
        yield from births.births(text)
    yield from numbers.numbers(text)
    if (_has_one_of(insurance.WORDS, small) and _SIX_DIGITS.search(text)) or _INSURANCE.search(text):
        yield from insurance.insurance_numbers(text)
    yield from places.addresses(text)


def _has_one_of(words: Sequence[str], small: str) -> bool:
    """Whether one of the words is in a text. A loop, which takes half as long as `any`."""
    for word in words:  # noqa: SIM110
        if word in small:
            return True
    return False


def _as_written(one: Sighting, seen: AsRead) -> Sighting:
    start, length = seen.written(one.start, one.end)
    return Sighting(start, start + length, one.looks, one.is_certain)


def _may_have_any(text: str) -> bool:
    if "&" in text or "<" in text or "\\" in text or ("%" in text and _ENCODED.search(text)):
        return True
    if not text.isascii() and _UNUSUAL.search(text):
        return True
    if _DIGITS.search(text) or _has_mailbox(text):
        return True
    small = text.lower()
    if _has_one_of(_SURE_WORDS, small) or (" at " in small and mailboxes.AT_HOST.search(small)):
        return True
    if _has_one_of(births.WORDS, small) and births.WORD.search(text):
        return True
    return _has_one_of(mailboxes.IN_BRACKETS, small) and mailboxes.IN_WORDS.search(text) is not None


def _has_mailbox(text: str) -> bool:
    """Whether there is a mailbox other than those with plain words of a role, such as most records have."""
    at = text.find("@")
    while at >= 0:
        mailbox = _MAILBOX.search(text, max(at - 40, 0), at)
        words = mailbox.group().lower().split("-") if mailbox else []
        before = text[mailbox.start() - 1 : mailbox.start()] if mailbox else ""
        if not words or before not in (" ", "(", "\n", ":") or ROLE_WORDS.isdisjoint(words):
            return True
        if text[at + 1 : at + 20].partition(".")[0].lower() in PRIVATE_HOSTS:
            return True
        at = text.find("@", at + 1)
    return False
