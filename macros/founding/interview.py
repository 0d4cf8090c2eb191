"""The questions that a new network is asked on a terminal, one after the other."""

import copy
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

from macros.founding.answers import Answers, read_answers
from macros.library.library import NetworkUnreadable
from macros.lint.engine import network_diagnostics
from macros.propose.skeleton import put
from macros.schema.description import FieldDescription, described
from macros.schema.durations import counted
from macros.source.diagnostic import Location

# What a network seldom needs can be said in a file instead, or in network.yml afterwards.
_SELDOM = ("language", "site")
_SEPARATOR = re.compile(r"\s*[,;]\s*")

Ask = Callable[[str, str], str]


def interview(ask: Ask, tell: Callable[[str], object]) -> Answers:
    """The answers to the questions, each asked again until it is right.

    `ask` takes a field's name and a prompt. An empty answer stands for what is usual, if anything is. `tell` is told what is wrong,
    and how a list was understood.
    """
    values: dict[str, Any] = {}
    for path, prompt, field in _asked(described(Answers)):
        while True:
            answer = ask(" ".join(map(str, path)).replace("_", " "), prompt).strip()
            if not answer and field.is_required:
                tell("This question needs an answer.")
                continue
            entries = _entries(answer)
            given = copy.deepcopy(values)
            if answer:
                put(given, path, entries if field.is_list else answer)
            wrong = _wrong(given, path)
            if not wrong:
                values = given
                break
            tell(wrong)
        if field.is_list:
            tell(f"{counted(len(entries), field.name.removesuffix('s'), field.name)}: {', '.join(entries)}")
    return read_answers(_written(values), "answers")


def as_yaml(answers: Answers) -> str:
    """The answers as a file that `make network FROM=` takes."""
    return _written(answers.model_dump(mode="json", exclude_none=True)).decode()


def _entries(answer: str) -> list[str]:
    return [entry for entry in _SEPARATOR.split(answer) if entry]


def _asked(
    fields: Mapping[str, FieldDescription], outer: Location = (), about: str = ""
) -> Iterator[tuple[Location, str, FieldDescription]]:
    for name, field in fields.items():
        if outer or name not in _SELDOM:
            path, asks = (*outer, name), f"{about}{field.description}"
            yield from _asked(field.parts, path, f"{asks} ") if field.parts else [(path, _prompt(asks, field), field)]


def _prompt(asks: str, field: FieldDescription) -> str:
    example = ", ".join(field.example) if field.is_list else str(field.example).removesuffix(".")
    separated = " Separate several with commas." if field.is_list else ""
    usual = (
        "" if field.is_required else f" Press Enter {f'for {field.default}' if field.default else 'if there is none'}."
    )
    return f"{asks}{separated} For example: {example}.{usual}"


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
