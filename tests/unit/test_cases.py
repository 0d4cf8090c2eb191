"""A test of many cases fails if one of them does, and says which."""

from __future__ import annotations

import inspect

import pytest

from tests.support.cases import for_each


def test_every_case_is_looked_at_and_all_that_fail_are_told() -> None:
    looked_at = []

    @for_each(("sign", "number"), [("a", 1), ("b", 2), ("c", 3)])
    def look(sign: str, number: int, handed: str) -> None:
        looked_at.append(sign + handed)
        assert number == 2, sign

    assert [*inspect.signature(look).parameters] == ["handed"]
    with pytest.raises(ExceptionGroup, match="2 of 3 cases") as failed:
        look(handed="!")
    assert looked_at == ["a!", "b!", "c!"]
    assert [one.__notes__ for one in failed.value.exceptions] == [
        ["with {'sign': 'a', 'number': 1}"],
        ["with {'sign': 'c', 'number': 3}"],
    ]


def test_cases_of_cases_are_all_looked_at() -> None:
    looked_at = []

    @for_each("sign", "ab")
    @for_each("number", [1, 2])
    def look(sign: str, number: int) -> None:
        looked_at.append((sign, number))

    look()
    assert looked_at == [("a", 1), ("a", 2), ("b", 1), ("b", 2)]


def test_a_test_without_cases_is_no_test() -> None:
    with pytest.raises(AssertionError, match="looks at nothing"):
        for_each("sign", [])
