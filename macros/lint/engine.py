"""Finds the rules and runs them on a library."""

import inspect
import pkgutil
from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from graphlib import TopologicalSorter
from importlib import import_module
from typing import Any, get_type_hints

import macros.lint.rules
from macros.kinds import KINDS, Record
from macros.library.cards import Card
from macros.library.library import Library, NetworkUnreadable, kind_of, no_garbage_to_collect
from macros.library.sharing import Ahead, pieces
from macros.lint.diagnostics import Diagnostic, Diagnostics, Level, RuleContext, RuleTopic, as_far_as_known
from macros.lint.people.untold import untold
from macros.lint.unforeseen import UNFORESEEN, unforeseen
from macros.schema.network import Network
from macros.schema.part import Unknown
from macros.source.diagnostic import Rejection
from macros.source.document import Document

# More diagnostics of a rule in one file are the same mistake repeated, and each takes time to find its line.
_MOST_OF_A_RULE = 500

# Into how many pieces to share out the files for each process: some take longer than others.
_SHARES = 10

# What is found in some files, with the cards of their valid records, if files are read as they are checked.
Found = tuple[list[Diagnostic], dict[str, Card]]
Tasks = Sequence[Callable[[], Found]]
Progress = Callable[[Tasks], Tasks]

# For a rule that skips files with errors.
EVERY_ERROR = ("every-error",)


@dataclass(frozen=True)
class Rule:
    """A requirement that files must meet.

    A rule module defines at least one of three functions. `explain(rejection, context)` returns the words for a rejection
    by a reader or model, or a diagnostic if it also knows a fix or a better place; `MESSAGE` will do if only what the
    rejection tells in detail varies. `check(context)` checks one file. It may take `today`, and `record`; it then only
    runs on records of the annotated type. `check_library(library)` checks all files. It may take `today`. A field that cannot be
    read raises `Unknown`, which ends the check of that file, or of what `as_far_as_known` surrounds.

    The module's docstring gives the requirement and, after a blank line, the reason, starting with "Why: ". `TOPIC` is
    required. `LEVEL`, `KINDS` (which kinds of file to `check`; by default every kind of record), `ABOUT` (the kind of record in which
    `check_library` finds something, if only in that), `AFTER` (rules whose diagnostics
    silence this one in the same field, entry or line of the text) and `AFTER_ANYWHERE` (in the same file) are optional. `takes` are
    the names of what `check` takes besides the context, `takes_of_library` those of what `check_library` takes.
    """

    id: str
    requirement: str
    why: str
    topic: RuleTopic
    level: Level
    kinds: tuple[str, ...]
    about: type[Record] | None
    after: tuple[str, ...]
    after_anywhere: tuple[str, ...]
    message: str
    explain: Callable[[Rejection, RuleContext], str | Diagnostic] | None
    check: Callable[..., Diagnostics] | None
    takes: tuple[str, ...]
    check_library: Callable[..., Diagnostics] | None
    takes_of_library: tuple[str, ...]


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id, in an order where each comes before the rules it silences."""
    found = [_rule(module.name) for module in pkgutil.iter_modules(macros.lint.rules.__path__)]
    errors = tuple(rule.id for rule in found if rule.level is Level.ERROR)
    by_id = {
        rule.id: replace(rule, after_anywhere=errors) if rule.after_anywhere == EVERY_ERROR else rule for rule in found
    }
    graph = {rule.id: sorted({*rule.after, *rule.after_anywhere}) for rule in by_id.values()}
    order = TopologicalSorter(graph).static_order()
    return {rule_id: by_id[rule_id] for rule_id in order}


def _rule(name: str) -> Rule:
    module = import_module(f"macros.lint.rules.{name}")
    check, check_library = getattr(module, "check", None), getattr(module, "check_library", None)
    requirement, _, why = (inspect.getdoc(module) or "").partition("\n\n")
    return Rule(
        id=name.replace("_", "-"),
        requirement=requirement,
        why=" ".join(why.removeprefix("Why: ").split()),
        topic=module.TOPIC,
        level=getattr(module, "LEVEL", Level.ERROR),
        kinds=getattr(module, "KINDS", None) or _kinds_of(check),
        about=getattr(module, "ABOUT", None),
        after=getattr(module, "AFTER", ()),
        after_anywhere=getattr(module, "AFTER_ANYWHERE", ()),
        message=getattr(module, "MESSAGE", ""),
        explain=getattr(module, "explain", None),
        check=check,
        takes=_takes(check)[1:],
        check_library=check_library,
        takes_of_library=_takes(check_library),
    )


def _takes(function: Callable[..., Diagnostics] | None) -> tuple[str, ...]:
    """The names of what a function of a rule takes."""
    return (*inspect.signature(function).parameters,) if function else ()


def _kinds_of(check: Callable[..., Diagnostics] | None) -> tuple[str, ...]:
    """The kinds that match the annotated type of `record` in a check; every kind if it has none."""
    model = get_type_hints(check).get("record", Record) if check else Record
    return tuple(kind for kind, record_type in KINDS.items() if issubclass(record_type, model))


@no_garbage_to_collect()
def check_library(
    library: Library,
    today: date,
    *,
    paths: Collection[str] | None = None,
    only: str | None = None,
    processes: int = 1,
    progress: Progress = lambda tasks: tasks,
) -> list[Diagnostic]:
    """The diagnostics of every rule, sorted by file and line.

    `paths` limits them to some files, though references are resolved against all of them. `only` limits them to one
    rule. Neither leaves out a fault of the program, which may have hidden anything. Several `processes` share the work. `progress`
    wraps its tasks, like a progress bar.
    """
    checked = [path for path in library.documents if paths is None or path in paths]
    of_all = over_all(paths)
    compared = {rule.about.KIND for rule in of_all if rule.about is not None}
    first = [path for path in checked if kind_of(path) in compared]
    others = [path for path in checked if kind_of(path) not in compared]
    size = len(checked) // (_SHARES * processes) + 1
    tasks = progress(
        [partial(_of_files, some, library, today) for part in (first, others) for some in pieces(part, size)]
    )
    # What is compared as a whole is read here. Of what others check, only cards come back.
    own = -(-len(first) // size)
    ahead = Ahead(tasks[own:], processes)
    try:
        made = [task() for task in tasks[:own]]
        diagnostics = [one for rule in of_all if rule.about is not None for one in of_library(library, today, rule)]
        made += ahead.join()
    finally:
        ahead.stop()
    for found, cards in made:
        diagnostics += found
        library.learn(cards)
    diagnostics += [one for rule in of_all if rule.about is None for one in of_library(library, today, rule)]
    diagnostics += [unforeseen(error, path) for path, error in library.faults.items()]
    if paths is not None:
        diagnostics = [one for one in diagnostics if one.path in paths or one.rule == UNFORESEEN]
    if only is not None:
        diagnostics = [one for one in diagnostics if one.rule in (only, UNFORESEEN)]
    return in_order(diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics by file and line, each once."""
    # Not a set, which would shuffle diagnostics at the same place from run to run.
    return sorted(dict.fromkeys(diagnostics), key=lambda one: (one.path, one.span.line, one.span.column, one.rule))


def over_all(paths: Collection[str] | None = None) -> list[Rule]:
    """The rules that check all files at once, except those that can find nothing in files at these `paths`."""
    found = [rule for rule in rules().values() if rule.check_library is not None]
    if paths is None:
        return found
    kinds = {kind_of(path) for path in paths}
    return [rule for rule in found if rule.about is None or rule.about.KIND in kinds]


def _of_files(paths: Sequence[str], library: Library, today: date) -> Found:
    """What the rules find that check a single file."""
    documents = [document for path in paths if (document := library.documents.get(path)) is not None]
    # All texts first: a parser that runs between the rules, each time after much other code, takes twice as long. A fault in
    # it shows again below, where it is reported.
    for document in documents:
        with suppress(Exception):
            document.read_parts()
    found = [unforeseen(library.faults[path], path) for path in paths if path in library.faults]
    for document in documents:
        found.extend(of_document(document, library, today))
    return found, {path: card for path in paths if (card := library.cards.get(path))}


def of_document(document: Document, library: Library, today: date) -> Diagnostics:
    """The diagnostics of the rules that check a single file, for one file. A fault of the program is one of them."""
    return _guarded(check_document(document, library, today), document.path)


def of_library(library: Library, today: date, rule: Rule) -> list[Diagnostic]:
    """The diagnostics of a rule that checks all files at once."""
    return [*_guarded(_of_all_files(library, today, rule))]


def _of_all_files(library: Library, today: date, rule: Rule) -> Diagnostics:
    assert rule.check_library is not None
    given = {"library": library, "today": today}
    for diagnostic in as_far_as_known(rule.check_library(*(given[name] for name in rule.takes_of_library))):
        yield _labelled(diagnostic, rule)


def _guarded(diagnostics: Diagnostics, path: str = "") -> Diagnostics:
    """The diagnostics up to the first fault of the program, and that fault."""
    try:
        yield from diagnostics
    except Exception as error:
        yield unforeseen(error, path)


def check_document(document: Document, library: Library, today: date) -> Diagnostics:
    """The diagnostics of the rules that check a single file."""
    record = library.known(document)
    context = RuleContext(library, document, record)
    reported: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in _explained(context):
        reported[diagnostic.rule].append(diagnostic)
        yield diagnostic
    given = {"record": record, "today": today}
    arguments = {takes: (context, *(given[name] for name in takes)) for takes in _ways_to_check()}
    said: Container[object] = ()
    for rule, check in _checks_of(document.kind, has_record=record is not None):
        # Most files have no diagnostic, and each rule has to take no time for them.
        if reported:
            if not reported.keys().isdisjoint(rule.after_anywhere):
                continue
            said = {document.place_of(one.span.line) for name in rule.after for one in reported.get(name, ())}
        # Not `as_far_as_known`, which would double the time that a rule without a finding takes.
        try:
            for diagnostic in check(*arguments[rule.takes]):
                if said and document.place_of(diagnostic.span.line) in said:
                    continue
                reported[rule.id].append(diagnostic)
                yield _labelled(diagnostic, rule)
                if len(reported[rule.id]) == _MOST_OF_A_RULE:
                    break
        except Unknown:
            continue


@cache
def _checks_of(kind: str, *, has_record: bool) -> list[tuple[Rule, Callable[..., Diagnostics]]]:
    """The checks of a file of this kind, without those that need a record if nothing is known of it."""
    of_kind = (rule for rule in rules().values() if kind in rule.kinds and (has_record or "record" not in rule.takes))
    return [(rule, rule.check) for rule in of_kind if rule.check is not None]


@cache
def _ways_to_check() -> set[tuple[str, ...]]:
    """What checks of a file take besides the context."""
    return {rule.takes for rule in rules().values()}


def rejections_explained(document: Document, library: Library) -> list[str]:
    """The messages for the rejections of a document, for a record that is not in a file yet."""
    return [diagnostic.message for diagnostic in _explained(RuleContext(library, document, None))]


def network_diagnostics(unreadable: NetworkUnreadable) -> list[Diagnostic]:
    """The diagnostics for an unreadable `network.yml`, without which no record can be checked."""
    empty = Library(Network.model_construct(**dict[str, Any]()))
    return list(_explained(RuleContext(empty, unreadable.document, None)))


def _explained(context: RuleContext) -> Diagnostics:
    for rejection in context.document.rejections:
        rule = rules()[rejection.code]
        words = rule.explain(rejection, context) if rule.explain else rule.message.format(**rejection.detail)
        if isinstance(words, str):
            words = context.diagnostic(words, rejection.location, span=rejection.span)
        yield _labelled(words, rule)


def _labelled(diagnostic: Diagnostic, rule: Rule) -> Diagnostic:
    return replace(diagnostic, rule=rule.id, level=rule.level, message=untold(diagnostic.message))
