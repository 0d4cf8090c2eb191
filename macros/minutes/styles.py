"""What the styles and lists of a Word file say of a paragraph: whether it is a heading, and its place in a list."""

from collections.abc import Iterator
from typing import Any

from macros.minutes.blocks import Entry
from macros.minutes.elements import child, children, is_on, value
from macros.minutes.package import Package

_TITLE = ("title", "subtitle")
_HEADING = "heading "
_LEVELS = 9
# Word counts no more styles that are based on each other.
_MOST_BASES = 11
_NO_SIGN = ("bullet", "none")


class Styles:
    """The styles and lists of a file, by their ids."""

    def __init__(self, package: Package) -> None:
        """Read them once."""
        styles, numbering = package.one("styles"), package.one("numbering")
        self._styles = {value(one, "styleId"): one for one in children(styles and styles.root, "style")}
        self._lists = {}
        kinds = {value(one, "abstractNumId"): one for one in children(numbering and numbering.root, "abstractNum")}
        for one in children(numbering and numbering.root, "num"):
            kind = kinds.get(value(child(one, "abstractNumId")))
            if kind is not None:
                self._lists[value(one, "numId")] = {
                    value(level, "ilvl"): value(child(level, "numFmt")) for level in children(kind, "lvl")
                }

    def heading(self, paragraph: Any) -> int:
        """The level of a heading, from 1; 0 if it is none."""
        properties = child(paragraph, "pPr")
        own = child(properties, "outlineLvl")
        if own is not None and value(own).isdecimal() and int(value(own)) < _LEVELS:
            return int(value(own)) + 1
        for style in self._chain(properties):
            name = value(child(style, "name")).lower()
            if name in _TITLE:
                return 1
            if name.startswith(_HEADING) and name[len(_HEADING) :].isdecimal():
                return int(name[len(_HEADING) :])
            level = child(child(style, "pPr"), "outlineLvl")
            if level is not None and value(level).isdecimal() and int(value(level)) < _LEVELS:
                return int(value(level)) + 1
        return 0

    def entry(self, paragraph: Any) -> Entry | None:
        """The place in a list; None if it is in none."""
        properties = child(paragraph, "pPr")
        level = ""
        for one in (properties, *(child(style, "pPr") for style in self._chain(properties))):
            numbers = child(one, "numPr")
            if numbers is None:
                continue
            level = level or value(child(numbers, "ilvl"))
            of_list = value(child(numbers, "numId"))
            if of_list == "0":
                return None
            if of_list:
                level = level if level.isdecimal() else "0"
                sign = self._lists.get(of_list, {}).get(level, "bullet")
                return Entry(min(int(level), _LEVELS - 1), sign not in _NO_SIGN)
        return None

    def is_set(self, run_properties: Any, name: str) -> bool:
        """Whether a run, or its style, is set to be bold, italic or the like."""
        own = child(run_properties, name)
        if own is not None:
            return is_on(own)
        style = self._styles.get(value(child(run_properties, "rStyle")))
        of_style = child(child(style, "rPr"), name)
        return of_style is not None and is_on(of_style)

    def _chain(self, properties: Any) -> Iterator[Any]:
        """The style of a paragraph, and those it is based on."""
        style = self._styles.get(value(child(properties, "pStyle")))
        for _ in range(_MOST_BASES):
            if style is None:
                return
            yield style
            style = self._styles.get(value(child(style, "basedOn")))
