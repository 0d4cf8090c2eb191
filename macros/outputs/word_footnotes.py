"""Footnotes of Word documents, which python-docx does not have."""

from typing import Any

from docx.blkcntnr import BlockItemContainer
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.story import StoryPart
from docx.text.paragraph import Paragraph

from macros.outputs.word_document import add_field
from macros.outputs.word_styles import FOOTNOTE_MARK_STYLE, FOOTNOTE_STYLE

# The lines between a text and its notes are notes too, with ids before those of the others.
_LINES = {-1: "separator", 0: "continuationSeparator"}


class Footnotes:
    """The footnotes of a document, with ids from 1 on. There are none until the first is added."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._part: StoryPart | None = None
        self._ids: dict[str, int] = {}

    def has(self, name: str) -> bool:
        """Whether there is a mark of the note with this name."""
        return name in self._ids

    def mark(self, paragraph: Paragraph, name: str) -> "Footnote | None":
        """Add the mark of a note at the end of a paragraph. Gives the note to write and close, if this is its first mark.

        Word counts notes by their first marks. Further marks say the number of the first.
        """
        if name in self._ids:
            number = str(self._ids[name])
            field = add_field(paragraph, f" NOTEREF note_{number} \\f \\h ", number, FOOTNOTE_MARK_STYLE)
            # Some programs do not look into styles.
            field.font.superscript = True
            return None
        if self._part is None:
            self._part = _new_part(self._document)
        self._ids[name] = len(self._ids) + 1
        number = str(self._ids[name])
        start, end = (OxmlElement(f"w:bookmark{side}", {qn("w:id"): number}) for side in ("Start", "End"))
        start.set(qn("w:name"), f"note_{number}")
        run = paragraph.add_run(style=FOOTNOTE_MARK_STYLE)._r
        run.append(OxmlElement("w:footnoteReference", {qn("w:id"): number}))
        run.addprevious(start)
        run.addnext(end)
        return Footnote(self._part, self._ids[name])


class Footnote(BlockItemContainer):
    """A note that is being written, like the body of a document or a cell of a table."""

    def __init__(self, part: StoryPart, note: int) -> None:
        # python-docx has no element for a note. Headers have the same content.
        super().__init__(OxmlElement("w:hdr"), part)
        self._part, self._note = part, note

    def add_own_mark(self, paragraph: Paragraph) -> None:
        """Add the number of the note at the end of a paragraph."""
        paragraph.add_run(style=FOOTNOTE_MARK_STYLE)._r.append(OxmlElement("w:footnoteRef"))
        paragraph.add_run(" ")

    def close(self) -> None:
        """Put what was written into the document."""
        if not len(self._element) or self._element[-1].tag != qn("w:p"):
            self.add_paragraph(style=FOOTNOTE_STYLE)
        note = OxmlElement("w:footnote", {qn("w:id"): str(self._note)})
        note.extend(list(self._element))
        self._part.element.append(note)


def _new_part(document: Any) -> StoryPart:
    lines = "".join(
        f'<w:footnote w:type="{line}" w:id="{number}"><w:p><w:r><w:{line}/></w:r></w:p></w:footnote>'
        for number, line in _LINES.items()
    )
    content = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}>{lines}</w:footnotes>")
    package = document.part.package
    part = StoryPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, content, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    known = "".join(f'<w:footnote w:id="{number}"/>' for number in _LINES)
    settings = parse_xml(f"<w:footnotePr {nsdecls('w')}>{known}</w:footnotePr>")
    document.settings.element.find(qn("w:compat")).addprevious(settings)
    return part
