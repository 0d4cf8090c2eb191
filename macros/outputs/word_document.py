"""Word documents: what python-docx does not do, and reproducible output."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

_FONT = "Arial"
_TEXT = 10.5
# Sizes just large enough to tell apart, with little space above.
_HEADINGS = {"Heading 1": (18, 0), "Heading 2": (13, 10), "Heading 3": (10.5, 5)}
_TEXT_COLOUR = RGBColor(0x22, 0x22, 0x22)
_LINK_COLOUR = RGBColor(0x0B, 0x4F, 0x9E)
# Parts of the library's template that nothing uses: a thumbnail, and a second copy of every style for Word 2010.
_NOT_NEEDED = ("/thumbnail", "/stylesWithEffects")
_MARGIN = Mm(20)
# The earliest date a ZIP file can have.
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def new_document(title: str, author: str, language: str, made: date) -> Any:
    """An empty A4 document with plain styles, and its properties set."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    _set_styles(document, language)
    for relations in (document.part.package.rels, document.part.rels):
        for name in [name for name, relation in relations.items() if relation.reltype.endswith(_NOT_NEEDED)]:
            del relations[name]
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = title, author, author
    properties.comments, properties.keywords, properties.language = "", "", language
    properties.created = properties.modified = datetime.combine(made, time())
    return document


def _set_styles(document: Any, language: str) -> None:
    styles = document.styles
    for lang in styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)
    for lang in document.settings.element.iter(qn("w:themeFontLang")):
        lang.set(qn("w:val"), language)
    for name in ("Normal", *_HEADINGS):
        style = styles[name]
        style.font.name = _FONT
        # Otherwise the theme's fonts take precedence.
        for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{attribute}"), None)
        size, above = _HEADINGS.get(name, (_TEXT, 0))
        style.font.size, style.font.color.rgb = Pt(size), _TEXT_COLOUR
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(3)
        style.paragraph_format.line_spacing = 1.08
    styles["List Bullet"].paragraph_format.space_after = Pt(1)
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb, link.font.underline = _LINK_COLOUR, True


def add_link(paragraph: Paragraph, text: str, address: str) -> None:
    """Add a link to an absolute address at the end of a paragraph."""
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    link.append(paragraph.add_run(text, style="Hyperlink")._r)
    paragraph._p.append(link)


def add_field(paragraph: Paragraph, code: str) -> None:
    """Add a field that Word fills in, such as the page number ("PAGE")."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(paragraph.add_run("1")._r)
    paragraph._p.append(field)


def add_table(document: Any, headers: Sequence[tuple[str, float]], description: str) -> Table:
    """A new table with a header row that repeats on every page. `headers` are names and widths in mm."""
    table: Table = document.add_table(rows=1, cols=len(headers), style="Table Grid")
    table.autofit = False
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), description)
    table._tbl.tblPr.append(caption)
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for column, cell, (name, width) in zip(table.columns, head.cells, headers, strict=True):
        column.width = Mm(width)
        first_line(cell).add_run(name).bold = True
    return table


def add_row(table: Any) -> list[_Cell]:
    """The cells of a new row that does not break across pages."""
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, column in zip(row.cells, table.columns, strict=True):
        cell.width = column.width
    return [*row.cells]


def first_line(cell: _Cell) -> Paragraph:
    """The first paragraph of a cell, without space after it."""
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


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
