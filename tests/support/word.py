"""A Word document as a person sees it: what stands before each paragraph, what a link leads to, what is said at the foot."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import PartFactory
from docx.oxml.ns import qn
from docx.parts.story import StoryPart
from docx.text.paragraph import Paragraph

# By itself, python-docx reads footnotes as bytes.
PartFactory.part_type_for[CONTENT_TYPE.WML_FOOTNOTES] = StoryPart


def opened(content: bytes) -> Any:
    """The document in a file."""
    return Document(io.BytesIO(content))


def lines(document: Any) -> list[str]:
    """A line for each paragraph: indented by its level and after its bullet or number if it is in a list, and a line for each row."""
    numbering = _Numbering(document)
    seen = []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            seen.append(numbering.label(block) + block.text)
        else:
            seen.extend(" | ".join(cell.text for cell in row.cells) for row in block.rows)
    return seen


def styled(document: Any) -> list[tuple[str, str]]:
    """The style and the words of each paragraph outside tables."""
    return [(one.style.name, one.text) for one in document.paragraphs]


def links(document: Any) -> list[tuple[str, str]]:
    """The words and the whole address of each link outside tables and notes."""
    return [(link.text, link.url) for one in document.paragraphs for link in one.hyperlinks]


def notes(document: Any) -> dict[int, str]:
    """The words of each footnote by its id."""
    return {
        number: "\n".join(one.text for one in paragraphs) for number, paragraphs in note_paragraphs(document).items()
    }


def note_paragraphs(document: Any) -> dict[int, list[Paragraph]]:
    """The paragraphs of each footnote by its id."""
    try:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES)
    except KeyError:
        return {}
    found = {int(note.get(qn("w:id"))): list(note.iter(qn("w:p"))) for note in part.element}
    return {number: [Paragraph(one, part) for one in ones] for number, ones in found.items() if number > 0}


class _Numbering:
    """Counts as Word does: the entries of all lists with one definition together, unless a list starts anew."""

    def __init__(self, document: Any) -> None:
        self._root = document.part.numbering_part.element
        self._styles = document.styles
        self._counts: dict[int, dict[int, int]] = defaultdict(dict)
        self._begun: set[int] = set()

    def label(self, paragraph: Paragraph) -> str:
        """What stands before a paragraph: nothing, a bullet or a number, after two spaces for each level."""
        found = [*_entries(paragraph)]
        if not found:
            return ""
        number, level = found[0]
        of_list = self._root.num_having_numId(number)
        kind = of_list.abstractNumId.val
        [defined] = self._root.xpath(f'w:abstractNum[@w:abstractNumId="{kind}"]/w:lvl[@w:ilvl="{level}"]')
        sign = defined.find(qn("w:lvlText")).get(qn("w:val"))
        counts = self._counts[kind]
        first = of_list.xpath(f'w:lvlOverride[@w:ilvl="{level}"]/w:startOverride/@w:val')
        if first and number not in self._begun:
            counts[level] = int(first[0]) - 1
        self._begun.add(number)
        counts[level] = counts.get(level, 0) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        sign = sign.replace(f"%{level + 1}", str(counts[level])).strip()
        return "  " * level + (f"{sign} " if sign else "")


def _entries(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """The list and level that a paragraph says it is in, before those of its style."""
    for properties in (paragraph._p.pPr, paragraph.style.element.pPr):  # type: ignore[union-attr]
        entry: Any = properties.numPr if properties is not None else None
        if entry is not None:
            yield entry.numId.val, entry.ilvl.val if entry.ilvl is not None else 0
