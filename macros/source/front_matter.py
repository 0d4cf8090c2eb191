"""Strict reader for front matter: a plain subset of YAML in which every scalar is text."""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from frontmatter.default_handlers import BaseHandler
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from macros.source.diagnostic import Rejection, Span
from macros.source.limits import MAX_CHARACTERS, MAX_DEPTH

_COMMENT = re.compile("#.*")
# A comment where a value would start or go on. A note has a space after the #; "#lunch" and "#1" are meant as text, and
# "#stage: idea" is a field that somebody has switched off.
_HIDDEN_VALUE = re.compile(
    r"""^(?: *(?:- +)*(?:-|[^\s#:"'-][^#:"']*:) +(?:[|>][-+1-9]{0,2} +)?| +(?!#[\w-]+:(?: |$)))(#\w.*?) *$""",
    re.MULTILINE,
)
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)

_NULL = frozenset({"~", "null", "Null", "NULL"})

# Starts the lines in which `make new` explains a field. Any other comment is the contributor's own.
HELP = "#:"

# Possible anchors, aliases, tags and complex keys (special only at the start of a value), directives, escapes and merges;
# and possible deep nesting. Few files have any, and only those need the slower check of every YAML event.
# Each pattern starts with the special character and then looks behind it, which is fast on ordinary text.
_STARTS_A_VALUE = r"""(?<![^\s\[{},:"'\ufeff-].)"""
_FEATURE = re.compile(
    rf"&{_STARTS_A_VALUE}\S|\*{_STARTS_A_VALUE}\S|!{_STARTS_A_VALUE}|\?{_STARTS_A_VALUE}(?:\s|$)|%(?<!.%)|\\|<<",
    re.MULTILINE,
)
_LISTS_IN_LISTS = re.compile(r"- +-")
_DEEP_INDENTATION = "\n" + " " * (MAX_DEPTH + 1)

# An escape inside double quotes can hide text from the rules: "\x3cscript\x3e". These few cannot.
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_HARMLESS_ESCAPES = frozenset('\\"nt')


class Refused(Exception):
    """Front matter was rejected. Carries the rejection."""

    def __init__(self, rejection: Rejection) -> None:
        """Keep `rejection` for the caller to add to the document."""
        super().__init__(rejection.code)
        self.rejection = rejection


class StrictHandler(BaseHandler):
    """Front matter between two `---` lines, as a plain subset of YAML in which every scalar is text.

    Only mappings, lists and scalars are allowed. Programs disagree on what anchors, aliases, merges, tags, directives and
    repeated keys mean, and contributors never need them.
    """

    FM_BOUNDARY = _FENCE
    START_DELIMITER = END_DELIMITER = "---"

    def split(self, text: str) -> tuple[str, str]:
        """The front matter and the body of `text`. Raises `Refused` if a fence is missing."""
        opening = _FENCE.match(text)
        if opening is None:
            raise Refused(Rejection("front-matter-missing"))
        closing = _FENCE.search(text, opening.end())
        if closing is None:
            raise Refused(Rejection("front-matter-unclosed"))
        return text[opening.end() + 1 : closing.start()], text[closing.end() + 1 :]

    def load(self, fm: str) -> dict[str, Any]:
        """The values of front matter. Raises `Refused` with the first error."""
        return load_values(fm)


HANDLER = StrictHandler()


def load_values(text: str) -> dict[str, Any]:
    """The mapping in `text` (YAML without fences). Raises `Refused` with the first error."""
    if len(text) > MAX_CHARACTERS:
        detail = {"what": "The part between the --- lines", "size": -(-len(text) // 1024)}
        raise Refused(Rejection("front-matter-too-large", detail={**detail, "limit": MAX_CHARACTERS // 1024}))
    try:
        if _needs_a_closer_look(text):
            _refuse_features(text)
        node = compose(text)
    except yaml.YAMLError as error:
        raise Refused(_unreadable(error, text)) from None
    if node is None:
        return {}
    if not isinstance(node, MappingNode):
        raise Refused(Rejection("front-matter-not-a-mapping", span=span_of(node)))
    return _mapping(node)


def _needs_a_closer_look(text: str) -> bool:
    return (
        text.count("[") + text.count("{") > MAX_DEPTH
        or _DEEP_INDENTATION in f"\n{text}"
        or bool(_FEATURE.search(text))
        or bool(_LISTS_IN_LISTS.search(text))
    )


class _Composer(CParser):
    """LibYAML's parser without type guessing: `12:30`, `no` and `02023` stay as written."""

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> str:
        return ""

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        """Do nothing: no type is resolved, so the position of a node does not matter."""

    def ascend_resolver(self) -> None:
        """Do nothing, like `descend_resolver`."""


def compose(text: str) -> Node | None:
    """The nodes of front matter. Only call this once `load_values` accepts it: deep nesting crashes LibYAML."""
    node: Node | None = _Composer(text).get_single_node()
    return node


def _value(node: Node) -> Any:
    if type(node) is ScalarNode:
        return "" if is_blank(node) else node.value
    if type(node) is SequenceNode:
        items = [_value(item) for item in node.value if not is_blank(item)]
        return items if items or not node.value else ""
    # A group with only blank fields is blank itself.
    return _mapping(node) or ""


def _mapping(node: Node) -> dict[str, Any]:
    values: dict[str, Any] = {}
    seen: set[str] = set()
    for key_node, value_node in node.value:
        if type(key_node) is not ScalarNode:
            raise Refused(Rejection("yaml-feature-refused", detail={"feature": "complex key"}, span=span_of(key_node)))
        key = key_node.value
        if key in seen:
            raise Refused(Rejection("key-duplicated", detail={"key": key}, span=span_of(key_node)))
        seen.add(key)
        value = _value(value_node)
        if value != "":
            values[key] = value
    return values


def _refuse_features(text: str) -> None:
    """Raise `Refused` for a feature that `StrictHandler` does not allow, or for deep nesting. Does not recurse."""
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
                raise Refused(Rejection("front-matter-too-deep", detail={"limit": MAX_DEPTH}, span=span))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _refuse(event: Any, feature: str) -> None:
    span = _span(event.start_mark, event.end_mark)
    raise Refused(Rejection("yaml-feature-refused", detail={"feature": feature}, span=span))


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
            raise Refused(Rejection("character-forbidden", detail=detail, span=Span(line, column, 2)))


def _unreadable(error: yaml.YAMLError, text: str) -> Rejection:
    mark = getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or "it is not valid"
    if mark is None:
        return Rejection("front-matter-unreadable", detail={"reason": reason, "line": ""}, span=Span())
    lines = text.split("\n")
    number = min(mark.line, len(lines) - 1)
    # LibYAML reports something missing where the next token starts, so the line to fix comes before any blank lines.
    while number > 0 and not lines[number].strip():
        number -= 1
    column = mark.column + 1 if number == mark.line else 1
    detail = {"reason": reason, "line": lines[number], "context": getattr(error, "context", None) or ""}
    return Rejection("front-matter-unreadable", detail=detail, span=Span(number + 1, column))


def comments(text: str) -> Iterator[tuple[Span, str]]:
    """Every comment in front matter that has loaded without errors, with its span."""
    if "#" not in text:
        return
    end = 0
    for token in yaml.scan(text, Loader=CParser):  # type: ignore[arg-type]  # LibYAML's parser is a loader too
        # Only space and comments come between tokens, or between a block's "|" or ">" and its first line.
        start = token.start_mark.index
        is_block = isinstance(token, yaml.ScalarToken) and token.style in ("|", ">")
        for found in _COMMENT.finditer(text, end, _end_of_line(text, start) if is_block else start):
            line_start = text.rfind("\n", 0, found.start()) + 1
            line, column = text.count("\n", 0, found.start()) + 1, found.start() - line_start + 1
            yield Span(line, column, len(found[0])), found[0]
        end = max(end, token.end_mark.index)


def hidden_values(text: str) -> Iterator[tuple[Span, str]]:
    """Every value, or line of one, that starts with # and a letter or digit, which YAML takes for a comment."""
    if "#" not in text or not _HIDDEN_VALUE.search(text):
        return
    lines = text.split("\n")
    for span, _ in comments(text):
        match = _HIDDEN_VALUE.match(lines[span.line - 1])
        if match and match.start(1) == span.column - 1:
            yield Span(span.line, span.column, len(match[1])), match[1]


def _end_of_line(text: str, index: int) -> int:
    found = text.find("\n", index)
    return len(text) if found < 0 else found


def is_blank(node: Node | None) -> bool:
    """Whether `node` is a scalar that is empty, or null without quotation marks, as programs write that there is nothing."""
    return isinstance(node, ScalarNode) and (node.value == "" or (node.value in _NULL and not node.style))


def child(node: Node | None, step: str | int) -> tuple[Node | None, Node] | None:
    """The key (None in a list) and the value of the field or entry `step` of `node`; None if there is none."""
    if isinstance(node, MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int):
        items = [item for item in node.value if not is_blank(item)]
        return (None, items[step]) if step < len(items) else None
    return None


def _span(start: Any, end: Any) -> Span:
    whole = end.line == start.line
    length = end.column - start.column if whole else 1
    return Span(start.line + 1, start.column + 1, max(length, 1), whole)


def span_of(node: Node) -> Span:
    """The span of a node, counted from the start of the front matter."""
    return _span(node.start_mark, node.end_mark)
