"""Positions in a file, and the reasons it was rejected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Value = str | list["Value"] | dict[str, "Value"]
Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A position in a file: line and column count from 1, length is in characters.

    If it continues on further lines, `whole` is false and the length is 1.
    """

    line: int = 1
    column: int = 1
    length: int = 1
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Rejection:
    """Something that a parser or a model rejected. `code` is the id of the rule that explains it."""

    code: str
    location: Location = ()
    detail: Mapping[str, Any] = field(default_factory=dict)
    span: Span | None = None


def flatten(value: Value, location: Location = ()) -> Sequence[tuple[Location, str]]:
    """Every scalar in `value` with its location, in file order."""
    found: list[tuple[Location, str]] = []
    _flatten(found, value, location)
    return found


def _flatten(found: list[tuple[Location, str]], value: Value, location: Location) -> None:
    if isinstance(value, str):
        found.append((location, value))
        return
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        _flatten(found, inner, (*location, key))
