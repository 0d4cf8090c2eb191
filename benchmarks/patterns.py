"""Texts that cost more than they look: what someone could write to make the check or a page slow, or a page large."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

# As much as a file may hold, and a little less: its fields need room too.
SIZE = 250_000

# Each is repeated until the text is large enough. A broken bar or the end of the line ends it.
_REPEATED = r"""
a ¦word, ¦*a* ¦**a** ¦_a_ ¦~~a~~ ¦`a` ¦\a¦\*¦[a¦[a]¦[a](b) ¦[a][b] ¦![a](b) ¦![¦](¦)¦]¦<a¦<a>¦<!--¦&amp;¦&¦&#¦&#0¦&#x¦&#65;¦|¦|a¦|-
#¦# ¦> ¦- ¦*¦_¦~¦`¦``¦=¦+¦-¦@¦a@b.c ¦www.a.b ¦https://a.b ¦http://¦{{¦{%¦{{ a }} ¦[^1] ¦12 High Street ¦12 High Street, AB1 2CD ¦AB1 2CD
07700 900000 ¦0¦1 ¦1 2 3 ¦123 456 7890 ¦943 476 5919 ¦born ¦d.o.b. 1¦A¦A ¦É¦漢¦😀¦"¦'¦(¦a-¦a_¦a.¦a/¦..¦../¦[a](../x.md#b) ¦[a](#b) ¦<https://a.b>
first.last@nhs.net
"""
# The same for lines, up to the most lines that a text may have.
_LINES = (
    *(
        "# a",
        "## a",
        "- a",
        "1. a",
        "> a",
        "    a",
        "```",
        "~~~",
        "---",
        "a",
        "a  ",
        "a\\",
        "- [ ] a",
        "* a\n  * b",
        "a\n-",
        "• a",
    ),
    *(
        "> [!NOTE]\n> a\n",
        "> a\n",
        "## a\n",
        "[^a]: b\n",
        "[a]: b\n",
        "Name: value",
        "!!! note",
        "&amp; " * 20,
        "*a* " * 10,
    ),
    *("| a | b |\n|---|---|\n| c | d |\n", "x" * 120, "a[^1] a[^1]", "[a](sample-lunch.md#x)\n", "## " + "a " * 60),
)
_MOST = 1_950


def _table(columns: int, rows: int, cell: str) -> str:
    return "\n".join(("|a" * columns + "|", "|-" * columns + "|", *["|" + cell] * rows))


def _made() -> Mapping[str, Callable[[], str]]:
    return {
        "a table with empty rows": lambda: _table(1_900, _MOST, "a|"),
        "a wide table with empty rows": lambda: _table(4_000, _MOST, "a|"),
        "a narrow table": lambda: "|a|\n|:-:|\n" + "b\n" * _MOST,
        "a full table": lambda: _table(30, _MOST, "b|" * 30),
        "a fuller table": lambda: _table(60, _MOST, "b|" * 60),
        "a row that is too long": lambda: _table(2, 1, "x|" * 50_000),
        "escaped strokes in a cell": lambda: _table(1, 1, "\\|" * 900 + "|"),
        "many footnotes": lambda: "".join(f"a[^{number}]\n\n[^{number}]: b\n\n" for number in range(480)),
        "one footnote, often": lambda: "a[^1] " * 900 + "\n\n[^1]: b\n",
        "one definition, often": lambda: "[a] " * 1_900 + "\n\n[a]: https://a.example/" + "x" * 2_000 + "\n",
        "one title, often": lambda: "[a] " * 900 + '\n\n[a]: https://a.example/ "' + "x" * 20_000 + '"\n',
        "quotes in quotes": lambda: ("> " * 90 + "a\n") * 1_300,
        "lists in lists": lambda: "\n".join("  " * min(level, 48) + "- a" for level in range(1_900)),
        "emphasis in blocks": lambda: ("*a **b " * 300 + "\n\n") * 40,
        "one long word": lambda: "a" * SIZE,
    }


def patterns() -> dict[str, str]:
    """Every text by a name, each of them of the size of a file, unless it is complicated enough when it is smaller."""
    texts = {
        f"{unit!r} repeated": unit * (SIZE // len(unit.encode())) for unit in re.split("[¦\\n]", _REPEATED) if unit
    }
    texts |= {
        f"lines of {line[:20]!r}": f"{line}\n" * min(_MOST // (line.count("\n") + 1), SIZE // len(line))
        for line in _LINES
    }
    return texts | {name: make() for name, make in _made().items()}
