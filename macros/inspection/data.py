"""The files of a site that are no pages: whether a program can read them, and whether their addresses lead somewhere."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator

from icalendar import Calendar
from lxml import etree

from macros.inspection.addresses import Addresses
from macros.inspection.code import drawing_mistakes

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_FOLD = re.compile(r"\r?\n[ \t]")
_READABLE = (".json", ".xml", ".svg", ".ics", ".csv", ".txt")


def data_mistakes(path: str, content: bytes, addresses: Addresses) -> Iterator[str]:
    """What is wrong with the file at `path`, if it is one of data."""
    if not path.endswith(_READABLE):
        return
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield "it is not UTF-8 text"
        return
    read = _READERS.get(path.rpartition(".")[2])
    try:
        yield from read(text, content) if read else ()
    except (ValueError, etree.XMLSyntaxError, csv.Error) as error:
        yield f"a program cannot read it: {error}"
    if addresses.own and not path.endswith(".svg"):
        unfolded = _FOLD.sub("", text) if path.endswith(".ics") else text
        for address in sorted(set(re.findall(re.escape(addresses.own) + r"[^\s\"'<>()\[\]\\]*", unfolded))):
            if addresses.own_file(address.rstrip(".,;:")) is None:
                yield f"{address} leads nowhere"


def _json(text: str, _: bytes) -> Iterator[str]:
    json.loads(text)
    yield from ()


def _xml(_: str, content: bytes) -> Iterator[str]:
    etree.fromstring(content, _PARSER)
    yield from ()


def _drawing(_: str, content: bytes) -> Iterator[str]:
    yield from drawing_mistakes(etree.fromstring(content, _PARSER))


def _calendar(text: str, content: bytes) -> Iterator[str]:
    Calendar.from_ical(text)
    if b"\n" in content.replace(b"\r\n", b""):
        yield "a calendar's lines end with a carriage return and a line feed"
    if any(len(line) > 75 for line in content.splitlines()):
        yield "a calendar's lines have at most 75 bytes"


def _table(text: str, _: bytes) -> Iterator[str]:
    widths = {len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)}
    if len(widths) > 1:
        yield "its rows are not all of the same length"


_READERS: dict[str, Callable[[str, bytes], Iterator[str]]] = {
    "json": _json,
    "xml": _xml,
    "svg": _drawing,
    "ics": _calendar,
    "csv": _table,
}
