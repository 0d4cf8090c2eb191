"""First names that stand alone in minutes, as people write them: "Joan to check", "ask Joan's team", "Joan (chair)"."""

import re
from collections.abc import Iterator

from macros.lint.people.words import FIRST_NAMES, ROLE_WORDS
from macros.minutes.found import Found
from macros.minutes.people import People
from macros.schema.written_dates import MONTHS
from macros.source.likeness import alike

_NAME = r"[A-Z][a-zà-ž]+"
_WORD = re.compile(_NAME)
_IN_TEXT = (
    re.compile(
        rf"(?<![\w'’-])({_NAME})(?="
        rf"(?:\s*(?:,|&|and)\s*{_NAME})*\s+(?:to|will|has|is to)\s+[a-z]"
        r"|['’]s\s+(?:team|service|staff|group|idea|email)"
        r"|\s+\((?:chair|notes?|minutes?|minute[ -]taker|note[ -]taker|secretary|lead)\b"
        rf"|\s*(?:,|&|and)\s+(?:Dr|Mr|Mrs|Ms|Miss|Prof)\.?\s+{_NAME})"
    ),
    re.compile(
        rf"\b(?:[Tt]hanks? to|[Tt]hank|(?:ask|Ask)(?:ed)?|contact|Contact|[Ss]peak to|[Ee]mail)\s+({_NAME})(?![\w-]|\s+[A-Z])"
    ),
)
# A word with a capital that is not one of several, such as those of a place.
_ALONE = re.compile(rf"(?<![\w'’-])(?:[A-Z][\w'’-]*\.? +){{0,5}}({_NAME})(?![\w-]| +[A-Z])")
_MONTH = re.compile("|".join(f"{name}|{name[:3]}" for name in MONTHS), re.IGNORECASE)
# Those that may start a sentence or a line as another word, and the signs before that start.
_ALSO_WORDS = re.compile(
    "Amber|Bill|Carol|Chelsea|Christian|Daisy|Dawn|Dean|Ebony|Faith|Flora|Florence|Frank|Georgia|Grant|Guy|Hazel|Heather|Holly|Iris|Ivy|"
    "Jack|Jade|Jordan|Joy|Lily|Marina|Mark|Max|Mercy|Miles|Nick|Pat|Penny|Poppy|Rob|Robin|Rosemary|Rowan|Ruby|Sue|Victor|Viola|Violet|"
    "Will|Willow"
)
_BEFORE = 3
_START = re.compile(r"(?:^|[.!?:;\n\t(•–—-])\s*$")
_PARTS = re.compile(r"[,;/&+()\[\]\n]|\s[-–—]\s|\band\b|\bwith\b|\bto\b")
# What stands in the place of an owner and is neither a service nor a person.
_NO_ONE = re.compile(
    r"All|Any|Anyone|Both|Chairs?|Each|Every(?:one|body)|Group|Lead|Leads|Members?|Network|No(?:ne|body)|Ongoing|Open|Secretary|Services?"
    r"|Someone|Tbc|Various|We|Yes|No|Done"
)


def alone_in(found: Found, text: str, people: People) -> tuple[list[str], list[str]]:
    """First names in a text, and words that may be some: what a name is for certain is on a list and is no other word of the text."""
    words = {*re.findall(r"[^\W\d_]+", text)}
    known = {word for title in map(people.title, people.current()) for word in alike(title).split()}

    def is_open(word: str) -> bool:
        name = word.lower()
        is_another = name in known or name in ROLE_WORDS or _NO_ONE.fullmatch(word) is not None
        return not is_another and people.service(word) is None and not people.meant(word)

    listed = [word for word in _candidates(found, text) if word.lower() in FIRST_NAMES]
    sure = [word for word in listed if is_open(word) and word.lower() not in words]
    whole = [
        one.strip()
        for one in (*(action.owner for action in found.actions if action.text not in action.due), *found.present)
    ]
    others = [
        *listed,
        *(word for word in whole if _WORD.fullmatch(word)),
        *(one for one in _anywhere(text) if one.lower() not in words),
    ]
    return [*dict.fromkeys(sure)], [one for one in dict.fromkeys(others) if is_open(one) and one not in sure]


def _anywhere(text: str) -> Iterator[str]:
    """The first names on our list that stand alone in a text, wherever that is."""
    for match in _ALONE.finditer(text):
        word, before = match[1], text[max(match.start() - _BEFORE, 0) : match.start()]
        is_another = _MONTH.fullmatch(word) or (_ALSO_WORDS.fullmatch(word) and _START.search(before))
        if match[0] == word and word.lower() in FIRST_NAMES and not is_another:
            yield word


def _candidates(found: Found, text: str) -> Iterator[str]:
    for cell in (*(action.owner for action in found.actions), *found.present, *found.absent):
        yield from (part.strip() for part in _PARTS.split(cell) if _WORD.fullmatch(part.strip()))
    for pattern in _IN_TEXT:
        yield from (match[1] for match in pattern.finditer(text))
