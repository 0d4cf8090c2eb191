"""The lists of Word documents: bullets, numbers and boxes, nine levels of each."""

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

# How far each level is indented, in twentieths of a point.
INDENT = 360
# Word knows no more.
_LEVELS = 9
_SIGNS = ("•", "◦", "▪")
# The lists of all entries with bullets, of all tasks, and what each numbered list is made of.
BULLETS, BOXES, _NUMBERS = 1, 2, 3
_STYLES = {"List Bullet": BULLETS, "List Number": _NUMBERS}


def define_lists(document: Any) -> None:
    """Set the three kinds of list of a new document, and those of the styles for lists."""
    numbering = _numbering(document)
    for one in [*numbering]:
        numbering.remove(one)
    signs = [_SIGNS[level % len(_SIGNS)] for level in range(_LEVELS)]
    _define(document, BULLETS, "bullet", signs)
    # The box is a character before the words, so people can tick it. It takes the place of the bullet, which is a no-break
    # space: to pandoc, an entry without any is one more paragraph of the entry before
    # (findings/bullet-without-a-sign-joins-entries.sh).
    _define(document, BOXES, "bullet", ["\u00a0"] * _LEVELS, follow="nothing")
    _define(document, _NUMBERS, "decimal", [f"%{level + 1}." for level in range(_LEVELS)])
    for name, kind in _STYLES.items():
        document.styles[name].element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = kind
    for kind in (BULLETS, BOXES, _NUMBERS):
        numbering.add_num(kind)


def _define(document: Any, kind: int, form: str, signs: list[str], follow: str = "tab") -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="{follow}"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{(level + 1) * INDENT}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
        for level, sign in enumerate(signs)
    )
    # Word joins lists with the same nsid when they are pasted into another document.
    definition = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{kind}"><w:nsid w:val="{kind:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    _numbering(document).append(definition)


def numbers(document: Any, level: int, first: int) -> int:
    """A new list whose entries at this level, counted from 0, have numbers from `first` on."""
    new = _numbering(document).add_num(_NUMBERS)
    new.add_lvlOverride(deepest(level)).add_startOverride(first)
    return int(new.numId)


def set_entry(paragraph: Paragraph, of_list: int, level: int) -> None:
    """Make a paragraph an entry of a list at a level, counted from 0."""
    entry = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    entry.get_or_add_ilvl().val, entry.get_or_add_numId().val = deepest(level), of_list


def deepest(level: int) -> int:
    """The level, or the deepest that Word knows."""
    return min(level, _LEVELS - 1)


def _numbering(document: Any) -> Any:
    return document.part.numbering_part.element
