"""GitHub Flavored Markdown: the tree of a text, and its HTML. No other module knows the engine, which is comrak."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import accumulate
from typing import Any

import comrak

from macros.source.limits import MOST_MARKS, is_too_complex

_MOST_LEVELS = 100
# How much larger than a text its HTML may be, in which a heading has the length of its link besides. A table has a cell for each
# column in each row, written or not, and a footnote or a definition is repeated wherever it is used.
MOST_TIMES = 15
_SMALL = 1_000
_HEADING = 150
# So few lines cannot be headings enough, or rows enough of a table with one column.
_FEW_LINES = 100

# The kinds of marked notes, written as "> [!NOTE]".
ALERTS = ("note", "tip", "important", "warning", "caution")
# The number of a list that has none. Others may start with 0.
NO_NUMBER = -1

_EXTENSIONS = comrak.ExtensionOptions(
    table=True, tasklist=True, strikethrough=True, autolink=True, footnotes=True, alerts=True
)
_PARSING = comrak.ParseOptions(sourcepos_chars=True)
# Never `unsafe_`: raw HTML and addresses that run something are left out, even if the check has missed them.
_RENDERING = comrak.RenderOptions(gfm_quirks=True, tasklist_classes=True)


class TooComplex(Exception):
    """A text that no person would write, and that could end the process."""


class Kind(StrEnum):
    """What a node is."""

    DOCUMENT = "document"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    ALERT = "alert"
    LIST = "list"
    ENTRY = "entry"
    TASK = "task"
    CODE_BLOCK = "code block"
    HTML_BLOCK = "HTML block"
    RULE = "rule"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    FOOTNOTE = "footnote"
    TEXT = "text"
    CODE = "code"
    HTML = "HTML"
    SOFT_BREAK = "soft break"
    LINE_BREAK = "line break"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRUCK = "struck"
    LINK = "link"
    IMAGE = "image"
    FOOTNOTE_MARK = "footnote mark"


class Node:
    """A block or a part of a line, from `offset` to `end` of the text.

    - `literal`: the words of text, code and HTML; for an alert, what stands beside its mark.
    - `target`, `title`: the address and title of a link or image. `target` is also the name of a footnote and of its marks.
      `title` is also the kind of an alert, one of `ALERTS`, and how the columns of a table are aligned, as in "none right".
    - `number`: the level of a heading; the first number of a list, or `NO_NUMBER` if it has bullets; the columns of a table.
    - `is_set`: a task is done; a list is tight, so its entries are no paragraphs; a row is the heading of its table.
    """

    __slots__ = ("_cell", "_children", "_given", "_lines", "is_set", "kind", "literal", "number", "target", "title")

    def __init__(self, given: comrak.AstNode, lines: "_Lines", cell: int | None = None) -> None:
        """Take over a node of the engine. `cell` is where the cell of a table starts that it is in."""
        self._given, self._lines, self._cell = given, lines, cell
        self._children: list[Node] | None = None
        self.kind, said = _KINDS[type(given.node_value)]
        self.literal = self.target = self.title = ""
        self.number, self.is_set = 0, False
        if said:
            self._take_over(said, given.node_value)

    def _take_over(self, said: Mapping[str, str], given: Any) -> None:
        value = given.value
        for ours, theirs in said.items():
            setattr(self, ours, (getattr(value, theirs) if theirs else value) or type(getattr(self, ours))())
        self.is_set = bool(self.is_set)
        if self.kind is Kind.LIST and value.list_type == comrak.ListType.Bullet:
            self.number = NO_NUMBER
        elif self.kind is Kind.TABLE:
            self.title = " ".join(map(_name, value.alignments))
        elif self.kind is Kind.ALERT:
            self.title = _name(value.alert_type)

    @property
    def offset(self) -> int:
        """Where it starts in the text."""
        start = self._given.sourcepos.start
        return self._lines.offset(start.line, start.column - 1, self._cell)

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        end = self._given.sourcepos.end
        return self._lines.offset(end.line, end.column, self._cell)

    @property
    def children(self) -> "list[Node]":
        """The nodes in this one, in the order of the text."""
        if self._children is None:
            cell = self.offset if self.kind is Kind.CELL else self._cell
            self._children = [Node(child, self._lines, cell) for child in self._given.children]
        return self._children

    def walk(self) -> "Iterator[Node]":
        """This node and all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def blocks(self) -> "Iterator[Node]":
        """The blocks in this one that have words, in the order of the text. None is in another."""
        waiting = [self._given]
        while waiting:
            given = waiting.pop()
            if type(given.node_value) in _WITH_WORDS:
                yield Node(given, self._lines)
            else:
                waiting.extend(reversed(given.children))

    def words(self) -> str:
        """The words of a block or a part of a line, with those that stand for its images, and a space for a line break."""
        return "".join(_said(self._given))


def parse(text: str) -> Node:
    """The tree of a text whose lines end with a line feed. Raises `TooComplex`."""
    return parse_and_find(text, frozenset())[0]


def parse_and_find(text: str, wanted: frozenset[Kind], signs: Sequence[str] = ()) -> tuple[Node, list[Node]]:
    """The tree of a text, and its nodes of the `wanted` kinds and the pieces of text with one of `signs` in them, in its order.

    To find them is faster than to walk the whole tree. Raises `TooComplex`.
    """
    signs = tuple(sign for sign in signs if sign in text)
    types = _types(wanted | {Kind.TEXT} if signs else wanted)
    given = _parsed(text)
    tree = Node(given, lines := _Lines(text))
    found: Iterable[Node] = [Node(one, lines) for one in _all_below(given, types, signs)]
    if "\\|" in text:
        # Places in a cell depend on where it starts.
        found = tree.walk() if found else ()
    return tree, [
        node
        for node in found
        if node.kind in wanted or (node.kind is Kind.TEXT and any(sign in node.literal for sign in signs))
    ]


@cache
def _types(wanted: frozenset[Kind]) -> frozenset[type]:
    return frozenset(given for given, (kind, _) in _KINDS.items() if kind in wanted)


def _parsed(text: str) -> comrak.AstNode:
    if is_too_complex(text) or _grows(text):
        raise TooComplex
    return comrak.parse_document(_ended(text), _EXTENSIONS, _PARSING)


def _all_below(root: comrak.AstNode, types: Container[type], signs: Sequence[str] = ()) -> Iterator[comrak.AstNode]:
    """The nodes of these types, in the order of the text. Raises `TooComplex` if there are too many levels.

    Each node is parted from its parent: Python's collector does not see that the two hold each other, and would never free
    them.
    """
    levels = [iter((root,))]
    while levels:
        for node in levels[-1]:
            node.parent = None
            value: Any = node.node_value
            value_type = type(value)
            if value_type in types and (value_type is not comrak.Text or any(sign in value.value for sign in signs)):
                yield node
            if value_type not in _LEAVES and (children := node.children):
                if len(levels) > _MOST_LEVELS:
                    raise TooComplex
                levels.append(iter(children))
                break
        else:
            levels.pop()


def engine_html(text: str) -> str:
    """The HTML of a text as the engine writes it. Everything in the text is escaped."""
    return comrak.markdown_to_html(_ended(text), _EXTENSIONS, _PARSING, _RENDERING)


def _grows(text: str) -> bool:
    """Whether the HTML of a text is much larger than the text. The engine writes it a hundred times as fast as we read the tree."""
    if "|" not in text and "[^" not in text and "]:" not in text and text.count("\n") < _FEW_LINES:
        return False
    html = engine_html(text)
    is_large = len(html) + html.count("<h") * _HEADING > MOST_TIMES * max(len(text), _SMALL)
    return is_large or html.count("<td") > MOST_MARKS


def _ended(text: str) -> str:
    """The text with the end of its last line, without which the engine misses a definition there."""
    return text if text.endswith("\n") else f"{text}\n"


def _said(given: comrak.AstNode) -> Iterator[str]:
    waiting = [given]
    while waiting:
        node = waiting.pop()
        value: Any = node.node_value
        match _KINDS[type(value)][0]:
            case Kind.TEXT:
                yield value.value
            case Kind.CODE | Kind.CODE_BLOCK:
                yield value.value.literal
            case Kind.SOFT_BREAK | Kind.LINE_BREAK:
                yield " "
            case _:
                waiting.extend(reversed(node.children))


def _name(value: Any) -> str:
    """The name of a value that the engine chooses of several, in small letters."""
    return str(value).rpartition(":")[2].lower()


class _Lines:
    """Where the lines of a text start."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None

    def offset(self, line: int, column: int, cell: int | None) -> int:
        """The offset of a place in the text, whose line counts from 1 and column from 0."""
        if self._starts is None:
            self._starts = [0, *accumulate(len(line) + 1 for line in self._text.split("\n"))]
        offset = self._starts[line - 1] + column
        if cell is not None:
            # The engine has taken the backslash out of each "\\|" in the cell before it counts.
            at = self._text.find("\\|", cell, offset + 1)
            while at >= 0:
                offset += 1
                at = self._text.find("\\|", at + 2, offset + 1)
        return offset


# The kind of each node of the engine, and where it says what a node of ours says; "" is its value itself.
_KINDS: dict[type, tuple[Kind, dict[str, str]]] = {
    comrak.Document: (Kind.DOCUMENT, {}),
    comrak.Paragraph: (Kind.PARAGRAPH, {}),
    comrak.Heading: (Kind.HEADING, {"number": "level"}),
    comrak.BlockQuote: (Kind.QUOTE, {}),
    comrak.Alert: (Kind.ALERT, {"literal": "title"}),
    comrak.List: (Kind.LIST, {"number": "start", "is_set": "tight"}),
    comrak.Item: (Kind.ENTRY, {}),
    comrak.TaskItem: (Kind.TASK, {"is_set": "symbol"}),
    comrak.CodeBlock: (Kind.CODE_BLOCK, {"literal": "literal"}),
    comrak.HtmlBlock: (Kind.HTML_BLOCK, {"literal": "literal"}),
    comrak.ThematicBreak: (Kind.RULE, {}),
    comrak.Table: (Kind.TABLE, {"number": "num_columns"}),
    comrak.TableRow: (Kind.ROW, {"is_set": ""}),
    comrak.TableCell: (Kind.CELL, {}),
    comrak.FootnoteDefinition: (Kind.FOOTNOTE, {"target": "name"}),
    comrak.Text: (Kind.TEXT, {"literal": ""}),
    comrak.Code: (Kind.CODE, {"literal": "literal"}),
    comrak.HtmlInline: (Kind.HTML, {"literal": ""}),
    comrak.SoftBreak: (Kind.SOFT_BREAK, {}),
    comrak.LineBreak: (Kind.LINE_BREAK, {}),
    comrak.Emph: (Kind.EMPHASIS, {}),
    comrak.Strong: (Kind.STRONG, {}),
    comrak.Strikethrough: (Kind.STRUCK, {}),
    comrak.Link: (Kind.LINK, {"target": "url", "title": "title"}),
    comrak.Image: (Kind.IMAGE, {"target": "url", "title": "title"}),
    comrak.FootnoteReference: (Kind.FOOTNOTE_MARK, {"target": "name"}),
}
_WITH_WORDS = frozenset({comrak.Paragraph, comrak.Heading, comrak.TableCell, comrak.CodeBlock})
_LEAVES = frozenset({comrak.Text, comrak.SoftBreak, comrak.LineBreak, comrak.Code, comrak.ThematicBreak})
