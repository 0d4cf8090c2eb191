"""Postal addresses: a street with a number, or a postcode."""

import re
from collections.abc import Iterator

from macros.kinds.not_personal import Looks
from macros.lint.people.sighting import Nearby, Sighting

_STREETS = "street|road|lane|avenue|crescent|terrace|gardens|grove|mews|close|drive|court|way|rise"
_SHORTENED = "rd|ave|av|ln|cres|terr|gdns|gr|cl|st|dr|ct"
_OTHERS = "park|walk|hill|place|square|view|green|gate|row|parade|yard|wharf|pl|sq|fold|croft|mount|bank"
_NUMBER = r"[0-9]{1,4}(?:\s?[-/&]\s?[0-9]{1,4})?(?:\s?[a-z](?![a-z'.]))?"
_NAME = r"[a-z][a-z'.-]{0,24}"
STREETS = f"{_STREETS}|{_SHORTENED}|{_OTHERS}"
# A number, up to three words, and what a street is. Small and capital letters are told apart below.
_STREET = re.compile(
    rf"(?<![\w£$€,/:-])(?<!\d\.)({_NUMBER}),?\s{{1,12}}((?:{_NAME}\s{{1,12}}){{1,3}}?)({STREETS})\b", re.IGNORECASE
)
# Quick tests, after a digit: the end of a postcode, and the words of a street.
POSTCODE_REST = r"[*_~`]{0,2}(?!th|nd|st|rd|am|pm)[A-Za-z][*_~`]{0,2}[A-Za-z](?![A-Za-z])"
STREET_REST = (
    r"\s?[A-Za-z]?[\s,*_~`]{1,12}(?:[A-Za-z][A-Za-z'.*_~`-]{0,30}[\s,*_~`]{1,12}){1,3}?"
    rf"[*_~`]{{0,2}}(?i:{STREETS})\b"
)
_MAY_HAVE_ANY = re.compile(f"[0-9](?:{POSTCODE_REST}|{STREET_REST})")
_MAY_HAVE_CODE, _MAY_HAVE_STREET = re.compile(f"[0-9](?:{POSTCODE_REST})"), re.compile(f"[0-9]{STREET_REST}")
_KNOWN = frozenset(f"{_STREETS}|{_SHORTENED}".split("|"))
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
# "2 Supreme Court judgments" and "3 Recruitment Drives" are no addresses.
_NO_NAMES = re.compile(
    r"supreme|crown|county|magistrates'?|appeal|recruitment|membership|blood|food|fundraising|toy|test|hard|usb|"
    r"tennis|pay|sharp|steep|best|new|better|only|own|different|easy|open|long|the|of|in|on|a|an|to|and|for|with|by|"
    r"at|or|steps?|days?|weeks?|minutes?|hours?|years?|people|way|one|other|same|third|two|three|first|second",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:pages?|pp?|figure|table|step|session|chapter|level|part|volume|vol|question|item|week|day|top)\W{0,2}$",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"address|\blive[sd]?\b|\bliving\b|\bhome\b|postcode|post code|\bresid|\bmoved to\b|next of kin|patient|client",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"venue|\bhall\b|centre|center|hospital|clinic|surgery|library|church|universit|college|hotel|museum|conference|campus|"
    r"headquarters|\boffices?\b|building|\bboard ?room",
    re.IGNORECASE,
)
_OUTWARD = "[A-Za-z]{1,2}[0-9][A-Za-z0-9]?"
# CZ stands in ZZ99 3CZ, which the NHS writes for an address that is not known.
_INWARD = "[0-9](?:[ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}|CZ|cz)"
POSTCODE = re.compile(rf"(?<![\w/&=-])({_OUTWARD})([\s._|,/-]{{0,8}})({_INWARD})(?![\w=-])")
_ORDINAL = re.compile("1st|2nd|3rd|[04-9]th", re.IGNORECASE)
# The areas there are, and those that stand in examples.
_AREAS = frozenset(
    "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl gu gy ha hd "
    "hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh "
    "rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze aa qq xx zz".split()
)
_SOMETHING_ELSE = re.compile(
    r"\bform\b|\bcode\b|grant|order|\bref\b|reference|passcode|password|model|serial|catalogue|isbn|commit|revision|version|"
    r"\bpart\b|\bid\b|vitamin|paper|standard|\broom\b",
    re.IGNORECASE,
)
_AFTER_THIS = re.compile(rf"post ?code|[0-9][a-z]? [^0-9\n]{{2,40}}\b(?:{_STREETS}|{_SHORTENED})\b", re.IGNORECASE)
# A postcode within this many characters after a street belongs to the same address.
_REST_OF_ADDRESS = 60
_FAR_AWAY = -1000


def addresses(text: str) -> Iterator[Sighting]:
    """The postal addresses in a text as a reader sees it. Takes time in proportion to its length."""
    if not _MAY_HAVE_ANY.search(text):
        return
    codes = list(_postcodes(text)) if _MAY_HAVE_CODE.search(text) else []
    taken = 0
    end_of_street = _FAR_AWAY
    for start, end, is_certain in _streets(text) if _MAY_HAVE_STREET.search(text) else ():
        while taken < len(codes) and codes[taken].start < start:
            if codes[taken].start - end_of_street > _REST_OF_ADDRESS:
                yield codes[taken]
            taken += 1
        has_code = taken < len(codes) and codes[taken].start - end <= _REST_OF_ADDRESS
        end_of_street = end
        if has_code or is_certain is not None:
            is_venue = Nearby.to(text, start, end).says(_VENUE, _LIVES)
            yield Sighting(start, end, Looks.ADDRESS, (has_code or bool(is_certain)) and not is_venue)
        else:
            end_of_street = _FAR_AWAY
    for code in codes[taken:]:
        if code.start - end_of_street > _REST_OF_ADDRESS:
            yield code


def _streets(text: str) -> Iterator[tuple[int, int, bool | None]]:
    """Where each street stands, and whether it is certainly one: None if only a postcode makes it one."""
    for match in _STREET.finditer(text):
        number, name, kind = match.groups()
        words = name.split()
        is_court = kind.lower() == "court" and words[-1].lower() in ("high", "family")
        is_odd = (
            is_court
            or any(_NO_NAMES.fullmatch(word) for word in words)
            or _COUNTED.search(text, max(match.start() - 12, 0), match.start())
        )
        if not all(word[0].isupper() for word in words) or not kind[0].isupper():
            lives = _LIVES.search(text, max(match.start() - 40, 0), match.start())
            yield match.start(), match.end(), (True if lives and not is_odd else None)
        elif _YEAR.fullmatch(number) or is_odd or kind.lower() not in _KNOWN:
            is_other = kind.lower() not in _KNOWN and not is_odd and not _YEAR.fullmatch(number)
            yield match.start(), match.end(), (False if is_other else None)
        else:
            yield match.start(), match.end(), True


def _postcodes(text: str) -> Iterator[Sighting]:
    for match in POSTCODE.finditer(text):
        outward, gap, inward = match.groups()
        nearby = Nearby.to(text, match.start(), match.end())
        area = outward.rstrip("0123456789")[:2].rstrip("0123456789").lower()
        is_known = area in _AREAS
        is_plain = bool(gap) and "," not in gap and "|" not in gap and (outward + inward).isupper()
        # Small letters, letters without a space and the like need more: an area that there is, or a word that says what it is.
        is_likely = is_plain or _is_plausible(outward, gap, inward, area)
        if nearby.says(_SOMETHING_ELSE, _LIVES) or not is_likely:
            is_home = not is_likely and is_known and nearby.says(_LIVES, _SOMETHING_ELSE)
            if _ORDINAL.fullmatch(inward) or not (is_home or _AFTER_THIS.search(nearby.before)):
                continue
            is_known = True
        yield Sighting(
            match.start(), match.end(), Looks.ADDRESS, (is_known or bool(gap)) and not nearby.says(_VENUE, _LIVES)
        )


def _is_plausible(outward: str, gap: str, inward: str, area: str) -> bool:
    """Whether a postcode that is written as few are may be one."""
    if area not in _AREAS or _ORDINAL.fullmatch(inward) or "," in gap or "|" in gap:
        return False
    return (outward + inward).isupper() or (bool(gap) and not gap.strip() and len(area) == 2)
