"""The body of a record: its headings, links, images, and anything that is not plain Markdown."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from macros.source.anchors import anchor
from macros.source.gfm import Kind, Node, TooComplex, parse, parse_and_find
from macros.source.invisible import says_something

# What is left over from a mistyped link, footnote, note or heading. A backslash before it says that it is meant.
_LEFTOVER = re.compile(
    r"(?<!\\)(?:\[\^[^\]\n]{0,100}\]|\[![A-Za-z]+\]|\[[^\[\]]+(?<!\\)\](?:\[[^\]]*\]| ?\()"
    r"|\[\[(?=[^\[\]\n]*[^\W\d_])[^\[\]\n]+\]\]|\([^()\n]+\)\[(?:https?:|mailto:|www\.|[^\s\[\]]{1,200}\.md\b)[^\s\[\]]*\])"
    r"|(?:^|(?<=> ))(?:(?:!!!|\?\?\?)\+? ?[a-z]+(?=[ \t]*$| \")|#{2,6}(?=\w))",
    re.MULTILINE,
)
# Prose has brackets side by side too, such as "[sic] (see above)".
_ADDRESS = re.compile(r"(?:https?:|mailto:|www\.|[#/]|\.{1,2}/|[^\s()]{1,200}\.(?:md\b|[a-z]+/))[^\s()]{0,2000}\)")
_MARKS = ("[", "<", "!!!", "???", "{:")
# Every text with headings has this sign, but few have a word right after it.
_HEADING_MARK = "##"
_NO_SPACE_AFTER = re.compile(rf"{_HEADING_MARK}\w")
# HTML that is none, and the attributes of other Markdown: readers would see them.
_CODE_OF_PAGES = re.compile(r"(?<!\\)<[A-Za-z/!?][^\s>]*|\{:[^}\n]*\}?")
_WANTED = frozenset({Kind.HEADING, Kind.LINK, Kind.IMAGE, Kind.HTML_BLOCK, Kind.HTML, Kind.ALERT, Kind.TABLE})
# What has the words of a text that readers see.
_IN_WORDS = frozenset({Kind.CODE_BLOCK, Kind.CODE, Kind.TEXT, Kind.FOOTNOTE_MARK})
_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, and where it starts in the body."""

    level: int
    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link, and where its target starts in the body. `is_bare` if it has no words that can be seen and no image."""

    target: str
    offset: int
    is_bare: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """An image, its text alternative, and where it is in the body."""

    source: str
    alternative: str
    offset: int


@dataclass(frozen=True, slots=True)
class Construct:
    """Something in the body that a rule has to look at, as it is written."""

    snippet: str
    offset: int


@dataclass(slots=True)
class Body:
    """The parts of a body that the rules look at.

    `constructs` is raw HTML and lists of attributes, `leftovers` what is left over from mistyped Markdown, `lost_cells` are
    cells for which a table has no column.
    """

    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    constructs: list[Construct] = field(default_factory=list)
    leftovers: list[Construct] = field(default_factory=list)
    lost_cells: list[Construct] = field(default_factory=list)
    is_too_complex: bool = False


def read_body(text: str) -> Body:
    """The parts of the body `text`; only `is_too_complex` is set if it is."""
    try:
        return read_text(text)[1]
    except TooComplex:
        return Body(is_too_complex=True)


def read_text(text: str) -> tuple[Node, Body]:
    """The tree of a text, and its parts. Raises `TooComplex`."""
    tree, found = parse_and_find(text, _WANTED, (*_MARKS, _HEADING_MARK) if _NO_SPACE_AFTER.search(text) else _MARKS)
    body = Body()
    for node in found:
        _add(node, text, body)
    return tree, body


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph: its words, where they start in the body, and what stands before them, such as "> "."""

    text: str
    offset: int
    before: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines of a paragraph. They `run_together` if it has no line breaks, and nothing in it spans two lines."""

    lines: list[Line]
    run_together: bool


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of a text; none if it is too complex."""
    try:
        _, nodes = parse_and_find(text, frozenset({Kind.PARAGRAPH}))
    except TooComplex:
        return
    for node in nodes:
        lines = list(_lines(text, node.offset, node.end))
        breaks = sum(child.kind is Kind.SOFT_BREAK for child in node.children)
        yield Paragraph(lines, run_together=breaks == len(lines) - 1)


def _lines(text: str, offset: int, end: int) -> Iterator[Line]:
    # Where the paragraph starts, a sign of Markdown may stand before it.
    before = text[text.rfind("\n", 0, offset) + 1 : offset]
    for number, line in enumerate(text[offset:end].split("\n")):
        words = line.lstrip(" \t>") if number else line
        before = line[: len(line) - len(words)] if number else before
        yield Line(words, offset + len(line) - len(words), before)
        offset += len(line) + 1


def not_in_words(pattern: re.Pattern[str], body: str) -> tuple[Node | None, Sequence[re.Match[str]]]:
    """The tree of a body, and the matches of a pattern whose first group is not among the words that readers see.

    There is no tree and no match if the body has no match at all, or is too complex.
    """
    found = list(pattern.finditer(body))
    try:
        tree = parse(body) if found else None
    except TooComplex:
        tree = None
    if tree is None:
        return None, ()
    words = sorted((node.offset, node.end) for node in tree.walk() if node.kind in _IN_WORDS)

    def is_said(place: int) -> bool:
        before = bisect(words, (place, len(body)))
        return before > 0 and place < words[before - 1][1]

    return tree, [match for match in found if not is_said(match.start(1))]


def anchors(body: Body, names: Iterable[str] = ()) -> list[str]:
    """The addresses of the headings of a body on its page, in order. Other parts of the page have these `names`."""
    taken = dict.fromkeys(names, 0)
    return [anchor(heading.text, taken) for heading in body.headings]


def _add(node: Node, text: str, body: Body) -> None:
    """Add what a node is to the parts of a body."""
    match node.kind:
        case Kind.TEXT:
            body.leftovers.extend(one for one in _found(_LEFTOVER, text, node) if _is_meant(one, text))
            body.constructs.extend(_found(_CODE_OF_PAGES, text, node))
        case Kind.HEADING:
            body.headings.append(Heading(node.number, node.words().strip(), node.offset))
        case Kind.LINK:
            is_bare = not says_something(node.words()) and not any(one.kind is Kind.IMAGE for one in node.walk())
            body.links.append(Link(node.target, _target(text, node), is_bare))
        case Kind.IMAGE:
            body.images.append(Image(node.target, node.words(), _target(text, node)))
        case Kind.HTML_BLOCK | Kind.HTML:
            body.constructs.append(Construct(node.literal.strip().partition("\n")[0], node.offset))
        case Kind.ALERT if node.literal:
            at = text.find("[!", node.offset)
            body.leftovers.append(Construct(text[at : text.find("\n", at)], at))
        case Kind.TABLE:
            for row in node.children:
                body.lost_cells.extend(_lost_cells(text, row, node.number))


def _found(pattern: re.Pattern[str], text: str, node: Node) -> Iterator[Construct]:
    for match in pattern.finditer(text, node.offset, node.end):
        yield Construct(match.group(), match.start())


def _is_meant(leftover: Construct, text: str) -> bool:
    """Whether a leftover was meant to do something: with a space between its halves, a link has an address."""
    end = leftover.offset + len(leftover.snippet)
    return not leftover.snippet.endswith("] (") or _ADDRESS.match(text, end) is not None


def _target(text: str, node: Node) -> int:
    """Where the target of a link or image is written; where the link starts, if it is written differently."""
    inside = node.children[-1].end if node.children else node.offset
    at = text.find("](", inside, node.end)
    if at >= 0:
        written = text[at + 2 : node.end]
        return at + 2 + len(written) - len(written.lstrip(" \t\n<"))
    if text[node.offset] in "[!" and (defined := re.search(rf"(?<=\]:)[ \t\n]*<?{re.escape(node.target)}", text)):
        return defined.end() - len(node.target)
    return node.offset + (text[node.offset] == "<")


def _lost_cells(text: str, row: Node, columns: int) -> Iterator[Construct]:
    """The cells of a row for which its table has no column."""
    # The row ends where the cells end that are shown.
    line_end = text.find("\n", row.offset)
    line = text[row.offset : line_end if line_end >= 0 else len(text)].rstrip()
    cells = list(pairwise([0, *(match.end() for match in _BETWEEN_CELLS.finditer(line)), len(line) + 1]))
    if line.startswith("|"):
        del cells[0]
    if cells[-1][0] == len(line):
        del cells[-1]
    for start, end in cells[columns:]:
        cell = line[start : end - 1]
        if cell.strip():
            yield Construct(cell.strip(), row.offset + start + len(cell) - len(cell.lstrip()))
