"""A Markdown file with front matter, which remembers the line of every field."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml
from frontmatter.default_handlers import BaseHandler
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

# A record is a page somebody reads: the longest meeting note of a year is a tenth of these.
MAX_FILE_BYTES = 256 * 1024
MAX_FRONT_MATTER_CHARS = 64 * 1024
MAX_DEPTH = 8

Value = str | list["Value"] | dict[str, "Value"]
Location = tuple[str | int, ...]

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)

# YAML and browsers treat these as line breaks or hide them; none can be typed by accident on a keyboard.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")

# Whether front matter could hold an anchor, alias, tag or complex key (whose signs mean something at the start of a value
# only), a directive, an escape, a merge or deep nesting. Most has none of these, so the slower look at every event is for
# the few files that do.
_NEEDS_A_CLOSER_LOOK = re.compile(r"""(?:^|[\s\[{},:"'])(?:[&*]\S|!|\?(?:\s|$))|^%|\\|<<|- +-|^ {16}""", re.MULTILINE)

# An escape inside double quotes can write what the rules look for in the text, and hide it from them: "\x3cscript\x3e".
# These few write nothing that a rule looks for.
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_HARMLESS_ESCAPES = frozenset('\\"nt')


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in a file: line and column count from 1, length is in characters.

    What goes on after its first line is not `whole`, and its length is 1.
    """

    line: int = 1
    column: int = 1
    length: int = 1
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a reader or a model would not accept. `code` is the id of the rule that explains it."""

    code: str
    location: Location = ()
    detail: Mapping[str, Any] = field(default_factory=dict)
    span: Span | None = None


@dataclass(slots=True)
class Document:
    """One file as it was read.

    `path` is relative to the project, with forward slashes. `kind` is the folder's kind of record, or "page" for a
    written page. `values` holds every scalar as the text that was written; a field or an entry of a
    list that was left blank is not in it.
    """

    path: str
    kind: str
    id: str
    text: str = ""
    front_matter: str = ""
    front_matter_line: int = 2
    body: str = ""
    values: dict[str, Value] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    had_bom: bool = False
    _is_loaded: bool = field(default=False, repr=False, compare=False)
    _tree: Node | None = field(default=None, repr=False, compare=False)
    _lines: list[str] | None = field(default=None, repr=False, compare=False)

    def span(self, location: Location, *, key: bool = False) -> Span:
        """Where the value at `location` stands, or its key; where the nearest enclosing value does if it is absent."""
        node = self._nodes()
        found, is_value = Span(), False
        for position, step in enumerate(location):
            last = position == len(location) - 1
            entry = _child(node, step)
            if entry is None:
                break
            key_node, node = entry
            is_value = not (key and last) and not _is_blank(node)
            found = self.in_file(_span_of(node if is_value or key_node is None else key_node))
        return found

    def has_key(self, location: Location) -> bool:
        """Whether the field at `location` is named, if only to be left blank."""
        node = self._nodes()
        for step in location:
            entry = _child(node, step)
            if entry is None:
                return False
            node = entry[1]
        return True

    def _nodes(self) -> Node | None:
        """The nodes of the front matter, made when a place is first asked for. What was refused is never composed:
        brackets nested deeply enough take the whole program down."""
        if self._tree is None and self._is_loaded:
            self._tree = _compose(self.front_matter)
        return self._tree

    def in_file(self, span: Span) -> Span:
        """A span that counts lines from the start of the front matter, as one that counts from the start of the file."""
        return replace(span, line=span.line + self.front_matter_line - 1)

    def load_front_matter(self) -> None:
        """Fill `values` from `front_matter`, or add the problem that prevents it."""
        try:
            self.values = HANDLER.load(self.front_matter)
        except Refused as refused:
            span = refused.problem.span
            self.problems.append(replace(refused.problem, span=self.in_file(span) if span else None))
        else:
            self._is_loaded = True

    def body_span(self, offset: int, length: int = 1) -> Span:
        """Where the character at `offset` of the body stands in the file."""
        return self._span_at(len(self.text) - len(self.body) + offset, length)

    def text_span(self, offset: int, length: int = 1) -> Span:
        """Where the character at `offset` of the whole text stands in the file."""
        return self._span_at(offset, length)

    def _span_at(self, offset: int, length: int) -> Span:
        start = self.text.rfind("\n", 0, offset) + 1
        return Span(self.text.count("\n", 0, offset) + 1, offset - start + 1, max(length, 1))

    def line(self, number: int) -> str:
        """The text of line `number`, counted from 1; empty if there is no such line."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""


class Refused(Exception):
    """Front matter that cannot become values. Carries the problem."""

    def __init__(self, problem: Problem) -> None:
        """Keep `problem` for the caller, who adds it to the document."""
        super().__init__(problem.code)
        self.problem = problem


class StrictHandler(BaseHandler):
    """Front matter between two `---` lines, as a plain subset of YAML in which every scalar is text.

    The subset has mappings, lists and scalars. Anchors, aliases, merges, tags, directives and repeated keys are refused:
    programs disagree on what they mean, and a contributor never needs them.
    """

    FM_BOUNDARY = _FENCE
    START_DELIMITER = END_DELIMITER = "---"

    def split(self, text: str) -> tuple[str, str]:
        """The front matter and the body of `text`. Raises `Refused` if a fence is missing."""
        opening = _FENCE.match(text)
        if opening is None:
            raise Refused(Problem("front-matter-missing"))
        closing = _FENCE.search(text, opening.end())
        if closing is None:
            raise Refused(Problem("front-matter-unclosed"))
        return text[opening.end() + 1 : closing.start()], text[closing.end() + 1 :]

    def load(self, fm: str) -> dict[str, Any]:
        """The values of front matter. Raises `Refused` with the first thing that is wrong."""
        return load_values(fm)


HANDLER = StrictHandler()


def read_document(path: Path, shown_path: str, kind: str) -> Document:
    """Read one file; whatever is wrong with it becomes a problem of the document, never an exception."""
    document = Document(path=shown_path, kind=kind, id=path.stem)
    try:
        data = path.read_bytes()
    except OSError as error:
        document.problems.append(Problem("file-unreadable", detail={"reason": error.strerror or "it cannot be opened"}))
        return document
    parse_document(document, data)
    return document


def parse_document(document: Document, data: bytes) -> None:
    """Fill `document` from the bytes of its file."""
    decode_text(document, data)
    if document.problems:
        return
    try:
        document.front_matter, document.body = HANDLER.split(document.text)
    except Refused as refused:
        document.problems.append(refused.problem)
        return
    document.load_front_matter()


def decode_text(document: Document, data: bytes) -> None:
    """Fill the text of `document` from the bytes of its file, or add the problem that prevents it."""
    if len(data) > MAX_FILE_BYTES:
        detail = {"what": "This file", "size": -(-len(data) // 1024), "limit": MAX_FILE_BYTES // 1024}
        document.problems.append(Problem("front-matter-too-large", detail=detail))
        return
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _plain_line_ends(data[: error.start].decode("utf-8"))
        span = Span(before.count("\n") + 1, len(before) - before.rfind("\n"))
        detail = {"utf_16": data[:2] in (b"\xff\xfe", b"\xfe\xff")}
        document.problems.append(Problem("encoding-invalid", detail=detail, span=span))
        return
    document.had_bom = text.startswith("\ufeff")
    document.text = text = _plain_line_ends(text)
    if control := _CONTROL.search(text):
        span = document.text_span(control.start())
        document.problems.append(Problem("character-forbidden", detail={"character": control.group()}, span=span))


def _plain_line_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def load_values(text: str) -> dict[str, Any]:
    """The mapping that `text` (YAML without fences) holds. Raises `Refused` with the first thing that is wrong."""
    if len(text) > MAX_FRONT_MATTER_CHARS:
        detail = {"what": "The part between the --- lines", "size": -(-len(text) // 1024)}
        raise Refused(Problem("front-matter-too-large", detail={**detail, "limit": MAX_FRONT_MATTER_CHARS // 1024}))
    try:
        if _NEEDS_A_CLOSER_LOOK.search(text) or text.count("[") + text.count("{") > MAX_DEPTH:
            _refuse_features(text)
        node = _compose(text)
    except yaml.YAMLError as error:
        raise Refused(_unreadable(error, text)) from None
    if node is None:
        return {}
    if not isinstance(node, MappingNode):
        raise Refused(Problem("front-matter-not-a-mapping", span=_span_of(node)))
    return _mapping(node)


class _Composer(CParser):
    """LibYAML's parser, with no guessing of types: `12:30`, `no` and `02023` stay what was written."""

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> str:
        return ""

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Nothing is resolved, so nothing depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """See `descend_resolver`."""


def _compose(text: str) -> Node | None:
    node: Node | None = _Composer(text).get_single_node()
    return node


def _value(node: Node) -> Any:
    if type(node) is ScalarNode:
        return node.value
    if type(node) is SequenceNode:
        items = [_value(item) for item in node.value if not _is_blank(item)]
        return items if items or not node.value else ""
    # A group whose fields are all left blank is left blank itself.
    return _mapping(node) or ""


def _mapping(node: Node) -> dict[str, Any]:
    values: dict[str, Any] = {}
    seen: set[str] = set()
    for key_node, value_node in node.value:
        if type(key_node) is not ScalarNode:
            raise Refused(Problem("yaml-feature-refused", detail={"feature": "complex key"}, span=_span_of(key_node)))
        key = key_node.value
        if key in seen:
            raise Refused(Problem("key-duplicated", detail={"key": key}, span=_span_of(key_node)))
        seen.add(key)
        value = _value(value_node)
        if value != "":
            values[key] = value
    return values


def _refuse_features(text: str) -> None:
    """Look at every event, without recursion, for what `StrictHandler` refuses and for nesting that is too deep."""
    depth = 0
    parser = CParser(text)
    while parser.check_event():
        event = parser.get_event()
        if isinstance(event, yaml.AliasEvent):
            _refuse(event, "alias")
        if getattr(event, "anchor", None):
            _refuse(event, "anchor")
        if getattr(event, "tag", None):
            _refuse(event, "tag")
        if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
            _refuse(event, "directive")
        if isinstance(event, yaml.ScalarEvent) and event.value == "<<" and not event.style:
            _refuse(event, "merge")
        if isinstance(event, yaml.ScalarEvent) and event.style == '"':
            _refuse_escapes(event, text)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                span = _span(event.start_mark, event.end_mark)
                raise Refused(Problem("front-matter-too-deep", detail={"limit": MAX_DEPTH}, span=span))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _refuse(event: Any, feature: str) -> None:
    span = _span(event.start_mark, event.end_mark)
    raise Refused(Problem("yaml-feature-refused", detail={"feature": feature}, span=span))


def _refuse_escapes(event: Any, text: str) -> None:
    start, end = event.start_mark, event.end_mark
    written = text[start.index : end.index]
    for escape in _ESCAPE.finditer(written):
        if escape[1] not in _HARMLESS_ESCAPES:
            before = written[: escape.start()]
            line = start.line + before.count("\n") + 1
            column = len(before) - before.rfind("\n") + (0 if "\n" in before else start.column)
            digits = re.match(r"[0-9A-Fa-f]+", written[escape.end() :]) if escape[1] in "xuU" else None
            character = chr(int(digits[0], 16)) if digits else escape[1]
            detail = {"character": character, "escape": escape[0]}
            raise Refused(Problem("character-forbidden", detail=detail, span=Span(line, column, 2)))


def _unreadable(error: yaml.YAMLError, text: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or "it is not valid"
    if mark is None:
        return Problem("front-matter-unreadable", detail={"reason": reason, "line": ""}, span=Span())
    lines = text.split("\n")
    number = min(mark.line, len(lines) - 1)
    # LibYAML notices what is missing at the start of the next thing: the line to mend is the one before an empty end.
    while number > 0 and not lines[number].strip():
        number -= 1
    column = mark.column + 1 if number == mark.line else 1
    detail = {"reason": reason, "line": lines[number], "context": getattr(error, "context", None) or ""}
    return Problem("front-matter-unreadable", detail=detail, span=Span(number + 1, column))


def _is_blank(node: Node | None) -> bool:
    return isinstance(node, ScalarNode) and node.value == ""


def _child(node: Node | None, step: str | int) -> tuple[Node | None, Node] | None:
    if isinstance(node, MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int):
        items = [item for item in node.value if not _is_blank(item)]
        return (None, items[step]) if step < len(items) else None
    return None


def _span(start: Any, end: Any) -> Span:
    whole = end.line == start.line
    length = end.column - start.column if whole else 1
    return Span(start.line + 1, start.column + 1, max(length, 1), whole)


def _span_of(node: Node) -> Span:
    return _span(node.start_mark, node.end_mark)


def flatten(value: Value, location: Location = ()) -> Sequence[tuple[Location, str]]:
    """Every scalar under `value` with where it stands, in the order of the file."""
    if isinstance(value, str):
        return [(location, value)]
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    return [found for key, inner in pairs for found in flatten(inner, (*location, key))]
