"""Word documents: what python-docx does not do, and reproducible output."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import Any
from urllib.parse import quote

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from macros.outputs.word_lists import define_lists
from macros.outputs.word_styles import CELL_STYLE, HEADER_STYLE, LINK_STYLE, TABLE_STYLE, set_styles

# Parts of the library's template that nothing uses: a thumbnail, and a second copy of every style for Word 2010.
_NOT_NEEDED = ("/thumbnail", "/stylesWithEffects")
_MARGIN = Mm(20)
# Word takes a file for damaged if an address in it has any other characters.
_IN_ADDRESSES = "!#$%&'()*+,/:;=?@[]~"
# The earliest date a ZIP file can have.
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def new_document(title: str, author: str, language: str, made: date) -> Any:
    """An empty A4 document with plain styles, and its properties set."""
    document = Document(io.BytesIO(_template(language)))
    # The library goes through all styles whenever one is used, which would take a third of the time of a document.
    document.part.get_style_id = cache(document.part.get_style_id)  # type: ignore[method-assign]
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.comments, properties.keywords, properties.language = "", "", language
    properties.created = properties.modified = datetime.combine(made, time())
    return document


@cache
def _template(language: str) -> bytes:
    """An empty document in a language, made once: it takes longer than to fill it."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    set_styles(document, language)
    define_lists(document)
    for relations in (document.part.package.rels, document.part.rels):
        for name in [name for name, relation in relations.items() if relation.reltype.endswith(_NOT_NEEDED)]:
            del relations[name]
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def add_link(paragraph: Paragraph, text: str, address: str) -> None:
    """Add a link to an absolute address at the end of a paragraph."""
    start = len(paragraph._p)
    paragraph.add_run(text, style=LINK_STYLE)
    make_link(paragraph, start, address)


def make_link(paragraph: Paragraph, start: int, address: str, title: str = "") -> None:
    """Make a link to an absolute address of what a paragraph has from its `start`-th element on."""
    whole = quote(address, safe=_IN_ADDRESSES)
    address, _, fragment = whole.partition("#")
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    for name, value in (("anchor", fragment), ("tooltip", title)):
        if value:
            link.set(qn(f"w:{name}"), value)
    link.extend(paragraph._p[start:])
    paragraph._p.append(link)


def add_field(paragraph: Paragraph, code: str, shown: str = "1", style: str | None = None) -> Run:
    """Add a field that Word fills in, such as the page number ("PAGE"). It has `shown` until then, in the run that is returned.

    Not as a "simple" field: pandoc and mammoth drop the words of these (findings/simple-field-loses-its-words.sh).
    """
    instruction = OxmlElement("w:instrText", {qn("xml:space"): "preserve"})
    instruction.text = code
    for part in (_field_part("begin"), instruction, _field_part("separate")):
        paragraph.add_run()._r.append(part)
    run = paragraph.add_run(shown, style)
    paragraph.add_run()._r.append(_field_part("end"))
    return run


def _field_part(part: str) -> Any:
    return OxmlElement("w:fldChar", {qn("w:fldCharType"): part})


def add_table(container: Any, widths: Sequence[float], description: str) -> Table:
    """A new table with columns of these widths in mm, and a header row that repeats on every page, still without words."""
    table: Table = container.add_table(1, len(widths), Mm(sum(widths)))
    table.style, table.autofit = TABLE_STYLE, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    properties = table._tbl.tblPr
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), description)
    properties.append(caption)
    # The first column has no headers.
    properties.find(qn("w:tblLook")).set(qn("w:firstColumn"), "0")
    head = table._tbl.tr_lst[0]
    _keep_whole(head).append(OxmlElement("w:tblHeader"))
    for paragraph in header_cells(table):
        paragraph.style = HEADER_STYLE
    return table


def add_named_table(container: Any, columns: Mapping[str, float], description: str) -> Table:
    """A new table whose columns have these names and widths in mm."""
    table = add_table(container, [*columns.values()], description)
    for paragraph, name in zip(header_cells(table), columns, strict=True):
        paragraph.add_run(name)
    return table


def header_cells(table: Table) -> list[Paragraph]:
    """The paragraph of each cell of the header row."""
    return _paragraphs(table, table._tbl.tr_lst[0])


def add_row(table: Table) -> list[Paragraph]:
    """The paragraph of each cell of a new row, which does not break across pages.

    python-docx would read the whole table for each.
    """
    row = table._tbl.add_tr()
    _keep_whole(row)
    columns: Any = table._tbl.tblGrid.gridCol_lst
    for column in columns:
        cell = row.add_tc()
        cell.width = column.w
    cells = _paragraphs(table, row)
    for paragraph in cells:
        paragraph.style = CELL_STYLE
    return cells


def _paragraphs(table: Table, row: Any) -> list[Paragraph]:
    return [_Cell(cell, table).paragraphs[0] for cell in row.tc_lst]


def _keep_whole(row: Any) -> Any:
    properties = row.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    return properties


def packed(document: Any) -> bytes:
    """The bytes of a document, without timestamps: equal for equal content."""
    written, packed_again = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed_again, "w") as target:
        # Programs expect the list of contents first.
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(entry, source.read(name))
    return packed_again.getvalue()
