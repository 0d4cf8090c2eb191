"""A record has no personal data: no NHS or national insurance number, no birth date, home address or private contact.

Why: What is published can be copied within minutes, and stays in the history of the files after it is taken off the
page. For a patient or colleague that can do real harm.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

from macros.lint.diagnostics import EVERY_FILE, Diagnostics, RuleContext, RuleTopic
from macros.schema.network import Network
from macros.source.document import Document

TOPIC = RuleTopic.PEOPLE
KINDS = EVERY_FILE

_NEVER = "Take it out now, and do not publish this file: what is published once can be found for ever."

_PRIVATE_MAIL_HOSTS = (
    "gmail googlemail hotmail outlook live msn yahoo ymail icloud me mac aol btinternet sky talktalk virginmedia "
    "protonmail proton gmx mail fastmail"
).split()
_PRIVATE_MAIL_ENDS = re.compile(r"\.(?:com|net|org|me|co|fr|de|ie|uk|co\.uk)", re.IGNORECASE)
_LONGEST_MAILBOX = 64
# An encoded @: mail programs put the reader's own address into links this way.
_WRITTEN_AT = "%40"
_IS_BIRTH = "This looks like somebody's date of birth."
_IS_POSTCODE = "This looks like a postcode. Name the venue and the town instead."
_PRIVATE_MAIL = "This looks like the e-mail address of a person. Give the mailbox of a role or a team instead."
_MAIL = re.compile(r"([\w.+-]{1,64})@([\w-]{1,63})((?:\.[\w-]{1,63}){1,8})")
_MAILBOX_END = re.compile(r"[\w.+-]+\Z")
# first.last@, f.last@ or first_last2@: the personal address of a member of staff.
_NAMED_MAILBOX = re.compile(r"^[a-z]+[._][a-z]+\d*$", re.IGNORECASE)
# Some mailboxes of roles and teams match that pattern too; these words give them away.
_ROLE_WORDS = frozenset(
    "admin bookings champion champions chair clinical contact enquiries enquiry feedback hello help info lead leads mail "
    "network office people reception secretary service services staff support talking team therapies training".split()
)

# Gaps allowed between digits: any space, a hyphen, a new line with its indentation, Markdown emphasis.
_GAP = r"[\s*_-]{0,12}"
# Not part of a longer number, a DOI or a web address, but possibly at the end of a sentence.
_NHS_NUMBER = re.compile(rf"(?<![\d/-])(?<!\d\.)(?:\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}|\d(?:\s\d){{9}})(?![\d/-]|\.\d)")
_NHS_WEIGHTS = range(10, 1, -1)
_NATIONAL_INSURANCE = re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", re.IGNORECASE)
_BORN = re.compile(
    r"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\b[^\n\d]{0,15}\d{1,4}[ ./-](?:\d{1,2}|[A-Za-z]{3,9})[ ./-]\d{2,4}",
    re.IGNORECASE,
)
_MOBILE = re.compile(rf"(?<![\d-])(?:(?:\+|00)44{_GAP}(?:\(0\){_GAP})?|0)7(?:{_GAP}\d){{9}}(?!\d)")
_STREET = re.compile(
    r"\b(?:flat \d+\w?,? )?\d{1,4}[a-z]?,? (?:[A-Z][a-z']+ ){1,3}"
    r"(?:Street|Road|Lane|Avenue|Close|Drive|Crescent|Terrace|Gardens|Grove|Court|Way|Mews|Rise)\b"
)
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?) ?\d[ABD-HJLNP-UW-Z]{2}\b")
_MADE_BY_PROGRAM = re.compile(r"[A-Z\d]")
# A quick test: each match of a pattern with digits contains one of these two. Mobile numbers get their own, from the 7,
# because most numbers in a record are dates.
_CORE = re.compile(
    rf"\d(?:\d\d{_GAP}\d{{3}}{_GAP}\d{{4}}|(?:\s\d){{9}}|\d ?\d\d ?\d\d ?[A-Da-d]|[a-z]?,? [A-Z]|[A-Z]{{2}})"
)
_CORE_OF_MOBILE = re.compile(rf"7(?:{_GAP}\d){{9}}")
_BIRTH_WORDS = ("birth", "born", "dob", "d.o", "do.b")
# A postcode within this many characters after a street belongs to the same address.
_REST_OF_ADDRESS = 60


def check(context: RuleContext) -> Diagnostics:
    """Look for personal data in the text of the file, its links and its name."""
    text, network = context.document.text, context.library.network
    for match, message in _matches(text, _without_join(context.document), network):
        span = context.document.text_span(match.start(), len(match.group()))
        yield context.diagnostic(f"{message} {_NEVER}", span=span)
    for match in _mail_addresses(unquote(text)) if _WRITTEN_AT in text else ():
        written = match.group().replace("@", _WRITTEN_AT)
        if written in text and _is_private(match, network):
            span = context.document.text_span(text.index(written), len(written))
            yield context.diagnostic(f"{_PRIVATE_MAIL} {_NEVER}", span=span)
    if _is_nhs_number(re.sub(r"\D", "", context.document.id)):
        yield context.diagnostic(f"The name of this file holds what looks like an NHS number. {_NEVER}")


def _without_join(document: Document) -> str:
    """The text of a file without the digits and capitals of its address to join at: a program made those up. Offsets stay."""
    join = document.values.get("join")
    if not isinstance(join, str) or "://" not in join:
        return document.text
    return document.text.replace(join, _MADE_BY_PROGRAM.sub("_", join))


def _matches(text: str, written_by_people: str, network: Network) -> Iterator[tuple[re.Match[str], str]]:
    for match in _mail_addresses(text):
        if _is_private(match, network):
            yield match, _PRIVATE_MAIL
    folded = text.lower()
    if any(word in folded for word in _BIRTH_WORDS):
        for match in _BORN.finditer(text):
            yield match, _IS_BIRTH
    if _CORE.search(written_by_people) or _CORE_OF_MOBILE.search(written_by_people):
        yield from _numbers_and_addresses(written_by_people)


def _mail_addresses(text: str) -> Iterator[re.Match[str]]:
    """Every e-mail address. Searches backwards from each @, because any word could start an address."""
    at = text.find("@")
    while at >= 0:
        mailbox = _MAILBOX_END.search(text, max(at - _LONGEST_MAILBOX, 0), at)
        if mailbox and (match := _MAIL.match(text, mailbox.start())):
            yield match
        at = text.find("@", at + 1)


def _numbers_and_addresses(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for pattern, accepts, message in _PATTERNS:
        for match in pattern.finditer(text):
            if accepts is None or accepts(match):
                yield match, message
    streets = [match.end() for match in _STREET.finditer(text)]
    for match in _POSTCODE.finditer(text):
        if not any(0 <= match.start() - end <= _REST_OF_ADDRESS for end in streets):
            yield match, _IS_POSTCODE


def _is_private(match: re.Match[str], network: Network) -> bool:
    mailbox, host = match[1], match[2].lower()
    if host in _PRIVATE_MAIL_HOSTS and _PRIVATE_MAIL_ENDS.fullmatch(match[3]):
        return True
    words = re.split(r"[._]", re.sub(r"\d", "", mailbox.lower()))
    # The network's words for its champions and standing item mark a mailbox as a role's, too.
    own = f"{network.champions.one} {network.champions.many} {network.standing_item.name}".lower().split()
    return bool(_NAMED_MAILBOX.match(mailbox)) and _ROLE_WORDS.union(own).isdisjoint(words)


def _is_nhs_number(digits: str) -> bool:
    """Whether the digits are a valid NHS number.

    Source: NHS Data Dictionary, NHS NUMBER. Weights 10 to 2; the check digit is 11 minus the sum modulo 11, where 11
    becomes 0 and 10 is never issued.
    """
    if len(digits) != 10:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _NHS_WEIGHTS, strict=False))
    return (11 - total % 11) % 11 == int(digits[9])


_PATTERNS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], bool] | None, str]] = [
    (_NHS_NUMBER, lambda match: _is_nhs_number(re.sub(r"\D", "", match.group())), "This looks like an NHS number."),
    (_NATIONAL_INSURANCE, None, "This looks like a national insurance number."),
    (_MOBILE, None, "This looks like a mobile phone number. Give the number of an office or a mailbox instead."),
    (_STREET, None, "This looks like a postal address. Name the venue and the town instead."),
]


def patterns() -> dict[str, Any]:
    """The patterns that the form on the site checks before it sends anything."""
    return {
        "MAIL": _MAIL,
        "NAMED_MAILBOX": _NAMED_MAILBOX,
        "ROLE_WORDS": sorted(_ROLE_WORDS),
        "PRIVATE_HOSTS": _PRIVATE_MAIL_HOSTS,
        "PRIVATE_ENDS": _PRIVATE_MAIL_ENDS,
        "PRIVATE_MAIL": _PRIVATE_MAIL,
        "PERSONAL": [
            *([pattern, message, accepts is not None] for pattern, accepts, message in _PATTERNS),
            [_BORN, _IS_BIRTH, False],
            [_POSTCODE, _IS_POSTCODE, False],
        ],
    }
