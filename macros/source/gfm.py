"""GitHub Flavored Markdown: the tree of a text, and its HTML. No other module knows the engine, which is comrak."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

import comrak

# Nobody writes more than this by hand.
MOST_LINES = 2_000
MOST_SIGNS = 2_000
TOO_MANY_LISTS = re.compile(r"^[ \t]*(?:>[ \t]*|(?:[-*+]|\d+[.)])[ \t]+){12}", re.MULTILINE)
_MOST_LEVELS = 100
# The engine ends the whole process over a tree that is thousands of levels deep. So this is looked for before it is asked: blocks
# are nested by the start of a line, and what is inside a paragraph by these signs.
_DEEP_LINE = re.compile(r"\n[ \t>]{100}")
_OPENINGS = "*_~["
_MOST_OPENINGS = 1_000
# Bare addresses, which the engine takes much longer to find the more there are in a paragraph.
_ADDRESSES = ("@", "://", "www.")
_MOST_ADDRESSES = 1_000
# In a whole text. Each becomes a node or more, and takes a hundred times as long as a letter.
_MOST_MARKS = 20_000
# How much larger than a text its HTML may be, in which a heading has the length of its link besides. A table has a cell for each
# column in each row, written or not, and a footnote or a definition is repeated wherever it is used.
MOST_TIMES = 15
_SMALL = 1_000
_HEADING = 150
# A table, a footnote, a definition.
_GROWING = ("|", "[^", "]:")
_MANY_HEADINGS = 100
_NEXT_BLOCK = re.compile(r"\n(?:[ \t]*\n| {0,3}(?=[-+*] +\S))")

# The kinds of marked notes, written as "> [!NOTE]".
ALERTS = ("note", "tip", "important", "warning", "caution")

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


@dataclass(slots=True)
class Node:
    """A block or a part of a line, from `offset` to `end` of the text.

    - `literal`: the words of text, code and HTML; for an alert, what stands beside its mark.
    - `target`, `title`: the address and title of a link or image. `target` is also the name of a footnote and of its marks,
      and `title` the kind of an alert, one of `ALERTS`.
    - `number`: the level of a heading; the first number of a list, or 0 if it has none; the columns of a table; the number of a
      footnote and of its marks.
    - `is_set`: a task is done; a list is tight, so its entries are no paragraphs; a row is the heading of its table.
    """

    kind: Kind
    offset: int
    end: int
    children: "list[Node]" = field(default_factory=list)
    literal: str = ""
    target: str = ""
    title: str = ""
    number: int = 0
    is_set: bool = False

    def walk(self) -> "Iterator[Node]":
        """This node and all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def words(self) -> str:
        """The words of a block or a part of a line, with those that stand for its images, and a space for a line break."""
        return "".join(map(_said, self.walk()))


def parse(text: str) -> Node:
    """The tree of a text whose lines end with a line feed. Raises `TooComplex`."""
    if is_too_complex(text):
        raise TooComplex
    return _Reader(text).node(comrak.parse_document(_ended(text), _EXTENSIONS, _PARSING), _MOST_LEVELS)


def engine_html(text: str) -> str:
    """The HTML of a text as the engine writes it. Everything in the text is escaped."""
    return comrak.markdown_to_html(_ended(text), _EXTENSIONS, _PARSING, _RENDERING)


def is_too_complex(text: str) -> bool:
    """Whether a text is too much to be read. One that is not may still be too deep for `parse`."""
    return (
        text.count("\n") > MOST_LINES
        or sum(map(text.count, "[<`\\")) > MOST_SIGNS
        or TOO_MANY_LISTS.search(text) is not None
        or _DEEP_LINE.search(f"\n{text}") is not None
        or (
            _openings(text) > _MOST_OPENINGS
            and any(_openings(part) > _MOST_OPENINGS for part in _NEXT_BLOCK.split(text))
        )
        or (len(text) > _MOST_ADDRESSES and sum(map(text.count, _ADDRESSES)) > _MOST_ADDRESSES)
        or (len(text) > _MOST_MARKS and _openings(text) + text.count("|") > _MOST_MARKS)
        or _grows(text)
    )


def _grows(text: str) -> bool:
    """Whether the HTML of a text is much larger than the text. The engine writes it a hundred times as fast as we read the tree."""
    if not any(mark in text for mark in _GROWING) and sum(map(text.count, ("\n#", "\n-", "\n="))) < _MANY_HEADINGS:
        return False
    html = engine_html(text)
    return len(html) + html.count("<h") * _HEADING > MOST_TIMES * max(len(text), _SMALL)


def _ended(text: str) -> str:
    """The text with the end of its last line, without which the engine misses a definition there."""
    return text if text.endswith("\n") else f"{text}\n"


def _openings(text: str) -> int:
    return sum(map(text.count, _OPENINGS))


def _said(node: Node) -> str:
    return " " if node.kind in (Kind.SOFT_BREAK, Kind.LINE_BREAK) else node.literal


_KINDS: dict[type, Kind] = {
    comrak.Document: Kind.DOCUMENT,
    comrak.Paragraph: Kind.PARAGRAPH,
    comrak.Heading: Kind.HEADING,
    comrak.BlockQuote: Kind.QUOTE,
    comrak.Alert: Kind.ALERT,
    comrak.List: Kind.LIST,
    comrak.Item: Kind.ENTRY,
    comrak.TaskItem: Kind.TASK,
    comrak.CodeBlock: Kind.CODE_BLOCK,
    comrak.HtmlBlock: Kind.HTML_BLOCK,
    comrak.ThematicBreak: Kind.RULE,
    comrak.Table: Kind.TABLE,
    comrak.TableRow: Kind.ROW,
    comrak.TableCell: Kind.CELL,
    comrak.FootnoteDefinition: Kind.FOOTNOTE,
    comrak.Text: Kind.TEXT,
    comrak.Code: Kind.CODE,
    comrak.HtmlInline: Kind.HTML,
    comrak.SoftBreak: Kind.SOFT_BREAK,
    comrak.LineBreak: Kind.LINE_BREAK,
    comrak.Emph: Kind.EMPHASIS,
    comrak.Strong: Kind.STRONG,
    comrak.Strikethrough: Kind.STRUCK,
    comrak.Link: Kind.LINK,
    comrak.Image: Kind.IMAGE,
    comrak.FootnoteReference: Kind.FOOTNOTE_MARK,
}


class _Reader:
    """Makes our nodes of the engine's, with offsets instead of lines and columns."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._notes = 0
        # Where the cell starts that is being read.
        self._cell: int | None = None

    def node(self, given: comrak.AstNode, levels: int) -> Node:
        """A node of ours with all below it. Raises `TooComplex` if that is more than so many levels."""
        if not levels:
            raise TooComplex
        value, place = given.node_value, given.sourcepos
        start, end = place.start, place.end
        kind = _KINDS[type(value)]
        node = Node(kind, self._offset(start.line, start.column - 1), self._offset(end.line, end.column))
        _fill(node, value)
        if kind is Kind.FOOTNOTE:
            # They come at the end, in the order of their marks.
            self._notes += 1
            node.number = self._notes
        if kind is Kind.CELL:
            self._cell = node.offset
        node.children = [self.node(child, levels - 1) for child in given.children]
        if kind is Kind.CELL:
            self._cell = None
        return node

    def _offset(self, line: int, column: int) -> int:
        offset = self._starts[line - 1] + column
        if self._cell is not None:
            # The engine has taken the backslash out of each "\|" in the cell before it counts.
            at = self._text.find("\\|", self._cell, offset + 1)
            while at >= 0:
                offset += 1
                at = self._text.find("\\|", at + 2, offset + 1)
        return offset


def _fill(node: Node, value: comrak.NodeValue) -> None:  # type: ignore[type-arg]
    """Take over what the engine says of a node besides its kind and place."""
    match value:
        case comrak.Text() | comrak.HtmlInline():
            node.literal = value.value
        case comrak.Code() | comrak.CodeBlock() | comrak.HtmlBlock():
            node.literal = value.value.literal
        case comrak.Link() | comrak.Image():
            node.target, node.title = value.value.url, value.value.title
        case comrak.Heading():
            node.number = value.value.level
        case comrak.List():
            node.is_set = value.value.tight
            if value.value.list_type == comrak.ListType.Ordered:
                node.number = value.value.start
        case comrak.TaskItem():
            node.is_set = value.value.symbol is not None
        case comrak.Table():
            node.number = value.value.num_columns
        case comrak.TableRow():
            node.is_set = value.value
        case comrak.FootnoteDefinition():
            node.target = value.value.name
        case comrak.FootnoteReference():
            node.target, node.number = value.value.name, value.value.ix
        case comrak.Alert():
            node.title = next(
                name for name in ALERTS if getattr(comrak.AlertType, name.capitalize()) == value.value.alert_type
            )
            node.literal = value.value.title or ""
