"""A Markdown file with front matter, and the line of every field."""

import re
from collections.abc import Container
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from yaml.nodes import MappingNode, Node

from macros.source.body import Body, read_body
from macros.source.diagnostic import Location, Rejection, Span, Value
from macros.source.fences import fenced
from macros.source.front_matter import DAMAGED, child, is_blank, location_at, read_front_matter
from macros.source.limits import MOST_REJECTIONS
from macros.source.plain_lines import plain_values
from macros.source.strict_yaml import compose, span_of

# People read records as pages: the longest meeting notes in a year are a tenth of this.
MAX_FILE_BYTES = 256 * 1024

# YAML and browsers treat these as line breaks or hide them. No keyboard types one by accident.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_PLAIN = b"\t\n\r" + bytes(range(0x20, 0x7F))

_NEXT_FIELD = re.compile(r"\n(?=\S)")


@dataclass(slots=True)
class Document:
    """A file as it was read.

    `path` is relative to the project, with forward slashes. `kind` is the folder's kind of record, or "page" for a
    written page. `values` holds every scalar as text, exactly as written, without blank fields and list entries. The front
    matter `is_plain` if each of its lines is a field or an entry of a list, and nothing else (see `plain_values`). `readable` is
    the front matter with {} in place of what cannot be read, and `unknown` are the locations of that: nothing can be said of what
    stands there, or of anything if one of them is ().
    """

    path: str
    kind: str
    id: str
    text: str = ""
    front_matter: str = ""
    front_matter_line: int = 2
    body: str = ""
    values: dict[str, Value] = field(default_factory=dict)
    rejections: list[Rejection] = field(default_factory=list)
    is_plain: bool = False
    readable: str = ""
    unknown: set[Location] = field(default_factory=set)
    _is_loaded: bool = field(default=False, repr=False, compare=False)
    _trees: dict[str | int, Node | None] = field(default_factory=dict, repr=False, compare=False)
    _lines: list[str] | None = field(default=None, repr=False, compare=False)
    _parts: Body | None = field(default=None, repr=False, compare=False)

    def span(self, location: Location, *, key: bool = False) -> Span:
        """The span of the value at `location`, or of its key. If absent, that of the nearest enclosing value."""
        node = self._nodes(location)
        found, is_value = Span(), False
        for position, step in enumerate(location):
            last = position == len(location) - 1
            entry = child(node, step)
            if entry is None:
                break
            key_node, node = entry
            is_value = not (key and last) and not is_blank(node)
            found = self.in_file(span_of(node if is_value or key_node is None else key_node))
        return found

    def lines_of(self, location: Location) -> range:
        """The numbers of the lines of the value at `location`; empty if there is none."""
        node = self._node(location)
        if node is None:
            return range(0)
        # A value of several lines ends before the next one starts, at the left margin.
        end = node.end_mark.line + (1 if node.end_mark.column else 0)
        return range(node.start_mark.line + self.front_matter_line, end + self.front_matter_line)

    def has_key(self, location: Location) -> bool:
        """Whether the front matter has the field at `location`, even if blank."""
        return not location or self._node(location) is not None

    def _node(self, location: Location) -> Node | None:
        """The node at `location`, if there is one."""
        node = self._nodes(location)
        for step in location:
            entry = child(node, step)
            if entry is None:
                return None
            node = entry[1]
        return node

    def _nodes(self, location: Location) -> Node | None:
        """The nodes of the front matter that lead to `location`, composed on first use.

        None if there are none, or the front matter was rejected: deep nesting crashes LibYAML.
        """
        field = location[0] if self.is_plain and location else ""
        if field not in self._trees and self._is_loaded:
            self._trees[field] = compose(self._alone(field) if field else self.readable)
        return self._trees.get(field)

    def _alone(self, field: str | int) -> str:
        """Plain front matter with a single field, in the lines that it has: a tenth of the whole, most often."""
        start = f"\n{self.front_matter}".find(f"\n{field}:")
        if start < 0:
            return ""
        following = _NEXT_FIELD.search(self.front_matter, start)
        return "\n" * self.front_matter.count("\n", 0, start) + self.front_matter[start : following and following.end()]

    def in_file(self, span: Span) -> Span:
        """A span in the front matter, converted to a span in the file."""
        return replace(span, line=span.line + self.front_matter_line - 1)

    def load_front_matter(self, known: Container[str] = ()) -> None:
        """Fill `values` from `front_matter`, and add a rejection for each mistake. `known` are the names that fields may have."""
        if not self.rejections and (values := plain_values(self.front_matter)) is not None:
            self.values, self.readable, self.is_plain, self._is_loaded = values, self.front_matter, True, True
            return
        read = read_front_matter(self.front_matter, known, is_damaged=bool(self.rejections))
        self.values, self.readable = read.values, read.readable
        self.unknown.update(read.unknown)
        for one in read.rejections[:MOST_REJECTIONS]:
            self.rejections.append(replace(one, span=self.in_file(one.span) if one.span else None))
        self._is_loaded = () not in self.unknown

    def is_unknown(self, location: Location) -> bool:
        """Whether nothing can be said of what is at `location`, because it or what it is part of cannot be read."""
        return bool(self.unknown) and any(location[:end] in self.unknown for end in range(len(location) + 1))

    def forget(self, line: int) -> None:
        """Note that what stands in this line of the file cannot be known."""
        at = location_at(self._nodes(()), line - self.front_matter_line)
        self.unknown.add(at)
        # Fields that start too far to the right seem to be part of what has no value.
        node = self._node(at)
        if at and isinstance(node, MappingNode):
            self.unknown.update((*at[:-1], key.value) for key, _ in node.value)

    def place_of(self, line: int) -> tuple[str | int, ...]:
        """What a line of the file belongs to: a field, or an entry of a list; in the text, only the line itself."""
        index = line - self.front_matter_line
        if not 0 <= index < self.front_matter.count("\n"):
            return (line,)
        return location_at(self._nodes(()), index)[:2] or (line,)

    @property
    def parts(self) -> Body:
        """The parts of the body, read on first use and kept, because links from other files look for its headings."""
        return self._parts or self.read_parts()

    def read_parts(self) -> Body:
        """Read the parts of the body, and return them."""
        self._parts = read_body(self.body)
        return self._parts

    def body_span(self, offset: int, length: int = 1) -> Span:
        """The span in the file of `length` characters at `offset` of the body."""
        return self._span_at(len(self.text) - len(self.body) + offset, length)

    def text_span(self, offset: int, length: int = 1) -> Span:
        """The span in the file of `length` characters at `offset` of the text."""
        return self._span_at(offset, length)

    def _span_at(self, offset: int, length: int) -> Span:
        start = self.text.rfind("\n", 0, offset) + 1
        return Span(self.text.count("\n", 0, offset) + 1, offset - start + 1, max(length, 1))

    def line(self, number: int) -> str:
        """Line `number`, counted from 1; empty if there is none."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""


def read_document(
    path: str | Path, shown_path: str, kind: str, known: Container[str] = (), data: bytes | None = None
) -> Document:
    """The document in the file at `path`. Errors become rejections, never exceptions.

    `known` are the names of its fields, `data` its bytes if they have been read.
    """
    document = Document(path=shown_path, kind=kind, id=shown_path.rpartition("/")[2].removesuffix(".md"))
    try:
        if data is None:
            with open(path, "rb") as file:
                data = file.read()
    except OSError as error:
        document.rejections.append(
            Rejection("file-unreadable", detail={"reason": error.strerror or "it cannot be opened"})
        )
        document.unknown.add(())
        return document
    parse_document(document, data, known)
    return document


def parse_document(document: Document, data: bytes, known: Container[str] = ()) -> None:
    """Fill `document` from the bytes of its file. `known` are the names of its fields."""
    decode_text(document, data)
    if () in document.unknown:
        return
    parts = fenced(document.text)
    document.front_matter, document.body, document.front_matter_line = parts.front_matter, parts.body, parts.line
    if parts.is_told:
        document.load_front_matter(known)
    else:
        document.unknown.add(())
    document.rejections.extend(parts.rejections)


def decode_text(document: Document, data: bytes) -> None:
    """Fill the text of `document` from the bytes of its file, with a rejection for each character that a file may not have.

    Such a character is `DAMAGED` in the text. If the file cannot be read at all, nothing is known of it.
    """
    if len(data) > MAX_FILE_BYTES:
        detail = {"what": "This file", "size": -(-len(data) // 1024), "limit": MAX_FILE_BYTES // 1024}
        document.rejections.append(Rejection("front-matter-too-large", detail=detail))
        document.unknown.add(())
        return
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        document.rejections.append(Rejection("encoding-invalid", detail={"utf_16": True}, span=Span()))
        document.unknown.add(())
        return
    document.text = text = _plain_line_ends(data.decode("utf-8", "surrogateescape"))
    # A quick look, because most files have plain characters alone.
    if data.translate(None, _PLAIN) and CONTROL.search(text):
        document.rejections.extend(_damage(document))
        document.text = CONTROL.sub(DAMAGED, text)


def _damage(document: Document) -> list[Rejection]:
    """A rejection for each control character, and one for all bytes that are not UTF-8."""
    found = list(islice(CONTROL.finditer(document.text), MOST_REJECTIONS))
    foreign = next((one for one in found if "\udc80" <= one.group() <= "\udcff"), None)
    rejections = (
        [Rejection("encoding-invalid", detail={"utf_16": False}, span=document.text_span(foreign.start()))]
        if foreign
        else []
    )
    for one in found:
        if not "\ud800" <= one.group() <= "\udfff":
            detail = {"character": one.group()}
            rejections.append(Rejection("character-forbidden", detail=detail, span=document.text_span(one.start())))
    return rejections


def _plain_line_ends(text: str) -> str:
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
