"""A Markdown file with front matter, and the line of every field."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from yaml.nodes import Node

from macros.source.body import Body, read_body
from macros.source.diagnostic import Location, Rejection, Span, Value
from macros.source.front_matter import HANDLER, Refused, child, compose, is_blank, span_of
from macros.source.plain_lines import plain_values

# People read records as pages: the longest meeting notes in a year are a tenth of this.
MAX_FILE_BYTES = 256 * 1024

# YAML and browsers treat these as line breaks or hide them. No keyboard types one by accident.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")

_NEXT_FIELD = re.compile(r"\n(?=\S)")


@dataclass(slots=True)
class Document:
    """A file as it was read.

    `path` is relative to the project, with forward slashes. `kind` is the folder's kind of record, or "page" for a
    written page. `values` holds every scalar as text, exactly as written, without blank fields and list entries. The front
    matter `is_plain` if each of its lines is a field or an entry of a list, and nothing else (see `plain_values`).
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
        node = self._nodes(location)
        for step in location:
            entry = child(node, step)
            if entry is None:
                return range(0)
            node = entry[1]
        if node is None:
            return range(0)
        # A value of several lines ends before the next one starts, at the left margin.
        end = node.end_mark.line + (1 if node.end_mark.column else 0)
        return range(node.start_mark.line + self.front_matter_line, end + self.front_matter_line)

    def has_key(self, location: Location) -> bool:
        """Whether the front matter has the field at `location`, even if blank."""
        node = self._nodes(location)
        for step in location:
            entry = child(node, step)
            if entry is None:
                return False
            node = entry[1]
        return True

    def _nodes(self, location: Location) -> Node | None:
        """The nodes of the front matter that lead to `location`, composed on first use.

        None if there are none, or the front matter was rejected: deep nesting crashes LibYAML.
        """
        field = location[0] if self.is_plain and location else ""
        if field not in self._trees and self._is_loaded:
            self._trees[field] = compose(self._alone(field) if field else self.front_matter)
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

    def load_front_matter(self) -> None:
        """Fill `values` from `front_matter`, or add a rejection."""
        if (values := plain_values(self.front_matter)) is not None:
            self.values, self.is_plain, self._is_loaded = values, True, True
            return
        try:
            self.values = HANDLER.load(self.front_matter)
        except Refused as refused:
            span = refused.rejection.span
            self.rejections.append(replace(refused.rejection, span=self.in_file(span) if span else None))
        else:
            self._is_loaded = True

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


def read_document(path: str | Path, shown_path: str, kind: str) -> Document:
    """The document in the file at `path`. Errors become rejections, never exceptions."""
    document = Document(path=shown_path, kind=kind, id=shown_path.rpartition("/")[2].removesuffix(".md"))
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        document.rejections.append(
            Rejection("file-unreadable", detail={"reason": error.strerror or "it cannot be opened"})
        )
        return document
    parse_document(document, data)
    return document


def parse_document(document: Document, data: bytes) -> None:
    """Fill `document` from the bytes of its file."""
    decode_text(document, data)
    if document.rejections:
        return
    try:
        document.front_matter, document.body = HANDLER.split(document.text)
    except Refused as refused:
        document.rejections.append(refused.rejection)
        return
    document.load_front_matter()


def decode_text(document: Document, data: bytes) -> None:
    """Fill the text of `document` from the bytes of its file, or add a rejection."""
    if len(data) > MAX_FILE_BYTES:
        detail = {"what": "This file", "size": -(-len(data) // 1024), "limit": MAX_FILE_BYTES // 1024}
        document.rejections.append(Rejection("front-matter-too-large", detail=detail))
        return
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _plain_line_ends(data[: error.start].decode("utf-8"))
        span = Span(before.count("\n") + 1, len(before) - before.rfind("\n"))
        detail = {"utf_16": data[:2] in (b"\xff\xfe", b"\xfe\xff")}
        document.rejections.append(Rejection("encoding-invalid", detail=detail, span=span))
        return
    document.text = text = _plain_line_ends(text)
    if control := CONTROL.search(text):
        span = document.text_span(control.start())
        document.rejections.append(Rejection("character-forbidden", detail={"character": control.group()}, span=span))


def _plain_line_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
