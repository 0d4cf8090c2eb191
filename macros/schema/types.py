"""The field types: text, days, months, times, addresses, choices, words of the network, references."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import partial, total_ordering
from typing import Annotated, Any, NoReturn, Self, TypeVar
from urllib.parse import urlsplit

from pydantic import GetCoreSchemaHandler, PlainSerializer
from pydantic_core import PydanticCustomError, core_schema

# The JSON Schema uses these patterns too, and JavaScript needs more characters escaped than Python.
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# Windows does not allow files with these names, whatever their extension, so no one could check out the project there.
DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
# The list page of a folder is called index.
RESERVED = re.compile(f"{DEVICE.pattern}|index")
# Whatever a network has to say of itself or of a study is from these years. Sums with others would leave the calendar.
FIRST_YEAR, LAST_YEAR = 1000, 2999
_MONTH = "[12][0-9]{3}-(0[1-9]|1[0-2])"
_DAY = f"{_MONTH}-(0[1-9]|[12][0-9]|3[01])"
_TIME = "([01][0-9]|2[0-3]):([0-5][0-9])"
_UNBROKEN = r"""[^\s<>"'`\{\}\|\\\^]+"""
_WEB_ADDRESS = f"^https?://{_UNBROKEN}$"
_SAFE_ADDRESS = f"^https://{_UNBROKEN}$"
_MAIL_ADDRESS = r"^[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+$"
_DOI = rf"^10\.[0-9]{{4,9}}/{_UNBROKEN}$"

_MONTHS = "January February March April May June July August September October November December".split()
# Looser than the patterns above, to tell an impossible day from text that is not a day.
_WRITTEN_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WRITTEN_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_IN_WORDS = re.compile(rf"(?:([0-9]{{1,2}}) )?({'|'.join(_MONTHS)}) ([0-9]{{4}})", re.IGNORECASE)
_TIME_OF_DAY = "a time of day such as 14:30"
_SECURE_ADDRESS = "a web address that starts with https://"


@total_ordering
@dataclass(frozen=True, slots=True, eq=True)
class Month:
    """A month without a day. Sorts before the days in it."""

    year: int
    month: int

    def __lt__(self, other: object) -> bool:
        """Compare by calendar with a month or a day."""
        if isinstance(other, Month | date):
            return sort_key(self) < sort_key(other)
        return NotImplemented

    def __str__(self) -> str:
        """The month as written in records: 2016-10."""
        return f"{self.year:04}-{self.month:02}"


Dated = TypeVar("Dated", date, Month)


def sort_key(when: date | Month) -> tuple[int, int, int]:
    """(year, month, day), with day 0 for a month."""
    return (when.year, when.month, when.day if isinstance(when, date) else 0)


def is_certainly_before(left: date | Month, right: date | Month) -> bool:
    """Whether `left` is before `right` on any day it could be. If either is a month, only months are compared."""
    parts = 3 if isinstance(left, date) and isinstance(right, date) else 2
    return sort_key(left)[:parts] < sort_key(right)[:parts]


def first_day(when: date | Month) -> date:
    """The day itself, or the first day of a month."""
    return when if isinstance(when, date) else date(when.year, when.month, 1)


def in_words(when: date | Month) -> str:
    """A date or month in NHS style: "6 August 2018", "October 2016"."""
    month = f"{_MONTHS[when.month - 1]} {when.year}"
    return f"{when.day} {month}" if isinstance(when, date) else month


def days_in_words(first: date | Month, last: date | None) -> str:
    """A day, or the days from `first` to `last` in NHS style: "6 August 2018", "6 to 7 August 2018", "31 July to 1 August 2018"."""
    if last is None:
        return in_words(first)
    shown = in_words(first)
    if isinstance(first, date) and first.year == last.year:
        shown = f"{first.day}" if first.month == last.month else shown.removesuffix(f" {first.year}")
    return f"{shown} to {in_words(last)}"


def clock(hour: int, minute: int) -> str:
    """A time in NHS style: 5:30pm, 9am, midday.

    Source: https://service-manual.nhs.uk/content/numbers-measurements-dates-time
    """
    if (hour, minute) in ((12, 0), (0, 0)):
        return "midday" if hour else "midnight"
    shown = f"{(hour - 1) % 12 + 1}" + (f":{minute:02}" if minute else "")
    return shown + ("am" if hour < 12 else "pm")


def from_to(starts: time | None, ends: time | None) -> str:
    """The start and end times that are known: "10am to midday"."""
    return " to ".join(clock(when.hour, when.minute) for when in (starts, ends) if when)


def day_in_words(written: str) -> str:
    """A day or month in words, such as "6 August 2018", as "2018-08-06"; any other text unchanged."""
    match = _IN_WORDS.fullmatch(written.strip())
    if match is None:
        return written
    month = f"{int(match[3]):04}-{_MONTHS.index(match[2].capitalize()) + 1:02}"
    return f"{month}-{int(match[1]):02}" if match[1] else month


def parse_day(written: Any) -> date:
    """A day from "2018-08-06". Raises pydantic's `date-invalid` error for anything else."""
    if isinstance(written, date):
        return written
    match = _WRITTEN_DAY.fullmatch(written) if isinstance(written, str) else None
    if match is None:
        _refuse_date(written, "day")
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        _refuse_date(written, "calendar")
    return _of_our_times(day)


def parse_day_or_month(written: Any) -> date | Month:
    """A day from "2018-08-06" or a month from "2018-08". Raises pydantic's `date-invalid` error for anything else."""
    if isinstance(written, Month):
        return written
    if not isinstance(written, str) or _WRITTEN_DAY.fullmatch(written):
        return parse_day(written)
    match = _WRITTEN_MONTH.fullmatch(written)
    if match is None:
        _refuse_date(written, "day or month")
    year, month = int(match[1]), int(match[2])
    if not year or not 1 <= month <= 12:
        _refuse_date(written, "calendar")
    return _of_our_times(Month(year, month))


def _of_our_times(when: Dated) -> Dated:
    """The same date. Raises the error of a rule if nobody can mean its year."""
    if when.year < FIRST_YEAR:
        raise PydanticCustomError("date-before-network", "year", {"first": FIRST_YEAR})
    if when.year > LAST_YEAR:
        raise PydanticCustomError("date-too-far", "year", {"last": LAST_YEAR})
    return when


def parse_time(written: Any) -> time:
    """A time of day from "14:30". Raises pydantic's `type-wrong` error for anything else."""
    if isinstance(written, time):
        return written
    return time.fromisoformat(_matching(_TIME, _TIME_OF_DAY, written))


def _refuse_date(written: Any, expected: str) -> NoReturn:
    raise PydanticCustomError("date-invalid", "date", {"written": str(written), "expected": expected})


def _matching(pattern: str, takes: str, written: Any) -> str:
    if isinstance(written, str) and re.fullmatch(pattern, written):
        return written
    raise PydanticCustomError("type-wrong", "pattern", {"expected": takes})


def _web_address(written: Any) -> Any:
    address = _matching(_WEB_ADDRESS, _SECURE_ADDRESS, written)
    try:
        parts = urlsplit(address)
        is_whole = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        is_whole = False
    if not is_whole:
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

    `takes` says what fits the pattern, for messages. `parse` checks it further or gives it another type.
    """

    pattern: str
    takes: str = ""
    parse: Callable[[Any], Any] | None = None
    format: str | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Check the text before it gets its type."""
        check = self.parse or partial(_matching, self.pattern, self.takes)
        return core_schema.no_info_before_validator_function(check, handler(source))


Day = Annotated[date, Written(f"^{_DAY}$", parse=parse_day, format="date")]
DayOrMonth = Annotated[
    Any, Written(f"^({_MONTH}|{_DAY})$", parse=parse_day_or_month), PlainSerializer(str, return_type=str)
]
_TO_THE_MINUTE = PlainSerializer(lambda written: written.isoformat("minutes"), return_type=str, when_used="json")
TimeOfDay = Annotated[time, Written(f"^{_TIME}$", _TIME_OF_DAY, parse_time), _TO_THE_MINUTE]
WebAddress = Annotated[str, Written(_WEB_ADDRESS, _SECURE_ADDRESS, _web_address)]
SafeAddress = Annotated[str, Written(_SAFE_ADDRESS, _SECURE_ADDRESS, _safe_address)]
MailAddress = Annotated[str, Written(_MAIL_ADDRESS, "an e-mail address such as team@example.org")]
Doi = Annotated[str, Written(_DOI, "a DOI such as 10.1080/09638237.2016.1276540, without https://doi.org/")]
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
    """A fixed list of choices, each with a description for contributors."""

    description: str

    def __new__(cls, value: str, description: str) -> Self:
        """Make a member whose value is `value`."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member

    @property
    def label(self) -> str:
        """The choice in words: "Full text"."""
        return self.value.replace("-", " ").capitalize()


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
