"""Dates of birth: a day beside a word that says someone was born on it."""

import re
from collections.abc import Iterator

from macros.kinds.not_personal import Looks
from macros.lint.people.sighting import Sighting

_BETWEEN, _APART = r"[\s./|,'_-]{0,6}", r"[\s./|,'_-]{1,6}"
_MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_ORDINAL = "(?:st|nd|rd|th)?"
_YEAR = "(?:(?:19|20)[0-9]{2}|[0-9]{2})"
_DAY = (
    rf"(?:[0-9]{{1,2}}{_ORDINAL}{_APART}[0-9]{{1,2}}{_APART}{_YEAR}"
    rf"|[0-9]{{1,2}}{_ORDINAL}(?: of)?{_BETWEEN}{_MONTH}{_BETWEEN}{_YEAR}"
    rf"|(?:19|20)[0-9]{{2}}{_BETWEEN}(?:{_MONTH}{_BETWEEN}|[0-9]{{1,2}}{_APART})[0-9]{{1,2}}{_ORDINAL}"
    rf"|{_MONTH}{_BETWEEN}[0-9]{{1,2}}{_ORDINAL}{_APART}{_YEAR}"
    r"|[0-9]{8}|[0-9]{6})(?![0-9])"
)
WORD = re.compile(
    r"(?<![a-z])(?:d[\s.]{0,2}o[\s.]{0,2}b|dates?[\s-]{1,12}of[\s-]{1,12}birth|birth[\s-]{0,2}(?:dates?|days?))(?![a-z])",
    re.IGNORECASE,
)
# A table may have the word in its head and the day in a line below.
_DAY_AFTER = re.compile(rf"[^0-9]{{0,80}}({_DAY})", re.IGNORECASE)
_DAY_BEFORE = re.compile(
    rf"(?<![0-9])({_DAY})[\s(),:|-]{{1,8}}(?:(?:is|was) (?:her|his|their|the|my) )?$", re.IGNORECASE
)
_LONGEST_BEFORE = 40
_BORN = re.compile(
    rf"(?:(?<![a-z])born(?:\s+(?:at|in|near)\s+[a-z][a-z' -]{{1,30}}?)?|\(b\.)(?:\s+on)?"
    rf"(?:\s+(?:the|a|mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?)?[\s:|(,-]{{1,12}}({_DAY})",
    re.IGNORECASE,
)
_A_THING = re.compile(
    r"\b(?:nhs|service|network|idea|project|club|charity|programme|scheme|initiative|group|forum|movement|organisation|trust|"
    r"society|union|hospital|company|team|community|choir|library|college|university|magazine|website|it|which)\b",
    re.IGNORECASE,
)
_A_PERSON = re.compile(
    r"\b(?:he|she|they|who|i|was|person|patients?|clients?|colleagues?|members?|somebody|someone|man|woman|child|mother|father|"
    r"daughter|son|sister|brother|user)\b",
    re.IGNORECASE,
)
_SUBJECT = 40
# A quick test, on the text in small letters: each match has one of these.
WORDS = ("dob", "d.o", "d o b")
SURE_WORDS = ("born", "birth", "(b.")


def births(text: str) -> Iterator[Sighting]:
    """The dates of birth in a text as a reader sees it. Takes time in proportion to its length."""
    for word in WORD.finditer(text):
        before = _DAY_BEFORE.search(text, max(word.start() - _LONGEST_BEFORE, 0), word.start())
        if after := _DAY_AFTER.match(text, word.end()):
            yield Sighting(word.start(), after.end(), Looks.BIRTH, True)
        elif before:
            yield Sighting(before.start(), word.end(), Looks.BIRTH, True)
    for match in _BORN.finditer(text):
        if not _is_of_a_thing(text[max(match.start() - _SUBJECT, 0) : match.start()]):
            yield Sighting(match.start(), match.end(), Looks.BIRTH, True)


def _is_of_a_thing(before: str) -> bool:
    """Whether the words before "born" are about a thing: an idea or a club may be born, too."""
    thing = max((match.end() for match in _A_THING.finditer(before)), default=-1)
    person = max((match.end() for match in _A_PERSON.finditer(before) if match.group().lower() != "was"), default=-1)
    return thing > person
