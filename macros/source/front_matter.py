"""Strict reader for front matter: a plain subset of YAML in which every scalar is text."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from macros.source.diagnostic import Location, Rejection, Span
from macros.source.likeness import plain_name
from macros.source.limits import MAX_CHARACTERS
from macros.source.strict_yaml import Refused, checked_nodes, span_of

_COMMENT = re.compile("#.*")
# A comment where a value would start or go on. A note has a space after the #; "#lunch" and "#1" are meant as text, and
# "#stage: idea" is a field that someone has switched off.
_HIDDEN_VALUE = re.compile(
    r"""^(?: *(?:- +)*(?:-|[^\s#:"'-][^#:"']*:) +(?:[|>][-+1-9]{0,2} +)?| +(?!#[\w-]+:(?: |$)))(#\w.*?) *$""",
    re.MULTILINE,
)
# Stands for a character that cannot be read.
DAMAGED = "\N{REPLACEMENT CHARACTER}"
# For what has been said already.
_TOLD = "told"

# What programs write for a blank value.
NULL = frozenset({"~", "null", "Null", "NULL"})

# Starts the lines in which `make new` explains a field. Any other comment is the contributor's own.
HELP = "#:"


@dataclass(slots=True)
class FrontMatter:
    """Front matter as far as it can be read: a plain subset of YAML in which every scalar is text.

    Only mappings, lists and scalars are allowed. Programs disagree on what anchors, aliases, merges, tags, directives and
    repeated keys mean, and contributors never need them.

    `values` holds every scalar as written, without blank fields and list entries. `readable` is the text with {} in place of each
    value that cannot be read. `unknown` are the locations of those; the empty one if nothing is known. Spans in `rejections` count
    from the start of the front matter.
    """

    values: dict[str, Any] = field(default_factory=dict)
    readable: str = ""
    rejections: list[Rejection] = field(default_factory=list)
    unknown: list[Location] = field(default_factory=list)


def read_front_matter(text: str, known: Container[str] = (), *, is_damaged: bool = False) -> FrontMatter:
    """What can be read of `text` (YAML without fences), and what is wrong with it.

    `known` are the names that fields may have: they tell where the next one starts if a line is broken. If the text
    `is_damaged`, values with a `DAMAGED` character in them are not known, and why has been said already.
    """
    if len(text) > MAX_CHARACTERS:
        detail = {"what": "The part between the --- lines", "size": -(-len(text) // 1024)}
        rejection = Rejection("front-matter-too-large", detail={**detail, "limit": MAX_CHARACTERS // 1024})
        return FrontMatter(rejections=[rejection], unknown=[()])
    readable, rejections, aside = text, list[Rejection](), set[int]()
    try:
        if is_damaged and DAMAGED in text:
            raise Refused(Rejection(_TOLD))
        node = _checked(text)
    except Refused as refused:
        # A directive changes what everything after it means.
        if (
            refused.rejection.code == "front-matter-not-a-mapping"
            or refused.rejection.detail.get("feature") == "directive"
        ):
            return FrontMatter(rejections=[refused.rejection], unknown=[()])
        # Only here: few files have a mistake, and to read how to go on takes as long as many of them.
        from macros.source.recovery import recovered

        found = recovered(text, _refusal_of_damaged if is_damaged else _refusal, known)
        readable, aside = "\n".join(found.lines), found.aside
        rejections = [one for one in found.rejections if one.code != _TOLD]
        try:
            node = _checked(readable)
        except Refused as still:
            return FrontMatter(rejections=rejections or [still.rejection], unknown=[()])
        if node is None:
            return FrontMatter(rejections=rejections, unknown=[()])
    if node is None:
        return FrontMatter({}, readable, rejections)
    reader = _Reader(rejections, aside)
    return FrontMatter(reader.mapping(node, ()), readable, rejections, reader.unknown)


def _checked(text: str) -> MappingNode | None:
    """The nodes of front matter. Raises `Refused` for the first mistake that keeps it from being read."""
    node = checked_nodes(text)
    if node is not None and not isinstance(node, MappingNode):
        raise Refused(Rejection("front-matter-not-a-mapping", span=span_of(node)))
    return node


def _refusal(text: str, kind: str) -> Rejection | None:
    """What is wrong with fields ("{") or entries ("-"); None if nothing is."""
    try:
        node = checked_nodes(text)
    except Refused as refused:
        return refused.rejection
    if isinstance(node, MappingNode if kind == "{" else SequenceNode):
        return None
    number, line = next((at, line) for at, line in enumerate(text.split("\n")) if line.strip())
    detail = {"reason": "", "line": line, "cause": number}
    return Rejection(
        "front-matter-unreadable", detail=detail, span=Span(number + 1, len(line) - len(line.lstrip()) + 1)
    )


def _refusal_of_damaged(text: str, kind: str) -> Rejection | None:
    if DAMAGED not in text:
        return _refusal(text, kind)
    return Rejection(_TOLD, detail={"cause": text.count("\n", 0, text.index(DAMAGED))})


@dataclass(slots=True)
class _Reader:
    """Turns nodes into values, and notes what is not known: what was set `aside` (line indexes), and what is given twice."""

    rejections: list[Rejection]
    aside: set[int]
    unknown: list[Location] = field(default_factory=list)

    def value(self, node: Node, location: Location) -> Any:
        if type(node) is ScalarNode:
            return "" if is_blank(node) else node.value
        if type(node) is SequenceNode:
            kept = [item for item in node.value if not is_blank(item)]
            items = [self.value(item, (*location, index)) for index, item in enumerate(kept)]
            return items if items or not node.value else ""
        # A group with only blank fields is blank itself.
        return self.mapping(node, location) or ""

    def mapping(self, node: Node, location: Location) -> dict[str, Any]:
        if self.aside and self.is_aside(node):
            self.unknown.append(location)
        values: dict[str, Any] = {}
        seen: set[str] = set()
        for key_node, value_node in node.value:
            if type(key_node) is not ScalarNode:
                detail = {"feature": "complex key"}
                self.rejections.append(Rejection("yaml-feature-refused", detail=detail, span=span_of(key_node)))
                # It may be the name of a field in brackets.
                inner = (child for child in key_node.value if type(child) is ScalarNode)
                self.unknown.extend((*location, plain_name(child.value)) for child in inner)
                continue
            key = key_node.value
            if key in seen:
                self.twice(key_node, value_node, (*location, key))
                continue
            seen.add(key)
            value = self.value(value_node, (*location, key))
            if value != "":
                values[key] = value
        return values

    def is_aside(self, node: Node) -> bool:
        return not node.value and node.start_mark.line in self.aside

    def twice(self, key: ScalarNode, value: Node, location: Location) -> None:
        """Note that no one can tell which of two values is right."""
        if location not in self.unknown and not self.is_aside(value):
            self.rejections.append(Rejection("key-duplicated", detail={"key": key.value}, span=span_of(key)))
        self.unknown.append(location)


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
    return isinstance(node, ScalarNode) and (node.value == "" or (node.value in NULL and not node.style))


def child(node: Node | None, step: str | int) -> tuple[Node | None, Node] | None:
    """The key (None in a list) and the value of the field or entry `step` of `node`; None if there is none."""
    if isinstance(node, MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int):
        items = [item for item in node.value if not is_blank(item)]
        return (None, items[step]) if step < len(items) else None
    return None


def location_at(node: Node | None, line: int) -> Location:
    """The location of what stands in a line, by its index: the last field or entry that starts there or above; () if none does."""
    steps: list[tuple[str | int, Node, Node]] = []
    if isinstance(node, MappingNode):
        # A key can be a list or a mapping itself, which names no field.
        if not all(isinstance(key, ScalarNode) for key, _ in node.value):
            return ()
        steps = [(key.value, key, value) for key, value in node.value]
    if isinstance(node, SequenceNode):
        # A blank entry counts for none, so what stands in its line is known only to be in the list.
        if any(is_blank(item) and item.start_mark.line == line for item in node.value):
            return ()
        steps = [(index, item, item) for index, item in enumerate(one for one in node.value if not is_blank(one))]
    above = [step for step in steps if step[1].start_mark.line <= line]
    return (above[-1][0], *location_at(above[-1][2], line)) if above else ()
