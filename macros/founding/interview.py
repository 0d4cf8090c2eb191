"""The questions that a new network is asked on a terminal, one after the other."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

from macros.founding.answers import Answers, read_answers
from macros.library.library import NetworkUnreadable
from macros.lint.engine import network_diagnostics
from macros.propose.skeleton import put
from macros.schema.description import FieldDescription, described
from macros.source.diagnostic import Location

# What a network seldom needs can be said in a file instead, or in network.yml afterwards.
_SELDOM = ("language", "site", "served")

Ask = Callable[[str, str], str]


def interview(ask: Ask, tell: Callable[[str], object]) -> Answers:
    """The answers to the questions, each asked again until it is right.

    `ask` takes a field's name and a prompt. An empty answer stands for what is usual, if anything is. `tell` is told what is wrong.
    """
    values: dict[str, Any] = {}
    for path, field in _asked(described(Answers)):
        while True:
            answer = ask(" ".join(map(str, path)).replace("_", " "), _prompt(field)).strip()
            given = {**values}
            if answer:
                put(given, path, [part.strip() for part in answer.split(",")] if field.is_list else answer)
            wrong = _wrong(given, path)
            if not wrong:
                values = given
                break
            tell(wrong)
    return read_answers(_written(values), "answers")


def _asked(fields: Mapping[str, FieldDescription], outer: Location = ()) -> Iterator[tuple[Location, FieldDescription]]:
    for name, field in fields.items():
        if outer or name not in _SELDOM:
            yield from _asked(field.parts, (*outer, name)) if field.parts else [((*outer, name), field)]


def _prompt(field: FieldDescription) -> str:
    example = ", ".join(field.example) if field.is_list else field.example
    separated = " Separate several with commas." if field.is_list else ""
    usual = (
        "" if field.is_required else f" Press Enter {f'for {field.default}' if field.default else 'if there is none'}."
    )
    return f"{field.description}{separated} For example: {example}.{usual}"


def _wrong(values: Mapping[str, Any], path: Location) -> str:
    """What is wrong with the answer at `path`; empty if nothing is."""
    try:
        read_answers(_written(values), "answers")
    except NetworkUnreadable as unreadable:
        found = [
            one
            for one in unreadable.document.rejections
            if one.location == path[: len(one.location)] or one.location[: len(path)] == path
        ]
        unreadable.document.rejections[:] = found
        return "\n".join(one.message for one in network_diagnostics(unreadable))
    return ""


def _written(values: Mapping[str, Any]) -> bytes:
    return yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False).encode()
