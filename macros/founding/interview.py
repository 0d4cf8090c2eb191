"""The questions that a new network is asked on a terminal, one after the other."""

import copy
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from macros.founding.answers import Answers, read_answers
from macros.library.library import NetworkUnreadable
from macros.lint.engine import network_diagnostics
from macros.propose.skeleton import put, value_at
from macros.schema.description import FieldDescription, described
from macros.schema.durations import counted
from macros.source.diagnostic import Location

# What a network seldom needs can be said in a file instead, or in network.yml afterwards.
_SELDOM = ("language", "site")
_SEPARATOR = re.compile(r"\s*[,;]\s*")
_NAMES: Mapping[Location, str] = {
    ("standing_item", "name"): "standing item",
    ("standing_item", "reason"): "reason for it",
    ("champions", "one"): "contact at a service",
    ("champions", "many"): "contacts at services",
    ("meets_every",): "months between meetings",
    ("contact",): "e-mail address",
    ("repository",): "address of your copy",
    ("established",): "first meeting",
    ("brand",): "colour",
    ("accent",): "second colour",
    ("served", "one"): "person you help",
    ("served", "many"): "people you help",
}
_BACK = "<"
_NONE = ("none", "no", "-")
# A message about a field in a file, which has a name there.
_SUBJECT = re.compile(r'The (?:text in|field) "[^"]+"')
_ASIDE = re.compile(r' (?:for|in) the field "[^"]+"')

Ask = Callable[[str, str], str]
Tell = Callable[[str], object]
Values = dict[str, Any]


class Question(NamedTuple):
    """A question: where its answer goes, and what is asked for."""

    path: Location
    field: FieldDescription

    @property
    def name(self) -> str:
        """A short name, such as "standing item"."""
        return _NAMES.get(self.path) or str(self.path[0]).replace("_", " ")

    @property
    def prompt(self) -> str:
        """The question with an example, and what an empty answer stands for."""
        field = self.field
        example = ", ".join(field.example) if field.is_list else str(field.example).removesuffix(".")
        separated = " Separate several with commas." if field.is_list else ""
        usual = f" Press Enter {f'for {field.default}' if field.default else 'if there is none'}."
        return f"{field.description}{separated} For example: {example}.{'' if field.is_required else usual}"


def questions() -> Sequence[Question]:
    """The questions, in their order."""
    return list(_questions(described(Answers)))


def _questions(fields: Mapping[str, FieldDescription], outer: Location = ()) -> Iterator[Question]:
    for name, field in fields.items():
        if outer or name not in _SELDOM:
            path = (*outer, name)
            yield from _questions(field.parts, path) if field.parts else [Question(path, field)]


def interview(ask: Ask, tell: Tell, values: Values) -> Answers:
    """The answers to the questions, each asked again until it is right. They go into `values` as they are given.

    `ask` takes a label and a prompt. An empty answer stands for what is usual, if anything is, and "<" for the question
    before. It starts at the first question without an answer that needs one. `tell` is told what is wrong, and how a list was understood.
    """
    asked = questions()
    place = next(_unanswered(values), 0)
    while place < len(asked):
        label = f"{place + 1} of {len(asked)}, {asked[place].name}"
        place = place + 1 if answered(asked[place], label, ask, tell, values) else max(place - 1, 0)
    return answers_in(values)


def answered(question: Question, label: str, ask: Ask, tell: Tell, values: Values) -> bool:
    """Put the answer to a question into `values`. False if the answer was to go back, which changes nothing."""
    while True:
        answer = ask(label, question.prompt).strip()
        if answer == _BACK:
            return False
        if not question.field.is_required and answer.lower() in _NONE:
            answer = ""
        if not answer and question.field.is_required:
            tell("This question needs an answer.")
            continue
        entries = [entry for entry in _SEPARATOR.split(answer) if entry]
        given = copy.deepcopy(values)
        _take_out(given, question.path)
        if answer:
            put(given, question.path, entries if question.field.is_list else answer)
        if wrong := _wrong(given, question.path):
            tell(wrong)
            continue
        values.clear()
        values.update(given)
        if question.field.is_list:
            name = question.field.name
            tell(f"{counted(len(entries), name.removesuffix('s'), name)}: {', '.join(entries)}")
        return True


def asked_for(which: str) -> Question | None:
    """The question that someone means by its number or its name; None if there is no such question."""
    asked = questions()
    wanted = which.strip().lower()
    if wanted.isdecimal():
        return asked[int(wanted) - 1] if 0 < int(wanted) <= len(asked) else None
    return next((one for one in asked if one.name == wanted), None)


def is_complete(values: Values) -> bool:
    """Whether no question is left that needs an answer."""
    return next(_unanswered(values), None) is None


def _unanswered(values: Values) -> Iterator[int]:
    for number, one in enumerate(questions()):
        if one.field.is_required and not value_at(values, one.path):
            yield number


def answers_in(values: Values) -> Answers:
    """The answers that `values` hold. Raises `NetworkUnreadable` if one is missing."""
    return read_answers(written(values), "answers")


def values_of(answers: Answers) -> Values:
    """The answers as what a file says, without what was left out."""
    return answers.model_dump(mode="json", exclude_none=True)


def written(values: Mapping[str, Any]) -> bytes:
    """The answers so far as a file that `make network FROM=` takes."""
    return yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False).encode()


def _take_out(values: Values, path: Location) -> None:
    *groups, name = map(str, path)
    for group in groups:
        values = values.get(group, {})
    values.pop(name, None)


def _wrong(values: Values, path: Location) -> str:
    """What is wrong with the answer at `path`; empty if nothing is."""
    try:
        answers_in(values)
    except NetworkUnreadable as unreadable:
        found = [
            one
            for one in unreadable.document.rejections
            if one.location == path[: len(one.location)] or one.location[: len(path)] == path
        ]
        unreadable.document.rejections[:] = found
        told = [one.message for one in network_diagnostics(unreadable)]
        return "\n".join(_ASIDE.sub("", _SUBJECT.sub("This answer", one)) for one in told)
    return ""
