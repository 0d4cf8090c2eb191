"""The tables of a text in a Word document."""

from collections.abc import Callable, Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from macros.outputs.word_document import add_row, add_table, header_cells
from macros.outputs.word_lists import INDENT
from macros.outputs.word_styles import CELL_STYLE
from macros.source.gfm import Node

# As much as there is between the margins, in millimetres.
_WHOLE = 170.0
# In characters: what a column needs, and more than this does not widen it.
_LEAST, _MOST = 6, 40
_ALIGNED = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}
_TWENTIETHS_PER_MM = 56.7


def add_text_table(
    container: Any, table: Node, description: str, indents: int, write: Callable[[Paragraph, Node], None]
) -> None:
    """Add a table. `write` writes the words of a cell."""
    if _ends_with_table(container):
        # Word would make one table of the two.
        container.add_paragraph(style=CELL_STYLE)
    whole = _WHOLE - indents * INDENT / _TWENTIETHS_PER_MM
    added = add_table(container, _widths(table, whole), description)
    if indents:
        indent = OxmlElement("w:tblInd", {qn("w:w"): str(indents * INDENT), qn("w:type"): "dxa"})
        added._tbl.tblPr.insert_element_before(indent, "w:tblLayout", "w:tblLook")
    alignments = [_ALIGNED.get(name) for name in table.title.split()]
    for row in table.children:
        cells = header_cells(added) if row.is_set else add_row(added)
        for paragraph, cell, alignment in zip(cells, row.children, alignments, strict=True):
            if alignment is not None:
                paragraph.alignment = alignment
            write(paragraph, cell)


def _widths(table: Node, whole: float) -> Sequence[float]:
    """The widths of the columns, by the longest cell of each."""
    columns = zip(*(row.children for row in table.children), strict=True)
    lengths = [max(_LEAST, *(min(len(cell.words()), _MOST) for cell in column)) for column in columns]
    return [whole * length / sum(lengths) for length in lengths]


def _ends_with_table(container: Any) -> bool:
    blocks = container._element.xpath("w:p | w:tbl")
    return bool(blocks) and blocks[-1].tag == qn("w:tbl")
