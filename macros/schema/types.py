"""The field types: text, days, months, times, addresses, choices, words of the network, references."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import lru_cache, partial, total_ordering
from typing import Annotated, Any, Self
from urllib.parse import unquote

from pydantic import GetCoreSchemaHandler, PlainSerializer
from pydantic_core import PydanticCustomError, core_schema

from macros.schema.written_dates import MONTHS, written_date, written_time
from macros.source.web_address import destination

# The JSON Schema uses these patterns too, and JavaScript needs more characters escaped than Python.
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# Windows does not allow files with these names, whatever their extension, so no one could check out the project there.
DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
# The list page of a folder is called index.
RESERVED = re.compile(f"{DEVICE.pattern}|index")
# Whatever a network has to say of itself or of a study is from these years. Sums with others would leave the calendar.
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
_YEAR, _MONTH, _DAY = "[12][0-9]{3}", "-(0[1-9]|1[0-2])", "-(0[1-9]|[12][0-9]|3[01])"
_TIME = "([01][0-9]|2[0-3]):([0-5][0-9])"
_UNBROKEN = r"""[^\s<>"`\{\}\|\\\^]+"""
_WEB_ADDRESS = f"^https?://{_UNBROKEN}$"
_SAFE_ADDRESS = f"^https://{_UNBROKEN}$"
_MAIL_ADDRESS = r"^[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+$"
# Old ones have angle brackets in them, and none ends with the full stop or comma of the sentence that it stands in.
_IN_DOI = r"""\s"`\{\}\|\\\^"""
_DOI = rf"^10\.[0-9]{{4,9}}/[^{_IN_DOI}]*[^{_IN_DOI}.,;]$"
_BEFORE_DOI = re.compile(r"(?:doi[: ]+)?((?:https?://)?(?:dx\.|www\.)?doi\.org/)?", re.IGNORECASE)

# Looser than the patterns above, to tell an impossible day from text that is not a day.
_WRITTEN_DATE = re.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_TIME_OF_DAY = "a time of day such as 14:30"
_SECURE_ADDRESS = "a web address that starts with https://"


@total_ordering
class _Period:
    """A month or a year, which sorts before the days in it."""

    __slots__ = ()

    def __lt__(self, other: object) -> bool:
        """Compare by calendar with another date."""
        if isinstance(self, Year | Month) and isinstance(other, Year | Month | date):
            return sort_key(self) < sort_key(other)
        return NotImplemented


@dataclass(frozen=True, slots=True)
class Month(_Period):
    """A month without a day. Sorts before the days in it."""

    year: int
    month: int

    def __str__(self) -> str:
        """The month as written in records: 2016-10."""
        return f"{self.year:04}-{self.month:02}"


@dataclass(frozen=True, slots=True)
class Year(_Period):
    """A year without a month. Sorts before the months in it."""

    year: int

    def __str__(self) -> str:
        """The year as written in records: 2016."""
        return f"{self.year:04}"


# Each says more than the one before.
_DATES = (Year, Month, date)


def sort_key(when: date | Month | Year) -> tuple[int, int, int]:
    """(year, month, day), with 0 for what a month or a year does not say."""
    month = 0 if isinstance(when, Year) else when.month
    return (when.year, month, when.day if isinstance(when, date) else 0)


def is_certainly_before(left: date | Month | Year, right: date | Month | Year) -> bool:
    """Whether `left` is before `right` on any day it could be. What only one of them says is not compared."""
    if left.year != right.year:
        return left.year < right.year
    one, other = sort_key(left), sort_key(right)
    parts = 3 - max(one.count(0), other.count(0))
    return one[:parts] < other[:parts]


def first_day(when: date | Month | Year) -> date:
    """The day itself, or the first day of a month or a year."""
    return when if isinstance(when, date) else date(when.year, max(sort_key(when)[1], 1), 1)


def in_words(when: date | Month | Year) -> str:
    """A date in NHS style: "6 August 2018", "October 2016", "2016"."""
    if isinstance(when, Year):
        return str(when.year)
    month = f"{MONTHS[when.month - 1]} {when.year}"
    return f"{when.day} {month}" if isinstance(when, date) else month


def parse_day(written: Any) -> date:
    """A day from "2018-08-06". Raises pydantic's `date-invalid` error for anything else."""
    when: date = _parsed(written, "day", 3)
    return when


def parse_day_or_month(written: Any) -> date | Month:
    """A day from "2018-08-06" or a month from "2018-08". Raises pydantic's `date-invalid` error for anything else."""
    when: date | Month = _parsed(written, "day or month", 2)
    return when


def parse_date(written: Any) -> date | Month | Year:
    """A day, month or year from "2018-08-06", "2018-08" or "2018". Raises pydantic's `date-invalid` error otherwise."""
    when: date | Month | Year = _parsed(written, "day, month or year", 1)
    return when


def _parsed(written: Any, expected: str, least: int) -> Any:
    """A date of at least so many parts: a year, a month and a day."""
    when = _date_in(written) if isinstance(written, str) else written
    if not isinstance(when, _DATES[least - 1 :]):
        raise PydanticCustomError("date-invalid", "date", {"written": str(written), "expected": expected})
    if when is not written and not _FIRST_YEAR <= when.year <= _LAST_YEAR:
        rule = "date-before-network" if when.year < _FIRST_YEAR else "date-too-far"
        raise PydanticCustomError(rule, "year", {"first": _FIRST_YEAR, "last": _LAST_YEAR})
    return when


# Records have the same few thousand days again and again.
@lru_cache(maxsize=8192)
def _date_in(written: str) -> date | Month | Year | None:
    if not (match := _WRITTEN_DATE.fullmatch(written)):
        return None
    parts = [int(part) for part in match.groups() if part]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return None
    return _DATES[len(parts) - 1](*parts)


def parse_time(written: Any) -> time:
    """A time of day from "14:30". Raises pydantic's `time-invalid` error for anything else."""
    if isinstance(written, time):
        return written
    return time.fromisoformat(_matching(_TIME, _TIME_OF_DAY, written, "time-invalid"))


def _matching(pattern: str, takes: str, written: Any, rule: str = "type-wrong") -> str:
    if isinstance(written, str) and re.fullmatch(pattern, written):
        return written
    raise PydanticCustomError(rule, "pattern", {"expected": takes})


def _web_address(written: Any) -> Any:
    address = _matching(_WEB_ADDRESS, _SECURE_ADDRESS, written)
    if destination(address) is None:
        raise PydanticCustomError(
            "type-wrong", "address", {"expected": "a whole web address such as https://www.example.org/"}
        )
    return address


def _safe_address(written: Any) -> Any:
    return _web_address(_matching(_SAFE_ADDRESS, _SECURE_ADDRESS, written))


def _one_line(written: Any) -> Any:
    """Text with spaces and line breaks folded, as in YAML's plain style."""
    return " ".join(written.split()) if isinstance(written, str) else written


@dataclass(frozen=True)
class Written:
    """Marks a field with its own text format: a pattern, and the JSON Schema `format` if there is one.

    `takes` says what fits the pattern, for messages. `parse` checks it further or gives it another type. `meant` gives the
    value in that format for other text that can mean only one, or else None.
    """

    pattern: str
    takes: str = ""
    parse: Callable[[Any], Any] | None = None
    format: str | None = None
    meant: Callable[[str], str | None] = lambda text: None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Check the text before it gets its type."""
        check = self.parse or partial(_matching, self.pattern, self.takes)
        return core_schema.no_info_before_validator_function(check, handler(source))


def _date_of(least: int) -> Callable[[str], str | None]:
    """`written_date`, but only for dates of at least `least` characters."""
    return lambda text: found if (found := written_date(text)) and len(found) >= least else None


def _without(before: str) -> Callable[[str], str]:
    """The decoded text without what people write before the value itself."""
    return lambda text: unquote(re.sub(before, "", text.strip(), count=1, flags=re.IGNORECASE))


def _doi_in(text: str) -> str:
    """The text without what people write around a DOI: "doi:", the address of doi.org and its query, the end of a sentence."""
    _, address, doi = _BEFORE_DOI.split(text.strip(), maxsplit=1)
    return (unquote(re.split("[?#]", doi, maxsplit=1)[0]) if address else doi).rstrip(".,;")


_AS_TEXT = PlainSerializer(str, return_type=str)
_TO_THE_MINUTE = PlainSerializer(lambda written: written.isoformat("minutes"), return_type=str, when_used="json")
Day = Annotated[date, Written(f"^{_YEAR}{_MONTH}{_DAY}$", parse=parse_day, format="date", meant=_date_of(10))]
DayOrMonth = Annotated[
    Any, Written(f"^{_YEAR}{_MONTH}({_DAY})?$", parse=parse_day_or_month, meant=_date_of(7)), _AS_TEXT
]
DayMonthOrYear = Annotated[
    Any, Written(f"^{_YEAR}({_MONTH}({_DAY})?)?$", parse=parse_date, meant=written_date), _AS_TEXT
]
TimeOfDay = Annotated[time, Written(f"^{_TIME}$", _TIME_OF_DAY, parse_time, meant=written_time), _TO_THE_MINUTE]
WebAddress = Annotated[str, Written(_WEB_ADDRESS, _SECURE_ADDRESS, _web_address)]
SafeAddress = Annotated[str, Written(_SAFE_ADDRESS, _SECURE_ADDRESS, _safe_address)]
MailAddress = Annotated[
    str, Written(_MAIL_ADDRESS, "the e-mail address of a role or a team", meant=_without("^mailto:"))
]
Doi = Annotated[
    str, Written(_DOI, "a DOI such as 10.1080/09638237.2016.1276540, without https://doi.org/", meant=_doi_in)
]
Identifier = Annotated[str, Written(ID_PATTERN, "lower-case letters, numbers and single hyphens, such as shared-lunch")]


@dataclass(frozen=True)
class Text:
    """Marks a field of plain text on one line, with length limits that apply after folding spaces.

    `instead` is the name of the field beside it that takes a web address, if there is one.
    """

    min_length: int
    max_length: int
    instead: str = ""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Fold the spaces, then count the characters."""
        length = core_schema.str_schema(min_length=self.min_length, max_length=self.max_length)
        return core_schema.no_info_before_validator_function(_one_line, length)


class Choice(StrEnum):
    """A fixed list of choices, each with a description for contributors, other words that people write for it, and its label."""

    description: str
    also: tuple[str, ...]
    label: str

    def __new__(cls, value: str, description: str, also: tuple[str, ...] = (), label: str = "") -> Self:
        """Make a member whose value is `value`."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.description = description
        member.also = also
        member.label = label or value.replace("-", " ").capitalize()
        return member


@dataclass(frozen=True)
class Word:
    """Marks a text field that takes a word from the list `vocabulary` in `network.yml`."""

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Check the word against the network in the validation context."""
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def _check(self, written: str, info: core_schema.ValidationInfo) -> str:
        assert info.context is not None, "records are read with the network as their context"
        known = info.context.words(self.vocabulary)
        if written not in known:
            raise PydanticCustomError("choice-unknown", "word", {"written": written, "known": list(known)})
        return written


@dataclass(frozen=True)
class Reference:
    """Marks a text field that holds the id of a record of `kind`."""

    kind: str
