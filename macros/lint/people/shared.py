"""What the form's script needs to look for people as the check does: its patterns, words and messages."""

import re
from collections.abc import Mapping
from html.entities import html5
from types import ModuleType
from typing import Any

from macros.kinds.not_personal import Looks
from macros.lint.people import births, insurance, mailboxes, numbers, places, sighting, words
from macros.lint.people.messages import warning
from macros.source.as_read import ALIKE, UNLIKE, as_read

# JavaScript does not know this; only quick tests have it.
_PART_OF_CASES = "(?i:"

# What is after these is mathematics.
_FIRST_SYMBOL = "\u2100"


def shared() -> Mapping[str, Any]:
    """The values, by the names under which the script imports them."""
    modules = {
        module.__name__.rpartition(".")[2]: module
        for module in (births, insurance, mailboxes, numbers, places, sighting)
    }
    return {
        **{name.upper(): _patterns(module) for name, module in modules.items()},
        "NAMES": _words(words) | {"AREAS": _words(places)["AREAS"], "STREETS": _words(places)["KNOWN"]},
        "WARNINGS": {
            looks.name: [warning(looks, is_certain=False), warning(looks, is_certain=True)] for looks in Looks
        },
        "UNLIKE": UNLIKE,
        "ALIKE": dict(ALIKE),
        "REFERENCES": _references(),
    }


def _patterns(module: ModuleType) -> dict[str, re.Pattern[str]]:
    return {
        name.lstrip("_"): value
        for name, value in vars(module).items()
        if isinstance(value, re.Pattern) and _PART_OF_CASES not in value.pattern
    }


def _words(module: ModuleType) -> dict[str, list[str]]:
    return {name.lstrip("_"): sorted(value) for name, value in vars(module).items() if isinstance(value, frozenset)}


def _references() -> dict[str, str]:
    """The names of character references whose character is read as ASCII, each with what is read."""
    read = {
        name[:-1]: as_read(character).text
        for name, character in html5.items()
        if name.endswith(";") and character < _FIRST_SYMBOL
    }
    return {name: seen for name, seen in sorted(read.items()) if seen.isascii() and len(seen) < 3}
