"""A pattern of Python means the same in JavaScript."""

from __future__ import annotations

import json
import re

import pytest

from macros.minutes.javascript import module, pattern
from tests.support.node import returned

_RUN = """
import { readFileSync } from "node:fs";
const all = JSON.parse(readFileSync(0, "utf-8"));
const found = ([pattern, text]) => {
  const one = (0, eval)(pattern);
  return [...text.matchAll(new RegExp(one.source, `${one.flags}g`))].map((match) => match[0]);
};
process.stdout.write(JSON.stringify(all.map(found)));
"""
TEXT = (
    "Siân's 3rd ½ café_crème ٣ Ⅷ x\u0301 名前 a-b a.b [c] {d} /e/ \\f \"g\" 'h' £5\u00a0six\u2003seven\u0085 eight\x1cnine \ufefften\n"
    "Second line: 10/11/26 – w/c 2nd, (two) #1 & 50% _under_ K \u017f\r\nThird\u2028line.\n"
)  # fmt: skip
PATTERNS = [
    *map(re.compile, (r"\w+", r"\W+", r"\d+", r"\D+", r"\s+", r"\S+", r"[^\W_]+", r"[^\W\d_]+", r"[\w.'’-]+", r"[-\s]+", r"[\d/]+")),
    *map(re.compile, ("[]\\[]", r"[^]\s]+", r".+", r"\w+\W$", r"\W$", r"line\.\s\Z", r"(?P<day>\d+)/(?P<month>\d+)", r"(?<![\w/.])\d\d")),
    *map(re.compile, (r"(?<!\d-)(?<=[\s(])\w", r"\"g\"|\'h\'|\#1|\&", r"[\u2010-\u2015–]", r"\{d\}|\\f|\[c\]|/e/")),
    re.compile(r"(?<![^\W_])_|_(?![^\W_])"),
    re.compile(r"\bs\w*\b", re.IGNORECASE),
    re.compile(r"[a-fé-ï]+", re.IGNORECASE),
    re.compile(r".+", re.DOTALL),
    re.compile(r"\S+$", re.MULTILINE),
    re.compile(r"^\S+", re.MULTILINE),
]  # fmt: skip


def test_it_finds_the_same() -> None:
    found = returned(["--input-type=module", "--eval", _RUN], [[pattern(one), TEXT] for one in PATTERNS])
    expected = [[match[0] for match in one.finditer(TEXT)] for one in PATTERNS]
    assert [
        (one.pattern, here, there) for one, here, there in zip(PATTERNS, found, expected, strict=True) if here != there
    ] == []
    assert all(expected)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (3, "3"), ("“a”", r'"\u201ca\u201d"'), (b"\xd0\xcf", r'"\u00d0\u00cf"'), (frozenset({"b", "a"}), '["a", "b"]'),
        ({"x": re.compile("a", re.IGNORECASE)}, '{"x": /a/ui}'), (str.maketrans({" ": "%20"}), '{" ": "%20"}'),
    ],
)  # fmt: skip
def test_constants(value: object, code: str) -> None:
    assert module({"NAME": value}) == f"export const NAME = {code};"
    assert json.dumps(code).isascii()


def test_what_has_no_equal_is_left_out() -> None:
    assert module({"NAME": object(), "OTHERS": [object()]}) == ""
