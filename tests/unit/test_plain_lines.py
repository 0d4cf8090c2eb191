"""Plain front matter, read line by line, says what a YAML parser finds in it; whatever else there is is left to that."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.hostile import mutated_text
from macros.source.diagnostic import Location
from macros.source.document import Document
from macros.source.fences import fenced
from macros.source.front_matter import read_front_matter
from macros.source.limits import MAX_DEPTH
from macros.source.plain_lines import plain_values
from tests.support.cases import for_each
from tests.support.inventing import examples
from tests.support.project import ROOT

# What makes YAML of a line, or something else than it seems.
_SIGNS = (
    "'",
    '"',
    ": ",
    " #",
    "#",
    "- ",
    "  ",
    "\t",
    "\n",
    "\\",
    "&a ",
    "*a",
    "!",
    "|",
    ">",
    "[",
    "{",
    "%",
    "\u00a0",
    "\u2028",
)


@pytest.fixture(scope="module")
def written() -> list[str]:
    """The front matter of every record of the demonstration."""
    files = sorted((ROOT / "demo/content").glob("*/*.md"))
    return [fenced(path.read_text(encoding="utf-8")).front_matter for path in files]


def test_records_are_plain(written: list[str]) -> None:
    assert sum(plain_values(text) is not None for text in written) > 0.9 * len(written)


def test_a_name_that_is_too_long_for_yaml_is_left_to_it() -> None:
    assert plain_values(f"{'a' * 100}: tea\n") == {"a" * 100: "tea"}
    assert plain_values(f"{'a' * 1_100}: tea\n") is None


def test_plain_lines_say_what_yaml_says(written: list[str]) -> None:
    chance, plain = Random(2016), 0
    for _ in range(examples(5_000)):
        text = mutated_text(chance.choice(written), chance) if chance.random() < 0.3 else chance.choice(written)
        for _ in range(chance.randint(0, 3)):
            at = chance.randrange(len(text))
            text = text[:at] + chance.choice(_SIGNS) + text[at + chance.randint(0, 2) :]
        if (values := plain_values(text)) is not None:
            plain += 1
            assert [*_flat(values)] == [*_flat(read_front_matter(text).values)], text
    assert plain


def _flat(value: object) -> list[object]:
    """A value as a list of all that is in it, so that two also differ in the order of their fields."""
    if isinstance(value, dict):
        return [(name, _flat(inner)) for name, inner in value.items()]
    return [_flat(inner) for inner in value] if isinstance(value, list) else [value]


@for_each(
    "text",
    ["a: b", "a:\n", "- a\n", "a: b\n\nc: d\n", "a: b # c\n", "a: b: c\n", "a: b\n  c\n", "a: b\na: c\n", 'a: "b\\n"\n', "a:\n- b\n"],
)  # fmt: skip
def test_anything_else_is_left_to_yaml(text: str) -> None:
    assert plain_values(text) is None


def test_it_reads_no_deeper_than_yaml_may() -> None:
    def nested(levels: int) -> str:
        return "".join(f"{'  ' * level}a:\n" for level in range(levels - 1)) + f"{'  ' * (levels - 1)}a: b\n"

    assert plain_values(nested(MAX_DEPTH - 1)) == read_front_matter(nested(MAX_DEPTH - 1)).values
    assert plain_values(nested(MAX_DEPTH + 1)) is None
    assert read_front_matter(nested(MAX_DEPTH + 1)).rejections


@pytest.mark.thorough
def test_a_place_is_the_same_whether_one_field_is_composed_or_all(written: list[str]) -> None:
    for text in written:
        plain, whole = (Document("content/themes/a.md", "theme", "a", text, text) for _ in range(2))
        plain.load_front_matter()
        whole.load_front_matter()
        whole.is_plain = False
        for location in _places(plain.values):
            for key in (False, True):
                assert plain.span(location, key=key) == whole.span(location, key=key)
            assert plain.lines_of(location) == whole.lines_of(location)
            assert plain.has_key(location)
        assert not plain.has_key(("nothing",))


def _places(value: object, outer: Location = ()) -> list[Location]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [outer, *(place for step, one in inner for place in _places(one, (*outer, step)))]
