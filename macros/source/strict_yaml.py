"""A plain subset of YAML: mappings, lists and scalars, each scalar as it is written, and nothing that programs disagree on."""

import re
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out
from yaml.nodes import Node

from macros.source.diagnostic import Rejection, Span
from macros.source.limits import MAX_DEPTH

# Possible anchors, aliases, tags and complex keys (special only at the start of a value), directives, escapes and merges;
# and possible deep nesting. Few files have any, and only those need the slower check of every YAML event.
# Each pattern starts with the special character and then looks behind it, which is fast on ordinary text.
_STARTS_A_VALUE = r"""(?<![^\s\[{},:"'\ufeff-].)"""
_FEATURE = re.compile(
    rf"&{_STARTS_A_VALUE}\S|\*{_STARTS_A_VALUE}\S|!{_STARTS_A_VALUE}|\?{_STARTS_A_VALUE}(?:\s|$)|%(?<!.%)|\\|<<",
    re.MULTILINE,
)
# An entry without the space after its hyphen, which YAML takes for more words of the entry above.
_HYPHEN_AND_WORD = re.compile(r"\n *-[^\s-]")
_RUN_ON = re.compile(r"\n( *)- [^\n]*\n(?:\1 [^\n]*\n)*\1(-[^\s-])")
_LISTS_IN_LISTS = re.compile(r"- +-")
_DEEP_INDENTATION = "\n" + " " * (MAX_DEPTH + 1)

# An escape inside double quotes can hide text from the rules: "\x3cscript\x3e". These few cannot.
_OPENED = ("while scanning a simple key", "while scanning a quoted scalar", "while parsing a flow")

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_HARMLESS_ESCAPES = frozenset('\\"nt')


class Refused(Exception):
    """A part of front matter was rejected. Carries the rejection."""

    def __init__(self, rejection: Rejection) -> None:
        """Keep `rejection` for the caller to add to the document."""
        super().__init__(rejection.code)
        self.rejection = rejection


def checked_nodes(text: str) -> Node | None:
    """The nodes of `text`. Raises `Refused` for the first mistake that keeps it from being read."""
    try:
        if _needs_a_closer_look(text):
            _refuse_features(text)
        node = compose(text)
    except yaml.YAMLError as error:
        raise Refused(_unreadable(error, text)) from None
    if _HYPHEN_AND_WORD.search(text) and (run_on := _RUN_ON.search(f"\n{text}")):
        number = text.count("\n", 0, run_on.start(2) - 1)
        detail = {"reason": "", "line": text.split("\n")[number], "cause": number}
        raise Refused(Rejection("front-matter-unreadable", detail=detail, span=Span(number + 1, len(run_on[1]) + 1)))
    return node


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
    """The nodes of front matter. Only call this on what `read_front_matter` calls readable: deep nesting crashes LibYAML."""
    node: Node | None = _Composer(text).get_single_node()
    return node


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
        return Rejection("front-matter-unreadable", detail={"reason": reason, "line": "", "cause": 0}, span=Span())
    # What is opened and not closed, or has no colon, is told where something else comes in its place.
    context, start = getattr(error, "context", None) or "", getattr(error, "context_mark", None)
    if start and context.startswith(_OPENED):
        mark = start
    lines = text.split("\n")
    number = min(mark.line, len(lines) - 1)
    # LibYAML reports something missing where the next token starts, so the line to fix comes before any blank lines.
    while number > 0 and not lines[number].strip():
        number -= 1
    column = mark.column + 1 if number == mark.line else 1
    detail = {"reason": reason, "line": lines[number], "context": context, "cause": number}
    return Rejection("front-matter-unreadable", detail=detail, span=Span(number + 1, column))


def _span(start: Any, end: Any) -> Span:
    whole = end.line == start.line
    length = end.column - start.column if whole else 1
    return Span(start.line + 1, start.column + 1, max(length, 1), whole)


def span_of(node: Node) -> Span:
    """The span of a node, counted from the start of the front matter."""
    return _span(node.start_mark, node.end_mark)
