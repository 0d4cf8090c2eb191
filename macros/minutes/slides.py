"""What stands on the slides of a presentation, in their order, and in the notes of the speaker.

A walk of our own: python-pptx unpacks a whole file before a limit could be set, and brings a library for workbooks along.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from macros.minutes.archive import POWERPOINT, Archive, Part, unpacked
from macros.minutes.blocks import Block, Cell, Entry, Paragraph, Table, Words
from macros.minutes.elements import child, children, name_of, value

_TITLES = ("title", "ctrTitle")
# Placeholders that say the same on every slide.
_FURNITURE = ("dt", "ftr", "sldNum", "hdr", "sldImg")
_MOST_SLIDES = 300


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: its title, what else stands on it, what the speaker's notes say, and what its links lead to."""

    title: str
    blocks: Sequence[Block]
    notes: str
    pictures: int


def slides_in(content: bytes) -> list[Slide]:
    """The slides of a file that are shown. Raises `Refused`."""
    return unpacked(content, POWERPOINT, _slides)


def _slides(archive: Archive) -> list[Slide]:
    main = archive.main
    # The attribute without a namespace is another number.
    ids = [
        next((text for key, text in one.attrib.items() if key.endswith("}id")), "") for one in _all(main.root, "sldId")
    ]
    parts = [archive.part(main.inside[one][1]) for one in ids[:_MOST_SLIDES] if one in main.inside]
    return [_slide(part, archive) for part in parts if value(part.root, "show") != "0"]


def _slide(part: Part, archive: Archive) -> Slide:
    title, blocks, pictures = "", list[Block](), 0
    for shape in _shapes(part.root):
        kind = next((value(one, "type") for one in _all(shape, "ph")), None)
        if name_of(shape) == "pic":
            pictures += 1
        elif kind in _TITLES and not title:
            title = " ".join(one.text for one in _paragraphs(shape, part, is_list=False) if one.text)
        elif name_of(shape) == "graphicFrame":
            blocks += [_table(one, part) for one in _all(shape, "tbl")]
        elif kind not in _FURNITURE:
            # The text of a placeholder is a list unless it says otherwise.
            blocks += _paragraphs(shape, part, is_list=kind in ("body", "obj", "") and kind is not None)
    return Slide(
        " ".join(title.split()),
        [one for one in blocks if isinstance(one, Table) or one.text],
        _notes(part, archive),
        pictures,
    )


def _shapes(root: Any) -> Iterator[Any]:
    """The shapes of a slide in their order, those in groups too."""
    tree = next(_all(root, "spTree"), root)
    yield from (one for one in tree.iter() if name_of(one) in ("sp", "pic", "graphicFrame"))


def _paragraphs(shape: Any, part: Part, *, is_list: bool) -> list[Paragraph]:
    found = []
    for element in (one for one in shape.iter() if name_of(one) == "p"):
        properties = child(element, "pPr")
        level = value(properties, "lvl")
        signs = {name_of(one) for one in (() if properties is None else properties)}
        has_sign = bool(signs & {"buChar", "buAutoNum"}) or (is_list and "buNone" not in signs)
        entry = Entry(int(level) if level.isdecimal() else 0, "buAutoNum" in signs) if has_sign else None
        found.append(Paragraph([*_words(element, part)], entry=entry))
    return found


def _words(paragraph: Any, part: Part) -> Iterator[Words]:
    for run in paragraph:
        if name_of(run) == "br":
            yield Words("\n")
        elif name_of(run) in ("r", "fld"):
            properties = child(run, "rPr")
            target = part.links.get(value(child(properties, "hlinkClick"), "id"), "")
            text = "".join(one.text or "" for one in children(run, "t"))
            yield Words(text.replace("\v", "\n"), bold=value(properties, "b") == "1", target=target)


def _table(element: Any, part: Part) -> Table:
    rows = [
        [Cell(_paragraphs(cell, part, is_list=False)) for cell in children(row, "tc")]
        for row in children(element, "tr")
    ]
    width = max(map(len, rows), default=0)
    return Table([[*row, *[Cell(())] * (width - len(row))] for row in rows])


def _notes(part: Part, archive: Archive) -> str:
    names = [name for kind, name in part.inside.values() if kind.endswith("/notesSlide")]
    said = []
    for name in names[:1]:
        notes = archive.part(name)
        for shape in _shapes(notes.root):
            if next((value(one, "type") for one in _all(shape, "ph")), "") == "body":
                said += [one.text for one in _paragraphs(shape, notes, is_list=False) if one.text]
    return " ".join(said)


def _all(root: Any, name: str) -> Iterator[Any]:
    return (one for one in root.iter() if name_of(one) == name)
