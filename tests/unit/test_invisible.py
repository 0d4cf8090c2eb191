"""Characters that nobody can see: which have a task where they are."""

from __future__ import annotations

import unicodedata

import idna
import pytest

from macros.source.invisible import hidden, is_visible, made_visible, says_something
from tests.support.cases import for_each


@pytest.mark.thorough
def test_a_non_joiner_stays_between_letters_that_join() -> None:
    """Unicode's types of joining are what addresses go by, too. Scripts that nobody writes any more are left out."""
    joining = [letter for letter in map(chr, range(0x10000)) if _joins(letter)]
    assert len(joining) > 400
    assert [letter for letter in joining if list(hidden(f"{letter}\u200c{letter}"))] == []


def _joins(letter: str) -> bool:
    return unicodedata.category(letter) == "Lo" and idna.core.valid_contextj(f"{letter}\u200c{letter}", 1)


@for_each(
    "text", ["\u3164", "\u115f\u1160", "\u2800", "\ufe0f", "\U000e0100", "\ue000", "\u00ad", " \u00a0\u3000", "\u0301"]
)
def test_what_nobody_can_see_says_nothing(text: str) -> None:
    assert not says_something(text)


@for_each("text", ["x", "?", "\u00e9", "e\u0301", "\u4e2d", "\u2192", "\u2764\ufe0f", "1\ufe0f\u20e3", "\u3164x"])
def test_what_can_be_seen_says_something(text: str) -> None:
    assert says_something(text)


def test_what_cannot_be_seen_is_shown_as_its_number() -> None:
    assert made_visible("a\u3164b\ufe00\U000e0100\ue000") == "a[U+3164]b[U+FE00][U+E0100][U+E000]"
    assert is_visible("Thanks \u2764\ufe0f, Ll\u0177n")
