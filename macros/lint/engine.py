"""The rule book: finds the rules, and runs them over a library."""

import inspect
import pkgutil
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from typing import Any, get_type_hints

import macros.lint.rules
from macros.kinds import KINDS, Record
from macros.library.library import Library, NetworkUnreadable, no_garbage_to_collect
from macros.lint.diagnostics import Diagnostic, Level, RuleContext, RuleTopic
from macros.schema.network import Network
from macros.source.diagnostic import Rejection
from macros.source.document import Document

Check = Callable[..., Iterable[Diagnostic]]
EVERY_RECORD = (*KINDS,)
# For a rule that has nothing to say of a file while there is an error in it.
EVERY_ERROR = ("every-error",)


@dataclass(frozen=True)
class Rule:
    """One requirement.

    A rule module may define three functions, of which it needs one: `explain(rejection, context)` puts a rejection of a reader
    or a model into words; `check(context)` looks at one file; `check_library(library)` looks at all of them. `today` may be
    a further argument of the last two, and `record` of `check`, which then looks at valid records of the kind that it is
    annotated with. Its docstring is the requirement, and after a blank line the reason, which starts with
    "Why: ". `TOPIC` is what it is about. `LEVEL`, `KINDS` (the kinds of file that `check` looks at; every kind of record if
    it says nothing) and `AFTER` (rules that make this one silent on a file) are optional.
    """

    id: str
    requirement: str
    why: str
    topic: RuleTopic
    level: Level
    kinds: tuple[str, ...]
    after: tuple[str, ...]
    explain: Callable[[Rejection, RuleContext], Diagnostic] | None
    check: Check | None
    check_library: Check | None


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id, those that make others silent before the ones they silence."""
    found = {}
    for module_info in pkgutil.iter_modules(macros.lint.rules.__path__):
        rule = _rule(module_info.name)
        found[rule.id] = rule
    errors = tuple(rule.id for rule in found.values() if rule.level is Level.ERROR)
    found |= {rule.id: replace(rule, after=errors) for rule in found.values() if rule.after == EVERY_ERROR}
    order = TopologicalSorter({rule.id: sorted(rule.after) for rule in found.values()}).static_order()
    return {rule_id: found[rule_id] for rule_id in order}


def _rule(name: str) -> Rule:
    module = import_module(f"macros.lint.rules.{name}")
    check = getattr(module, "check", None)
    requirement, _, why = (inspect.getdoc(module) or "").partition("\n\n")
    return Rule(
        id=name.replace("_", "-"),
        requirement=requirement,
        why=" ".join(why.removeprefix("Why: ").split()),
        topic=module.TOPIC,
        level=getattr(module, "LEVEL", Level.ERROR),
        kinds=getattr(module, "KINDS", None) or _kinds_of(check),
        after=getattr(module, "AFTER", ()),
        explain=getattr(module, "explain", None),
        check=check,
        check_library=getattr(module, "check_library", None),
    )


def _kinds_of(check: Check | None) -> tuple[str, ...]:
    """The kind that a check says it looks at by the type of its record; every kind if it does not say."""
    model = get_type_hints(check).get("record", Record) if check else Record
    return tuple(kind for kind, one in KINDS.items() if issubclass(one, model))


@no_garbage_to_collect()
def check_library(
    library: Library, today: date, *, paths: Collection[str] | None = None, only: str | None = None
) -> list[Diagnostic]:
    """What the rules find, sorted by file and line.

    `paths` limits the diagnostics to some files (references are resolved against all of them), `only` to one rule.
    """
    diagnostics: list[Diagnostic] = []
    for document in library.documents.values():
        if paths is None or document.path in paths:
            diagnostics.extend(check_document(document, library, today))
    for rule in rules().values():
        if rule.check_library is not None:
            further = [today for _ in _further(rule.check_library)]
            diagnostics.extend(_of(rule, found) for found in rule.check_library(library, *further))
    if paths is not None:
        diagnostics = [diagnostic for diagnostic in diagnostics if diagnostic.path in paths]
    if only is not None:
        diagnostics = [diagnostic for diagnostic in diagnostics if diagnostic.rule == only]
    # Of those at one place, the one that was found first comes first: a set would shuffle them from run to run.
    return sorted(dict.fromkeys(diagnostics), key=lambda diagnostic: diagnostic.sort_key)


def check_document(document: Document, library: Library, today: date) -> Iterator[Diagnostic]:
    """What the rules that look at one file find in `document`."""
    record = library.records[document.kind].get(document.id) if document.kind in KINDS else None
    context = RuleContext(library, document, record)
    spoken: set[str] = set()
    for diagnostic in _explained(context):
        spoken.add(diagnostic.rule)
        yield diagnostic
    given = {"record": record, "today": today}
    for rule, check, further in _checks_of(document.kind):
        if (spoken and not spoken.isdisjoint(rule.after)) or (record is None and "record" in further):
            continue
        for found in check(context, *(given[name] for name in further)):
            spoken.add(rule.id)
            yield _of(rule, found)


@cache
def _checks_of(kind: str) -> tuple[tuple[Rule, Check, tuple[str, ...]], ...]:
    return tuple(
        (rule, rule.check, _further(rule.check))
        for rule in rules().values()
        if rule.check is not None and kind in rule.kinds
    )


@cache
def _further(check: Check) -> tuple[str, ...]:
    """The names of what a check is given beside its subject."""
    _, *further = inspect.signature(check).parameters
    return tuple(further)


def rejections_explained(document: Document, library: Library) -> list[str]:
    """The rejections of a document in words, without their place: for a record that is not written yet."""
    return [diagnostic.message for diagnostic in _explained(RuleContext(library, document, None))]


def network_diagnostics(unreadable: NetworkUnreadable) -> list[Diagnostic]:
    """What is wrong with `network.yml`, without which no record can be checked."""
    nothing = Library(Network.model_construct(**dict[str, Any]()))
    return list(_explained(RuleContext(nothing, unreadable.document, None)))


def _explained(context: RuleContext) -> Iterator[Diagnostic]:
    for rejection in context.document.rejections:
        rule = rules()[rejection.code]
        assert rule.explain is not None, f"nothing explains {rejection.code}"
        yield _of(rule, rule.explain(rejection, context))


def _of(rule: Rule, found: Diagnostic) -> Diagnostic:
    return replace(found, rule=rule.id, level=rule.level)
