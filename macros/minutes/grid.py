"""The rows and cells of a table in Word's XML, whatever is around them."""

from collections.abc import Iterator
from typing import Any

from macros.minutes.elements import name_of, value

# What is around words without being any: its children are read as if it were not there.
AROUND = {
    "sdt",
    "sdtContent",
    "smartTag",
    "customXml",
    "ins",
    "moveTo",
    "hyperlink",
    "fldSimple",
    "dir",
    "bdo",
    "ruby",
    "rubyBase",
    "rt",
}
MOST_COLUMNS = 63


def rows(table: Any) -> Iterator[Any]:
    """The rows of a table, those in content controls too."""
    return _inside(table, "tr")


def cells(row: Any) -> Iterator[Any]:
    """The cells of a row, those in content controls too."""
    return _inside(row, "tc")


def _inside(element: Any, wanted: str) -> Iterator[Any]:
    for one in element:
        name = name_of(one)
        if name == wanted:
            yield one
        elif name in AROUND:
            yield from _inside(one, wanted)


def number(element: Any, otherwise: int) -> int:
    """The number that a setting of a table has."""
    text = value(element)
    return min(int(text), MOST_COLUMNS) if text.isdecimal() else otherwise
