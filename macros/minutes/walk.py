"""Walks through the XML of a Word file, and misses no word of what is accepted: the libraries that we tried all lose some.

What was tried, and what each loses, is in docs/decisions/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from macros.minutes.archive import Part
from macros.minutes.blocks import Aside, Block, Cell, Paragraph, Table, WordFile, Words
from macros.minutes.elements import child, children, is_on, name_of, value
from macros.minutes.emphasis import without_idle_bold
from macros.minutes.grid import AROUND, MOST_COLUMNS, cells, number, rows
from macros.minutes.messages import said
from macros.minutes.package import Package
from macros.minutes.signs import NO, SIGNS, YES
from macros.minutes.styles import Styles

# What is not in the accepted view, or says how something looks.
_DROPPED = {
    *(
        "del",
        "moveFrom",
        "delText",
        "delInstrText",
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "tblPr",
        "trPr",
        "tcPr",
        "tblGrid",
        "sectPr",
    ),
    *("customXmlPr", "smartTagPr", "rubyPr", "commentReference", "annotationRef", "softHyphen", "proofErr"),
}
_BREAKS = {"br", "cr"}
_PICTURES = {"drawing", "pict", "object"}
_LINK = re.compile(r'\bHYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))?(?:\s+\\l\s+"([^"]*)")?')
# A file may nest tables in tables, but no person does so more often.
_MOST_LEVELS = 12
_BOX = re.compile("[☐☑☒]")
# What Word 2007 and later show in a control that no one has filled in. What a template asks in words of its own is kept: a program that
# fills it in may leave the mark of a prompt (w:showingPlcHdr) beside the answer.
_PROMPTS = {
    "Click or tap here to enter text.",
    "Click here to enter text.",
    "Choose an item.",
    "Click or tap to enter a date.",
    "Click here to enter a date.",
    "Choose a building block.",
}


@dataclass
class _Field:
    """A field whose end was not seen yet: its code and, once its words begin, what they link to."""

    code: str = ""
    target: str = ""


def read(package: Package) -> WordFile:
    """What stands in a file."""
    styles = Styles(package)
    notes = {
        (kind[: -len("s")], value(note, "id")): _text([*_Walk(part, styles).blocks(note)])
        for kind, part in package.others
        if kind in ("footnotes", "endnotes")
        for note in part.root
        if value(note, "type") in ("", "normal")
    }
    main = _Walk(package.main, styles, notes)
    body = next((one for one in package.main.root if name_of(one) == "body"), package.main.root)
    blocks = without_idle_bold([*main.blocks(body)])
    asides: list[Aside] = []
    for kind, part in package.others:
        if kind == "comments":
            asides += [Aside(said("comment"), _text([*_Walk(part, styles).blocks(one)])) for one in part.root]
        elif kind in ("header", "footer"):
            where = said("top" if kind == "header" else "foot")
            asides.append(Aside(where, _text([*_Walk(part, styles).blocks(part.root)])))
    return WordFile(blocks, [one for one in dict.fromkeys(asides) if one.text], main.unread, package.saved)


def _text(blocks: list[Block]) -> str:
    return Cell(blocks).text


class _Walk:
    """A walk through one part."""

    def __init__(self, part: Part, styles: Styles, notes: Mapping[tuple[str, str], str] | None = None) -> None:
        self._part = part
        self._styles = styles
        self._notes = notes or {}
        self._fields: list[_Field] = []
        # What is left of a paragraph whose end was deleted, and the text boxes of the paragraph at hand.
        self._begun: list[Words] = []
        self._boxes: list[Any] = []
        self._depth = 0
        self.unread: list[str] = []

    def blocks(self, container: Any) -> Iterator[Block]:
        for element in container:
            match name_of(element):
                case "p":
                    yield from self._paragraph(element)
                case "tbl":
                    yield from self._table(element)
                case "AlternateContent":
                    yield from self.blocks(_branch(element))
                case "altChunk":
                    self.unread.append(said("unread-part"))
                case name if name in AROUND or name == "txbxContent":
                    yield from self.blocks(element)
        if self._begun:
            yield Paragraph(self._begun)
            self._begun = []

    def _paragraph(self, element: Any) -> Iterator[Block]:
        words = [*self._begun, *_joined(self._words(element, Words("")))]
        self._begun = []
        boxes, self._boxes = self._boxes, []
        if child(child(child(element, "pPr"), "rPr"), "del") is not None:
            self._begun = words
        else:
            yield Paragraph(words, self._styles.heading(element), self._styles.entry(element))
        for box in boxes:
            yield from self.blocks(box)

    def _words(self, element: Any, look: Words) -> Iterator[Words]:
        for one in element:
            name = name_of(one)
            if name == "r":
                yield from self._words(one, self._look(one, look))
            elif name == "t":
                yield self._said("" if one.text in _PROMPTS else one.text or "", look)
            elif name in ("tab", "ptab"):
                yield self._said("\t", look)
            elif name in _BREAKS:
                yield self._said("\n" if value(one, "type") in ("", "textWrapping") else " ", look)
            elif name == "noBreakHyphen":
                yield self._said("-", look)
            elif name == "sym":
                yield self._said(SIGNS.get(value(one, "char").upper()[-2:], ""), look)
            elif name in ("footnoteReference", "endnoteReference"):
                note = self._notes.get((name.removesuffix("Reference"), value(one, "id")))
                yield self._said(f" ({note})" if note else "", look)
            elif name == "fldChar":
                yield from self._field(one, look)
            elif name == "instrText":
                if self._fields:
                    self._fields[-1].code += one.text or ""
            elif name == "AlternateContent":
                yield from self._words(_branch(one), look)
            elif name in _PICTURES:
                self._picture(one)
            elif name == "sdt":
                yield from self._control(one, look)
            elif name == "hyperlink":
                yield from self._words(one, replace(look, target=self._target(one)))
            elif name == "fldSimple":
                yield from self._words(one, replace(look, target=_target_of(value(one, "instr")) or look.target))
            elif name not in _DROPPED:
                yield from self._words(one, look)

    def _look(self, run: Any, look: Words) -> Words:
        properties = child(run, "rPr")
        if properties is None:
            return look
        is_set = self._styles.is_set
        return replace(
            look,
            bold=is_set(properties, "b"),
            italic=is_set(properties, "i"),
            struck=is_set(properties, "strike") or is_set(properties, "dstrike"),
            underlined=is_set(properties, "u"),
        )

    def _said(self, text: str, look: Words) -> Words:
        target = next((one.target for one in reversed(self._fields) if one.target), look.target)
        return replace(look, text=text, target=target)

    def _field(self, mark: Any, look: Words) -> Iterator[Words]:
        kind = value(mark, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
            data = child(mark, "ffData")
            box, entries = child(data, "checkBox"), child(data, "ddList")
            if entries is not None:
                yield self._said(_chosen(entries), look)
            if box is not None:
                state = child(box, "checked")
                state = child(box, "default") if state is None else state
                yield self._said(YES if state is not None and is_on(state) else NO, look)
        elif kind == "separate" and self._fields:
            self._fields[-1].target = _target_of(self._fields[-1].code)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _control(self, control: Any, look: Words) -> Iterator[Words]:
        """The words of a content control. What is ticked is known from its state, whatever stands there."""
        box = child(child(control, "sdtPr"), "checkbox")
        content = child(control, "sdtContent")
        words = [] if content is None else [*self._words(content, look)]
        if box is None:
            yield from words
            return
        state = child(box, "checked")
        sign = YES if state is not None and is_on(state) else NO
        text = "".join(one.text for one in words)
        yield self._said(_BOX.sub(sign, text, count=1) if _BOX.search(text) else f"{sign} {text}", look)

    def _target(self, link: Any) -> str:
        target = self._part.links.get(value(link, "id"), "")
        anchor = value(link, "anchor")
        return f"{target}#{anchor}" if target and anchor else target

    def _picture(self, picture: Any) -> None:
        boxes = [one for one in picture.iter() if name_of(one) == "txbxContent"]
        inner = {id(below) for one in boxes for below in one.iter() if below is not one}
        self._boxes += [one for one in boxes if id(one) not in inner]
        if not boxes:
            described = next((value(one, "descr") for one in picture.iter() if name_of(one) == "docPr"), "")
            words = " ".join(described.split())
            self.unread.append(said("unread-described", words=words) if words else said("unread-picture"))

    def _table(self, element: Any) -> Iterator[Block]:
        self._depth += 1
        if self._depth > _MOST_LEVELS:
            raise RecursionError
        found: list[list[Cell]] = []
        for row in rows(element):
            if child(child(row, "trPr"), "del") is None:
                found.append(self._row(row, found[-1] if found else []))
        self._depth -= 1
        if found:
            width = max(map(len, found))
            yield Table([[*row, *[Cell(())] * (width - len(row))] for row in found])

    def _row(self, row: Any, above: list[Cell]) -> list[Cell]:
        """The cells of a row by the columns of the table, so that one merged with others stands in the first of them."""
        made = [Cell(())] * number(child(child(row, "trPr"), "gridBefore"), 0)
        for cell in cells(row):
            properties = child(cell, "tcPr")
            if child(properties, "cellDel") is not None:
                continue
            merged = child(properties, "vMerge")
            blocks = tuple(self.blocks(cell))
            if merged is not None and value(merged) != "restart" and not Cell(blocks).text and len(made) < len(above):
                made.append(Cell(above[len(made)].blocks, is_repeated=True))
            else:
                made.append(Cell(blocks))
            made += [Cell(())] * (number(child(properties, "gridSpan"), 1) - 1)
        return made[:MOST_COLUMNS]


def _branch(alternatives: Any) -> Any:
    """The one of several forms of the same thing that has words, the newest first."""
    branches = [one for one in alternatives if name_of(one) in ("Choice", "Fallback")]
    with_words = (one for one in branches if any(name_of(below) == "t" for below in one.iter()))
    return next(with_words, branches[0] if branches else alternatives)


def _chosen(entries: Any) -> str:
    """What Word shows of a list to choose from: the entry that was chosen, or that it started with, or the first."""
    names = {f"{number}": value(one) for number, one in enumerate(children(entries, "listEntry"))}
    return names.get(value(child(entries, "result")) or value(child(entries, "default")) or "0", "")


def _target_of(code: str) -> str:
    """What the code of a field links to; empty if it is no link, or one within the file."""
    match = _LINK.search(code)
    target = (match[1] or match[2] or "") if match else ""
    return f"{target}#{match[3]}" if match and target and match[3] else target


def _joined(words: Iterator[Words]) -> Iterator[Words]:
    """Words that look alike as one: Word cuts a sentence into many."""
    before: Words | None = None
    for one in words:
        if not one.text:
            continue
        if before is not None and replace(before, text="") == replace(one, text=""):
            before = replace(before, text=before.text + one.text)
        else:
            if before is not None:
                yield before
            before = one
    if before is not None:
        yield before
