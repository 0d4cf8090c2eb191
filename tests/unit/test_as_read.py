"""A text as a reader sees it, and where each of its characters is in the file."""

from __future__ import annotations

from macros.source.as_read import as_read
from tests.support.cases import for_each

SEEN = [
    ("**943** 476 __5919__", "943 476 5919"),
    ("943&nbsp;476&#8209;5919", "943 476-5919"),
    ("943\u2009476\u20115919", "943 476-5919"),
    ("943\u00ad476\u200b5919", "9434765919"),
    ("\uff19\uff14\uff13 \u0664\u0667\u0666", "943 476"),
    ("943\\-476", "943-476"),
    ("943%20476", "943 476"),
    ("<b>943</b> 476<br>5919", "943 476 5919"),
    ("jane_doe@example.org", "jane_doe@example.org"),
    ("_jane_.doe\uff20example.org", "jane.doe@example.org"),
    ("zo\u00eb.mu\u0308ller&commat;example.org", "zoe.muller@example.org"),
    ("O\u2019Brien", "O'Brien"),
    ("<jane@example.org>", "<jane@example.org>"),
    ("50% of a & b, &unknown;", "50% of a & b, &unknown;"),
    ("\u0645\u0631\u062d\u0628\u0627", "\u0645\u0631\u062d\u0628\u0627"),
]


@for_each(("written", "seen"), SEEN)
def test_what_looks_the_same_is_the_same(written: str, seen: str) -> None:
    assert as_read(written).text == seen


def part(written: str, seen: str) -> str:
    """What is written where a reader sees this."""
    read = as_read(written)
    start = read.text.index(seen)
    offset, length = read.written(start, start + len(seen))
    return written[offset : offset + length]


@for_each(
    ("written", "seen", "place"),
    [
        ("See **943** 476.", "943 476", "943** 476"),
        ("a&nbsp;943&nbsp;476 b", "943 476", "943&nbsp;476"),
        ("a\u200b\u200b943 b", "943", "943"),
        ("\ufb01ne 943", "943", "943"),
        ("x\\_y 943", "x_y", "x\\_y"),
        ("plain 943", "943", "943"),
    ],
)
def test_each_character_knows_its_place(written: str, seen: str, place: str) -> None:
    assert part(written, seen) == place
