"""NHS numbers and telephone numbers, however their digits are grouped."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.kinds.not_personal import Looks
from macros.lint.people.sighting import BEFORE, Nearby, Sighting

# Between the digits of one number: spaces, line ends with what a list, a quotation or a table puts there, and whatever people
# set groups apart with.
GAP = r"[\s./()\[\]|_,>+-]{0,16}"
RUN = re.compile(rf"[0-9](?:{GAP}[0-9]){{9,}}")
GROUP = re.compile(r"[0-9]+")
# A number within an address of the web, a DOI or the name of a file is what a program made.
IN_ADDRESS = re.compile(r"(?:://|\bwww\.|\b10\.[0-9]{4,9}/|[a-z]\.[a-z]{2,}/)[^\s<>()\[\]|]*$")
_IN_QUERY = re.compile(r"[?&;][^\s<>()\[\]|/]*=$")
_IN_ID = re.compile(r"[a-z0-9]{2,}-[a-z]+-$|[a-z0-9]_$")
_LONGEST_ADDRESS = 300

_IN_ITS_NAME = re.compile(r"(?:nhs|patient|client)[a-z_-]{0,12}[=:]$|nhs[_-]?(?:no|number)s?/$", re.IGNORECASE)

PATIENT = re.compile(
    r"(?:nhs|n\.h\.s\.?|patient|client|service[ -]?user)(?:'?s?\W{0,2}(?:id|ref|reference|record|registration|account)\b)?|"
    r"\bchi\b|\bh ?& ?c\b|\bmrn\b|\bpas\b|\brio\b|systm ?one|iaptus|\bpcmis\b|hospital n|\bpt\b|"
    r"\bcarer|\b(?:she|he|her|his|mrs?(?!/)|ms|guest|person|asked|liked|saw|seen|spoke|told)\b|\bdob\b|\bd\.o\.b|\bborn\b|\bdied\b|\breferred\b",
    re.IGNORECASE,
)
# What else has ten digits.
_THINGS = (
    r"isbn|issn|isrctn|\bdoi\b|pmid|pmc|pubmed|\bnct|\butr\b|tax\b|taxpayer|snomed|\bsct|concept|\bread code|\bods\b|zoom|teams\b|"
    r"webex|meeting|conference|webinar|\bjoin|\bdial|passcode|\bpin\b|access code|\bid\b|\bids\b|\border\b|invoice|reference|\bref\b|"
    r"grant|award|ticket|\bpo\b|purchase|account|\bacc\b|serial|barcode|\bean\b|\bsku\b|charity|company|\bvat\b|licen[cs]e|isni|orcid|"
    r"eudract|\biras\b|\brec\b|protocol|registration|trial|timestamp|unix|epoch|commit|revision|version|\bbuild\b|catalogue|"
    r"accession|\bform\b|population|total|\bpages?\b|\bpp\b|[£$€]"
)
OTHER_NUMBER = re.compile(rf"{_THINGS}|tel\b|telephone|phone|\bfax|\bring\b|\bcall\b|switchboard", re.IGNORECASE)
_OTHER_AFTER = re.compile(
    r"[\s,;:()|-]{0,4}(?:is the )?(?:isbn|issn|isrctn|pmid|doi|utr|snomed|zoom|teams|order|invoice)", re.IGNORECASE
)
_IS_CALLED = re.compile(
    r"n[. ]?h[. ]?s\W{0,3}(?:n(?:o|um|umber|r)?s?\b|#|id\b)[^0-9a-z]{0,12}(?:is[^0-9a-z]{1,6})?$", re.IGNORECASE
)
# Numbers that are issued, or kept for tests, start with one of these.
ISSUED = "34679"
_WEIGHTS = range(10, 1, -1)

_OWN_NUMBER = re.compile(
    r"\b(?:home|personal|private|direct)(?: (?:line|number|phone))?\b|\bher\b|\bhis\b|\bmy\b|\bmum|\bdad|mother|father|partner|"
    r"next of kin|landline",
    re.IGNORECASE,
)
_OF_AN_OFFICE = re.compile(
    r"office|reception|switchboard|service|clinic|surger|centre|center|\bhub|venue|\bhall\b|library|\bline\b|helpline|\bdesk|"
    r"enquir|hospital|college|universit|council|\broom|\bmain\b|\bfax|booking|department|\bdept|headquarters|\bhq\b|network|"
    rf"secretar|\btrust\b|building|crisis|samaritans|\bteam|{_THINGS}",
    re.IGNORECASE,
)
_CALLS = re.compile(
    r"\bmob|\bm:|\bcell|whats ?app|\btext|\bsms\b|\btel\b|telephone|phone|\bring\b|\bcall\b|\bt:", re.IGNORECASE
)
_WORD = re.compile("[A-Za-z]{3}")
# What may stand right before the first digit without a space.
_PREFIX = re.compile(r"(?:tel|mob|mobile|phone|no|num|number|nhs|t|m|p|h|w|id)$", re.IGNORECASE)
_NO_TELEPHONE = re.compile(
    r"(?:(?:meeting|conference|webinar)[\s:]*(?:id|number|no)|snomed(?: ct)?|concept(?: id)?|utr|pmid|isbn|timestamp|"
    r"(?:grant|award|order)(?: number| no)?)\W{0,4}$",
    re.IGNORECASE,
)
_MOBILE = re.compile(r"(?:(?:00)?440?|0)7[0-9]{9}")
_LANDLINE = re.compile(r"(?:(?:00)?440?|0)[12][0-9]{8,9}")
_LONGEST = 15
_FIRST_OF_TELEPHONE = "04"
_OF_BOOKS = ("978", "979")


@dataclass(frozen=True, slots=True)
class _Digits:
    """Digits that stand together: groups of a run, from `start` to `end` of the text."""

    start: int
    end: int
    all: str
    groups: Sequence[str]
    gaps: Sequence[str]

    @property
    def is_grouped_alike(self) -> bool:
        """Whether the same stands between all the groups, or they are those of most NHS numbers."""
        return len({gap.strip(" ()[]>\n\t") for gap in self.gaps}) <= 1 or [*map(len, self.groups)] == [3, 3, 4]

    @property
    def crosses(self) -> bool:
        """Whether it goes over more than one border of table cells, or more than one line end."""
        between = "".join(self.gaps)
        return between.count("|") > len(self.gaps) or between.count("\n") > len(self.gaps)


def numbers(text: str) -> Iterator[Sighting]:
    """The NHS numbers and telephone numbers in a text as a reader sees it. Takes time in proportion to its length."""
    for run in RUN.finditer(text):
        groups = list(GROUP.finditer(text, run.start(), run.end()))
        first, is_after_number = 0, False
        while first < len(groups):
            found = None if _is_attached(text, groups, first, is_after_number) else _at(text, groups, first)
            if found is None:
                first, is_after_number = first + 1, False
                continue
            last, sighting = found
            if sighting:
                yield sighting
            first, is_after_number = last + 1, True


def _is_attached(text: str, groups: Sequence[re.Match[str]], first: int, is_after_number: bool) -> bool:
    """Whether the digits before, or a letter, belong to the same number or word."""
    start = groups[first].start()
    before = text[max(start - 8, 0) : start]
    if before[-1:].isalpha():
        return not _PREFIX.search(before)
    if before[-1:] in ("£", "$", "€"):
        return True
    if not first or is_after_number:
        return False
    between = text[groups[first - 1].end() : start]
    return groups[first - 1].group() in _OF_BOOKS or between in (".", "-", "/", ",", "_", ", ")


def _at(text: str, groups: Sequence[re.Match[str]], first: int) -> tuple[int, Sighting | None] | None:
    """The number that starts with the group `first`: its last group, and what it looks like if that may be personal."""
    candidates = list(_candidates(text, groups, first))
    for last, digits in candidates:
        if _is_telephone(text, digits):
            return last, _telephone(text, digits)
    for last, digits in candidates:
        if len(digits.all) == 10 and (sighting := _nhs_number(text, digits) or _shortened(text, digits)):
            return last, sighting
    return None


def _candidates(text: str, groups: Sequence[re.Match[str]], first: int) -> Iterator[tuple[int, _Digits]]:
    whole = ""
    for last in range(first, len(groups)):
        whole += groups[last].group()
        if len(whole) > _LONGEST or (len(whole) > 10 and whole[0] not in _FIRST_OF_TELEPHONE):
            return
        if len(whole) < 10 or not _ends_here(text, groups, last):
            continue
        if whole[0] not in _FIRST_OF_TELEPHONE and not _may_be_of_a_person(text, groups[first].start(), whole):
            continue
        part = groups[first : last + 1]
        gaps = [text[one.end() : other.start()] for one, other in pairwise(part)]
        digits = _Digits(part[0].start(), part[-1].end(), whole, [one.group() for one in part], gaps)
        if not digits.crosses:
            yield last, digits


def _may_be_of_a_person(text: str, start: int, ten: str) -> bool:
    """A quick test for ten digits: they fit, may have lost a 0, or are called an NHS number."""
    return ten[0] == "7" or fits(ten) or _IS_CALLED.search(text, max(start - BEFORE, 0), start) is not None


def _ends_here(text: str, groups: Sequence[re.Match[str]], last: int) -> bool:
    end = groups[last].end()
    following = text[end : end + 1]
    if following.isalpha():
        # "07700900123x" is no number, but "9434765919and" is a slip.
        return _WORD.match(text, end) is not None
    if last + 1 == len(groups):
        return True
    between = text[end : groups[last + 1].start()]
    return between not in (".", "-", ",", "_")


def _is_telephone(text: str, digits: _Digits) -> bool:
    """Whether these are the digits of a telephone number in this country, grouped as people do."""
    first, before = digits.groups[0], text[max(digits.start - 2, 0) : digits.start]
    if not (_MOBILE.fullmatch(digits.all) or _LANDLINE.fullmatch(digits.all)) or any("," in gap for gap in digits.gaps):
        return False
    if first in ("44", "0044") or len(digits.groups) == 1 or before.rstrip().endswith("+"):
        return True
    if first.startswith("44"):
        return len(first) > 4
    if first == "0":
        # 0-19 may also be the start of an ISBN, and 0.77 a number.
        return len(digits.all) == 11 and ("." not in digits.gaps[0] or len(digits.groups) > 2)
    # 07 may also be a day or a month.
    return len(first) > 2 or (digits.all[1] == "7" and digits.is_grouped_alike)


def _telephone(text: str, digits: _Digits) -> Sighting | None:
    nearby = Nearby.to(text, digits.start, digits.end)
    is_mobile = _MOBILE.fullmatch(digits.all) is not None
    if _is_in_address(text, digits.start) and not nearby.says(_CALLS):
        return None
    if is_mobile and not _NO_TELEPHONE.search(nearby.before):
        return _sighting(text, digits, Looks.TELEPHONE, True)
    is_own = nearby.says(_OWN_NUMBER, _OF_AN_OFFICE)
    if len(digits.groups) == 1 and not is_own and not nearby.says(_CALLS):
        # Ten or eleven digits in a row that nothing calls a telephone number.
        return None
    is_from_abroad = digits.all.startswith(("44", "0044"))
    if not is_own and (is_from_abroad or nearby.says(_OF_AN_OFFICE)):
        return None
    return _sighting(text, digits, Looks.TELEPHONE, False)


def _sighting(text: str, digits: _Digits, looks: Looks, is_certain: bool) -> Sighting:
    """A sighting of these digits, with the sign before them."""
    return Sighting(digits.start - (text[max(digits.start - 1, 0)] in "+("), digits.end, looks, is_certain)


def _shortened(text: str, digits: _Digits) -> Sighting | None:
    """A mobile number without its 0, which spreadsheets take away."""
    if digits.all[0] != "7" or _is_in_name(text, digits.start):
        return None
    if not Nearby.to(text, digits.start, digits.end).says(_CALLS, _OF_AN_OFFICE):
        return None
    return _sighting(text, digits, Looks.TELEPHONE, False)


def _nhs_number(text: str, digits: _Digits) -> Sighting | None:
    if _is_in_name(text, digits.start):
        return _in_name(text, digits) if fits(digits.all) else None
    nearby = Nearby.to(text, digits.start, digits.end)
    is_called = bool(_IS_CALLED.search(nearby.before))
    if not fits(digits.all):
        # Whoever calls it an NHS number may have mistyped it.
        return _sighting(text, digits, Looks.NHS_NUMBER, False) if is_called else None
    if is_called:
        return _sighting(text, digits, Looks.NHS_NUMBER, True)
    if not digits.is_grouped_alike or _OTHER_AFTER.match(nearby.after):
        return None
    is_patients = nearby.says(PATIENT, OTHER_NUMBER)
    if digits.all[0] not in ISSUED or (not is_patients and nearby.says(OTHER_NUMBER)):
        return None
    return _sighting(text, digits, Looks.NHS_NUMBER, is_patients)


def _in_name(text: str, digits: _Digits) -> Sighting | None:
    """An NHS number in an address, if the address says so or asks for something by a number."""
    before = text[max(digits.start - BEFORE, 0) : digits.start]
    is_named = _IN_ITS_NAME.search(before) is not None
    if is_named or (digits.all[0] in ISSUED and _IN_QUERY.search(before)):
        return _sighting(text, digits, Looks.NHS_NUMBER, is_named)
    return None


def fits(digits: str) -> bool:
    """Whether the last of ten digits is the check digit of the others.

    Source: NHS Data Dictionary, NHS NUMBER. Weights 10 to 2; the check digit is 11 minus the sum modulo 11, where 11
    becomes 0 and 10 is never issued.
    """
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return (11 - total % 11) % 11 == int(digits[9]) and len(set(digits)) > 1


def _is_in_address(text: str, start: int) -> bool:
    return IN_ADDRESS.search(text, max(start - _LONGEST_ADDRESS, 0), start) is not None


def _is_in_name(text: str, start: int) -> bool:
    """Whether digits are part of an address or an id, such as that of an action."""
    return _IN_ID.search(text, max(start - 40, 0), start) is not None or _is_in_address(text, start)
