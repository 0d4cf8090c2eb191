"""The styles of Word documents."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor, Twips

from macros.outputs.word_lists import INDENT

LINK_STYLE = "Hyperlink"
TABLE_STYLE = "Table Grid"
HEADER_STYLE, CELL_STYLE = "Table Header", "Table Text"
QUOTE_STYLE = "Quote"
NOTE_STYLE, NOTE_TITLE_STYLE = "Note", "Note Title"
RULE_STYLE = "Rule"
# Other programs know code by these names.
CODE_STYLE, CODE_BLOCK_STYLE = "Verbatim Char", "Source Code"
BOX_STYLE = "Task Box"
BULLET_STYLE, NUMBER_STYLE, CONTINUED_STYLE = "List Bullet", "List Number", "List Continue"
FOOTNOTE_STYLE, FOOTNOTE_MARK_STYLE = "footnote text", "footnote reference"

_FONT, _CODE_FONT = "Arial", "Courier New"
# Arial has no boxes.
_BOX_FONT = "Segoe UI Symbol"
_TEXT, _SMALL = 10.5, 9
# Sizes just large enough to tell apart, with little space above.
_HEADINGS = {"Heading 1": (18, 0), "Heading 2": (13, 10), "Heading 3": (11.5, 8)} | {
    f"Heading {level}": (_TEXT, 6) for level in range(4, 10)
}
# The others of the library's template, over 100, are not used.
_KEPT = {
    *("Normal", "Default Paragraph Font", "Normal Table", "No List", "Header", "Footer", *_HEADINGS),
    *(TABLE_STYLE, QUOTE_STYLE, BULLET_STYLE, NUMBER_STYLE, CONTINUED_STYLE),
}
_TEXT_COLOUR = RGBColor(0x22, 0x22, 0x22)
_LINK_COLOUR = RGBColor(0x0B, 0x4F, 0x9E)
_QUIET_LINE, _STRONG_LINE = "888888", "0B4F9E"


def set_styles(document: Any, language: str) -> None:
    """Set the styles of a new document, whose words are in `language`."""
    styles = document.styles
    for style in [*styles]:
        if style.name not in _KEPT:
            style.delete()
    for link in [*styles.element.iter(qn("w:link"))]:
        link.getparent().remove(link)
    for lang in styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)
    for lang in document.settings.element.iter(qn("w:themeFontLang")):
        lang.set(qn("w:val"), language)
    for name in ("Normal", *_HEADINGS):
        style = styles[name]
        size, above = _HEADINGS.get(name, (_TEXT, 0))
        _set_font(style, _FONT, size)
        style.font.color.rgb, style.font.italic = _TEXT_COLOUR, None
        style.font.bold = name != "Normal" or None
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(3)
        style.paragraph_format.line_spacing = 1.08
    for name in (BULLET_STYLE, NUMBER_STYLE, CONTINUED_STYLE):
        # Only after the last: between entries the styles have no space.
        styles[name].paragraph_format.space_after = Pt(3)
    _add_blocks(styles)
    _add_characters(styles)


def _add_blocks(styles: Any) -> None:
    quote, note = styles[QUOTE_STYLE], _add(styles, NOTE_STYLE)
    quote.font.italic, quote.font.color.rgb = False, _TEXT_COLOUR
    for style, colour in ((quote, _QUIET_LINE), (note, _STRONG_LINE)):
        _set_line(style, "left", colour)
        style.paragraph_format.left_indent = Twips(INDENT)
    title = _add(styles, NOTE_TITLE_STYLE, note)
    title.font.bold, title.paragraph_format.keep_with_next, title.next_paragraph_style = True, True, note
    _set_line(_add(styles, RULE_STYLE), "bottom", _QUIET_LINE)
    cell = _add(styles, CELL_STYLE)
    cell.paragraph_format.space_after = Pt(0)
    _add(styles, HEADER_STYLE, cell).font.bold = True
    _set_code(_add(styles, CODE_BLOCK_STYLE))
    footnote = _add(styles, FOOTNOTE_STYLE, builtin=True)
    footnote.font.size = Pt(_SMALL)


def _add_characters(styles: Any) -> None:
    def add(name: str, *, builtin: bool = False) -> Any:
        return styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin)

    link = add(LINK_STYLE, builtin=True)
    link.font.color.rgb, link.font.underline = _LINK_COLOUR, True
    add(FOOTNOTE_MARK_STYLE, builtin=True).font.superscript = True
    _set_code(add(CODE_STYLE))
    _set_font(add(BOX_STYLE), _BOX_FONT)


def _add(styles: Any, name: str, based_on: Any = None, *, builtin: bool = False) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin)
    style.base_style = based_on or styles["Normal"]
    style.quick_style = not builtin
    return style


def _set_font(style: Any, font: str, size: float | None = None) -> None:
    style.font.name = font
    style.font.size = size and Pt(size)
    fonts = style.element.rPr.rFonts
    for script in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), font)
    # Otherwise the theme's fonts take precedence.
    for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{attribute}"), None)


def _set_code(style: Any) -> None:
    _set_font(style, _CODE_FONT, _SMALL)
    style.font.no_proof = True


def _set_line(style: Any, side: str, colour: str) -> None:
    """A line at a side of a paragraph, and room between them."""
    border = f'<w:{side} w:val="single" w:sz="12" w:space="6" w:color="{colour}"/>'
    borders = parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>")
    style.element.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind")
