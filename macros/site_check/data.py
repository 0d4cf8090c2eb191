"""Checks data files: whether programs can read them, and whether their addresses lead anywhere."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator

from lxml import etree

from macros.site_check.addresses import Addresses
from macros.site_check.code import drawing_mistakes

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
# The rest of one of our addresses. It has no comma, which would end it in a CSV table.
_REST = r"[^\s\"'<>()\[\]\\,;]*"
# A name, its parameters with plain or quoted values, and a colon.
_CALENDAR_LINE = re.compile(r'([A-Z-]+)(?:;[A-Z-]+=(?:"[^"]*"|[^":;,]*)(?:,(?:"[^"]*"|[^":;,]*))*)*:')
_NEEDED = {"VCALENDAR": {"VERSION", "PRODID"}, "VEVENT": {"UID", "DTSTAMP", "DTSTART"}}
_FOLD = re.compile(r"\r?\n[ \t]")
_READABLE = (".json", ".xml", ".svg", ".ics", ".csv", ".txt")


def data_mistakes(path: str, content: bytes, addresses: Addresses) -> Iterator[str]:
    """What is wrong with the file at `path`, if it is a data file."""
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
        for address in sorted(set(re.findall(re.escape(addresses.own) + _REST, unfolded))):
            # An address with braces is a template.
            if "{" not in address and addresses.own_file(address.rstrip(".:")) is None:
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
    # Only what calendar programs trip over: a full parser takes longer than all the rest of this check.
    if b"\n" in content.replace(b"\r\n", b""):
        yield "a calendar's lines end with a carriage return and a line feed"
    if any(len(line) > 75 for line in content.splitlines()):
        yield "a calendar's lines have at most 75 bytes"
    open_parts: list[tuple[str, set[str]]] = []
    for line in _FOLD.sub("", text).splitlines():
        match = _CALENDAR_LINE.match(line)
        if not match:
            raise ValueError(f'"{line[:40]}" is not a line of a calendar')
        name, value = match[1], line[match.end() :]
        if name == "BEGIN":
            open_parts.append((value, set()))
        elif not open_parts or (name == "END" and open_parts[-1][0] != value):
            raise ValueError(f'"{line[:40]}" is out of place')
        elif name == "END":
            part, names = open_parts.pop()
            for missing in sorted(_NEEDED.get(part, set()) - names):
                yield f"a {part} has no {missing}"
        else:
            open_parts[-1][1].add(name)
    if open_parts:
        raise ValueError(f"{open_parts[-1][0]} does not end")


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
