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
from macros.schema.part import Part
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
_FIELD = re.compile(r'the field "[^"]+"')

Ask = Callable[[str, str], str]
Tell = Callable[[str], object]
Values = dict[str, Any]


class Question(NamedTuple):
    """A question: where its answer goes, what is asked for, and the group of fields it is in."""

    path: Location
    field: FieldDescription
    group: type[Part]

    @property
    def name(self) -> str:
        """A short name, such as "standing item"."""
        return _NAMES.get(self.path) or str(self.path[0]).replace("_", " ")

    def usual(self, values: Mapping[str, Any]) -> str | None:
        """What an empty answer stands for beside other answers: the one that is there, or a usual one; None if there is none."""
        if (there := value_at(values, self.path)) or self.field.is_required:
            return shown(there) if there else None
        beside = value_at(values, self.path[:-1]) or {}
        info = self.group.model_fields[self.field.name]
        found = info.get_default(call_default_factory=True, validated_data=beside)
        return None if found is None else str(found)

    def prompt(self, values: Mapping[str, Any]) -> str:
        """The question with an example, and what an empty answer stands for beside other answers."""
        field, usual = self.field, self.usual(values)
        separated = " Separate several with commas." if field.is_list else ""
        example = f"For example: {shown(field.example).removesuffix('.')}."
        if usual is None:
            return f"{field.description}{separated} {example}" + (
                "" if field.is_required else " Press Enter if there is none."
            )
        return f'{field.description}{separated} {example} Press Enter for "{usual.removesuffix(".")}".'


def questions() -> Sequence[Question]:
    """The questions, in their order: those that need an answer come first."""
    return list(_questions(Answers))


def _questions(group: type[Part], outer: Location = ()) -> Iterator[Question]:
    for name, field in described(group).items():
        if outer or name not in _SELDOM:
            path = (*outer, name)
            yield from _questions(field.leaf, path) if field.parts else [Question(path, field, group)]


def shown(answer: Any) -> str:
    """An answer as it is shown to whoever gave it."""
    return ", ".join(answer) if isinstance(answer, list) else "none" if answer is None else str(answer)


def interview(ask: Ask, tell: Tell, values: Values) -> Answers:
    """The answers to the questions, each asked again until it is right. They go into `values` as they are given.

    `ask` takes a label and a prompt. An empty answer stands for the one that is there or what is usual, if anything is, and "<"
    for the question before. It starts at the first question without an answer that needs one, and offers to leave out those that
    can wait. `tell` is told what is wrong, and how a list was understood.
    """
    asked = questions()
    can_wait = 1 + max(number for number, one in enumerate(asked) if one.field.is_required)
    place = next(_unanswered(values), 0)
    is_offered = False
    while place < len(asked):
        if place == can_wait and not is_offered:
            reply = ask("Enter or more", _offer(asked[can_wait:], values)).strip()
            if not reply:
                break
            is_offered = reply != _BACK
            place -= reply == _BACK
            continue
        label = f"{place + 1} of {can_wait if place < can_wait else len(asked)}, {asked[place].name}"
        place = place + 1 if answered(asked[place], label, ask, tell, values) else max(place - 1, 0)
    return answers_in(values)


def _offer(rest: Sequence[Question], values: Values) -> str:
    usual = "\n".join(f"  {one.name}: {one.usual(values) or 'none'}" for one in rest)
    return f"That is all we need. The other {len(rest)} can stay as they are:\n{usual}\nPress Enter to keep them, or type more to be asked."


def answered(question: Question, label: str, ask: Ask, tell: Tell, values: Values) -> bool:
    """Put the answer to a question into `values`. False if the answer was to go back, which changes nothing."""
    while True:
        answer = ask(label, question.prompt(values)).strip()
        if answer == _BACK:
            return False
        if not answer and value_at(values, question.path):
            return True
        if not question.field.is_required and answer.lower() in _NONE:
            answer = ""
        if not answer and question.field.is_required:
            tell("This question needs an answer.")
            continue
        entries = [entry for entry in _SEPARATOR.split(answer) if entry]
        given = copy.deepcopy(values)
        _take_out(given, question.path)
        if answer:
            put(given, question.path, entries if question.field.is_list else question.field.meant(answer) or answer)
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
        return "\n".join(_FIELD.sub("this question", _ASIDE.sub("", _SUBJECT.sub("This answer", one))) for one in told)
    return ""
