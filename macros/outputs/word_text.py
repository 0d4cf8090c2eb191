"""The text of a record in a Word document, with everything that its page has."""

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from docx.oxml.ns import qn
from docx.shared import Inches, Mm, Pt, Twips
from docx.text.paragraph import Paragraph

from macros.outputs.text_origin import TextOrigin
from macros.outputs.word_document import make_link
from macros.outputs.word_footnotes import Footnotes
from macros.outputs.word_lists import BOXES, BULLETS, INDENT, numbers, set_entry
from macros.outputs.word_styles import (
    BOX_STYLE,
    BULLET_STYLE,
    CODE_BLOCK_STYLE,
    CODE_STYLE,
    CONTINUED_STYLE,
    FOOTNOTE_STYLE,
    LINK_STYLE,
    NOTE_STYLE,
    NOTE_TITLE_STYLE,
    NUMBER_STYLE,
    QUOTE_STYLE,
    RULE_STYLE,
)
from macros.outputs.word_tables import add_text_table
from macros.source.document import CONTROL
from macros.source.gfm import NO_NUMBER, Kind, Node

# The deepest heading in Word.
_DEEPEST = 9
# The blocks that are a paragraph, so that a bullet, a number or a mark can stand before them.
_PARAGRAPHS = (Kind.PARAGRAPH, Kind.HEADING, Kind.CODE_BLOCK)
# The styles that are indented once.
_INDENTED = (CONTINUED_STYLE, QUOTE_STYLE, NOTE_STYLE, NOTE_TITLE_STYLE)
_BLANK = re.compile(r"[ \t\n]+")
# What browsers show a picture at, and the most that fits on a page.
_PIXELS_PER_INCH = 96
_MOST_WIDE, _MOST_HIGH = Mm(165), Mm(230)
_UNREADABLE = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError)
_SIGNS = {True: "☒ ", False: "☐ "}
_SAID = {True: "Done: ", False: "To do: "}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block is written: in what, in which style, indented how far, and in how many lists.

    - `entry`: the list that its paragraph is an entry of.
    - `opening`: writes what comes before its first words.
    """

    container: Any
    style: str | None = None
    indents: int = 0
    lists: int = 0
    entry: int | None = None
    opening: Callable[[Paragraph], None] | None = None


@dataclass(frozen=True, slots=True)
class _Look:
    """How words look."""

    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    style: str | None = None


def add_text(document: Any, text: Node, origin: TextOrigin, heading: str, level: int) -> None:
    """Add a text at the end of a document, below a heading of a level.

    Its own headings start one level below that. `text` is the whole tree.
    """
    _Writer(document, text, origin, heading, level).write(text)


class _Writer:
    def __init__(self, document: Any, text: Node, origin: TextOrigin, heading: str, level: int) -> None:
        self._document = document
        self._origin = origin
        # The words of the latest heading, which a table is named after.
        self._heading = heading
        self._level = level
        # A note may be written twice under one name. The page shows both.
        self._notes: dict[str, list[Node]] = {}
        for node in text.children:
            if node.kind is Kind.FOOTNOTE:
                self._notes.setdefault(node.target, []).extend(node.children)
        self._footnotes = Footnotes(document)
        # The names of notes that stand in brackets in another note.
        self._in_brackets: set[str] = set()

    def write(self, text: Node) -> None:
        whole = _Place(self._document._body)
        self._blocks(text.children, whole)
        # Notes that only notes mention.
        for name in self._notes:
            if not self._footnotes.has(name) and name not in self._in_brackets:
                self._mark(self._paragraph(whole), name, _Look())

    def _blocks(self, blocks: Sequence[Node], place: _Place, first: _Place | None = None) -> None:
        """Write blocks. The first of them goes to the place `first`, which may be marked as an entry."""
        if first and not (blocks and blocks[0].kind in _PARAGRAPHS):
            self._paragraph(first)
            first = None
        for node in blocks:
            self._block(node, first or place)
            first = None

    def _block(self, node: Node, place: _Place) -> None:
        match node.kind:
            case Kind.PARAGRAPH:
                self._words(self._paragraph(place), node)
            case Kind.HEADING:
                # The headings of a text start at level 2: level 1 is that of its page.
                level = max(self._level + node.number - 1, self._level + 1)
                self._words(self._paragraph(place, f"Heading {min(level, _DEEPEST)}"), node)
                self._heading = _clean(node.words())
            case Kind.LIST:
                self._list(node, place)
            case Kind.QUOTE:
                self._blocks(node.children, replace(place, style=QUOTE_STYLE, indents=place.indents + 1))
            case Kind.ALERT:
                inside = replace(place, style=NOTE_STYLE, indents=place.indents + 1)
                self._paragraph(inside, NOTE_TITLE_STYLE).add_run(node.title.capitalize())
                self._blocks(node.children, inside)
            case Kind.CODE_BLOCK:
                # Word keeps its spaces and line breaks.
                self._paragraph(place, CODE_BLOCK_STYLE).add_run(CONTROL.sub("", node.literal.strip("\n")))
            case Kind.TABLE:
                add_text_table(place.container, node, self._heading, place.indents, self._words)
            case Kind.RULE:
                self._paragraph(place, RULE_STYLE)

    def _list(self, node: Node, place: _Place) -> None:
        inside = replace(place, style=CONTINUED_STYLE, indents=place.indents + 1, lists=place.lists + 1)
        is_numbered = node.number != NO_NUMBER
        style = NUMBER_STYLE if is_numbered else BULLET_STYLE
        entries = numbers(self._document, place.lists, node.number) if is_numbered else BULLETS
        for entry in node.children:
            first = replace(inside, style=style, entry=entries)
            if entry.kind is Kind.TASK:
                own = entries if is_numbered else BOXES
                first = replace(first, entry=own, opening=partial(_box, is_done=entry.is_set))
            self._blocks(entry.children, inside, first)

    def _paragraph(self, place: _Place, style: str | None = None) -> Paragraph:
        """A new paragraph, in the style of its place if not in another."""
        style = style or place.style
        paragraph: Paragraph = place.container.add_paragraph(style=style)
        form = paragraph.paragraph_format
        above = paragraph._p.getprevious()
        if above is not None and above.tag == qn("w:tbl"):
            form.space_before = Pt(6)
        if place.entry is not None:
            set_entry(paragraph, place.entry, place.lists - 1)
        # An entry is indented by its list, which does not know of quotations around it.
        indented = place.lists if place.entry is not None else int(style in _INDENTED)
        if place.indents != indented:
            form.left_indent = Twips(INDENT * place.indents)
            form.first_line_indent = Twips(-INDENT) if place.entry is not None else None
        if place.opening:
            place.opening(paragraph)
        return paragraph

    def _words(self, paragraph: Paragraph, parent: Node, look: _Look = _Look()) -> None:
        """Write the words of a block or a part of a line."""
        for node in parent.children:
            match node.kind:
                case Kind.TEXT:
                    _run(paragraph, _clean(node.literal), look)
                case Kind.CODE:
                    _run(paragraph, CONTROL.sub("", node.literal), replace(look, style=look.style or CODE_STYLE))
                case Kind.SOFT_BREAK:
                    _run(paragraph, " ", look)
                case Kind.LINE_BREAK:
                    paragraph.add_run().add_break()
                case Kind.EMPHASIS:
                    self._words(paragraph, node, replace(look, italic=True))
                case Kind.STRONG:
                    self._words(paragraph, node, replace(look, bold=True))
                case Kind.STRUCK:
                    self._words(paragraph, node, replace(look, struck=True))
                case Kind.LINK:
                    self._link(paragraph, node, look)
                case Kind.IMAGE:
                    self._picture(paragraph, node, look)
                case Kind.FOOTNOTE_MARK:
                    self._mark(paragraph, node.target, look)

    def _link(self, paragraph: Paragraph, node: Node, look: _Look) -> None:
        address = self._origin.address(node.target)
        start = len(paragraph._p)
        self._words(paragraph, node, replace(look, style=LINK_STYLE) if address else look)
        if address:
            make_link(paragraph, start, address, node.title)

    def _picture(self, paragraph: Paragraph, node: Node, look: _Look) -> None:
        """Write a picture with its alternative text, or only that if Word cannot show it, as is the case with WebP."""
        alternative = _clean(node.words())
        content = self._origin.file(node.target)
        try:
            image = Image.from_blob(content)
        except _UNREADABLE:
            _run(paragraph, f"[{alternative}]", look)
            return
        wide, high = (Inches(max(pixels, 1) / _PIXELS_PER_INCH) for pixels in (image.px_width, image.px_height))
        scale = min(1, _MOST_WIDE / wide, _MOST_HIGH / high)
        shape = paragraph.add_run().add_picture(io.BytesIO(content), round(wide * scale), round(high * scale))
        shape._inline.docPr.set("descr", alternative)

    def _mark(self, paragraph: Paragraph, name: str, look: _Look) -> None:
        """Write the mark of a note, and at the first mark the note."""
        blocks, is_in_note = self._notes[name], paragraph.part is not self._document.part
        if is_in_note and not self._footnotes.has(name):
            # Word has no notes on notes.
            _run(paragraph, f" ({_clean(' '.join(block.words() for block in blocks))})", look)
            self._in_brackets.add(name)
        elif footnote := self._footnotes.mark(paragraph, name):
            place = _Place(footnote, FOOTNOTE_STYLE)
            self._blocks(blocks, place, replace(place, opening=footnote.add_own_mark))
            footnote.close()


def _box(paragraph: Paragraph, is_done: bool) -> None:
    """Write the box of a task, and in words what it says."""
    paragraph.add_run(_SIGNS[is_done], BOX_STYLE)
    paragraph.add_run(_SAID[is_done])


def _run(paragraph: Paragraph, words: str, look: _Look) -> None:
    run = paragraph.add_run(words, look.style)
    run.bold, run.italic, run.font.strike = look.bold, look.italic, look.struck


def _clean(words: str) -> str:
    """Words without line breaks. A text may have character references for control characters, which no document can hold."""
    return CONTROL.sub("", _BLANK.sub(" ", words))
