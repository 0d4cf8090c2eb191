"""A proposal form on the site: its questions, their options, and the settings of its script."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, get_args

from macros.kinds import KINDS, Entry, Record
from macros.library.library import CONTENT
from macros.library.public import PublicLibrary
from macros.library.records import Records
from macros.lint.diagnostics import listed
from macros.pages.edit_links import EditLinks
from macros.propose.services import CHOOSE_SERVICES, UNLISTED, services_by_name
from macros.propose.specification import GIVEN_BY_PAGES, PROPOSALS, Question, questions
from macros.schema.description import FieldDescription, Option, described
from macros.schema.types import Day, DayMonthOrYear, DayOrMonth, MailAddress

# Longer text gets a multi-line box.
_ONE_LINE = 100
_SORT_OF_MARK = {
    get_args(MailAddress)[1]: "mail",
    **{get_args(kind)[1]: "date" for kind in (Day, DayOrMonth, DayMonthOrYear)},
}
_WITH_EXAMPLE = {"text", "number", "mail", "date"}


@dataclass(frozen=True)
class FormQuestion(Question):
    """A question on the site.

    `sort` is its widget: text, area, number, mail, date, radios, boxes or select. If `shown_at` has stages, the question
    is only asked at those. `needed_at` has the stages that need an answer; with `is_needed`, all do.
    """

    sort: str = "text"
    shown_at: Sequence[str] = ()
    needed_at: Sequence[str] = ()
    is_folded: bool = False


@dataclass(frozen=True)
class Target:
    """Where an entry is added: to the list `list` of a record.

    `asks` is the question that asks for the record. Without one, `id` is that of the next meeting, empty if there is none. `path`
    is its file, and `edit` the address to edit it, both with "{id}" in them. `filled` are the records that have the list.
    """

    list: str
    asks: str
    id: str
    path: str
    edit: str
    filled: Sequence[str]


@dataclass(frozen=True)
class ProposalForm:
    """A form for a record in `folder`, or for an entry of the record at `target`.

    `meeting` is the next meeting in words, if that is where an entry goes. `missing` names the records that the network needs before
    anyone can propose something.
    """

    name: str
    questions: Sequence[FormQuestion]
    contact: str
    settings: str
    folder: str = ""
    missing: Sequence[str] = ()
    meeting: str = ""
    target: Target | None = None


@dataclass(frozen=True)
class Wanted:
    """A page's settings for a form.

    `ask` maps each question to [label, hint], [label] or [], to replace the usual words; if empty, all are asked.
    `fixed` are answers to questions that are not asked; "{title}" in a text is replaced by that answer.
    """

    kind: str
    name: str
    ask: Mapping[str, Sequence[str]] = field(default_factory=dict)
    fixed: Mapping[str, Any] = field(default_factory=dict)


def proposal_form(wanted: Wanted, public: PublicLibrary, repository: EditLinks) -> ProposalForm:
    """The form for a page. Raises `ValueError` if `wanted` has an unknown question or answer."""
    model, network = PROPOSALS[wanted.kind], public.network
    fields = described(model)
    stages = fields["stage"].choices if "stage" in fields else []
    known = [_form_question(one, stages) for one in questions(model, public)]
    _refuse_unknown(wanted, {question.name: question for question in known})
    asked = [_with_words(one, wanted.ask.get(one.name, ())) for one in known if _is_asked(one.name, wanted)]
    target = _target(model, public, repository) if issubclass(model, Entry) else None
    meeting = public.next_meeting if target and target.id else None
    settings = {
        "kind": wanted.kind,
        "fixed": wanted.fixed,
        "order": list(fields),
        "texts": [name for name, one in fields.items() if one.is_text],
        "sections": [[one.name, one.section.title] for one in known if one.section],
        "issues": repository.new_issue,
        "contact": network.contact or "",
        "zone": network.time_zone,
        # The rule on personal data also accepts these words in a role's mailbox.
        "ownWords": sorted(network.role_words),
        "services": services_by_name(public) if any(one.name == UNLISTED for one in asked) else {},
        **({"entry": asdict(target)} if target else {}),
        **(_taken(model, public, repository) if issubclass(model, Record) else {}),
    }
    return ProposalForm(
        name=wanted.name,
        questions=asked,
        contact=network.contact or "",
        settings=json.dumps(settings, ensure_ascii=False),
        folder=model.FOLDER if issubclass(model, Record) else "",
        missing=[*_missing(asked, target)],
        meeting=f"{meeting.title}, {meeting.shown_day}" if meeting else "",
        target=target,
    )


def _missing(asked: Sequence[FormQuestion], target: Target | None) -> Iterator[str]:
    for one in asked:
        if one.is_needed and not one.options and one.sort == "boxes":
            yield one.label.lower()
        elif target and one.name == target.asks and not one.options:
            yield KINDS[one.name].NAME.nouns


def _target(model: type[Entry], public: PublicLibrary, repository: EditLinks) -> Target:
    of_kind, meeting = KINDS[model.KIND], public.next_meeting
    file = f"{of_kind.FOLDER}/{{id}}.md"
    return Target(
        list=model.LIST,
        asks=model.KIND if model.WHICH else "",
        id="" if model.WHICH or meeting is None else meeting.id,
        path=f"{CONTENT}/{file}",
        edit=repository.edit(file),
        filled=[one.id for one in public.all_of(of_kind).values() if getattr(one, model.LIST)],
    )


def _taken(model: type[Record], library: Records, repository: EditLinks) -> dict[str, Any]:
    """The folder of new records, and the taken names with their titles."""
    folder = repository.new_files + model.FOLDER if repository.new_files else ""
    existing = library.all_of(model)
    names = {**{name: name for name in existing}, **library.aliases[model.KIND]}
    taken = {name: existing[record_id].title for name, record_id in names.items()}
    return {"files": folder, "folder": model.FOLDER, "taken": taken}


def _is_asked(name: str, wanted: Wanted) -> bool:
    if name == UNLISTED:
        return any(_is_asked(one, wanted) for one in CHOOSE_SERVICES)
    return name not in wanted.fixed and (not wanted.ask or name in wanted.ask)


def _with_words(question: FormQuestion, words: Sequence[str]) -> FormQuestion:
    own_label, own_hint = [*words, *(question.label, question.hint)[len(words) :]]
    return replace(question, label=own_label, hint=own_hint)


def _refuse_unknown(wanted: Wanted, known: Mapping[str, FormQuestion]) -> None:
    given = GIVEN_BY_PAGES & PROPOSALS[wanted.kind].model_fields.keys()
    for name in (*wanted.ask, *(one for one in wanted.fixed if one not in given)):
        if name not in known:
            raise ValueError(f'The form "{wanted.name}" has no question "{name}". It has {", ".join(known)}.')
    for name, given in wanted.fixed.items():
        words = {option.value for option in known[name].options} if name in known else set()
        unknown = [one for one in (given if isinstance(given, list) else [given]) if words and one not in words]
        if unknown:
            raise ValueError(
                f'The form "{wanted.name}" answers "{name}" with {", ".join(unknown)}, which does not exist. '
                f"Write one of these: {listed(sorted(words))}."
            )


def _form_question(question: Question, stages: Sequence[Option]) -> FormQuestion:
    if section := question.section:
        needed_at = [stage.value for stage in stages if section.is_needed(stage.value)] if section.not_at else ()
        return FormQuestion(**vars(question), sort="area", needed_at=needed_at)
    if (one := question.field) is None:
        return FormQuestion(**vars(question), sort="select" if question.options else "text")
    sort, is_optional = _sort(one), not (question.is_needed or one.needed_at)
    return FormQuestion(
        **{**vars(question), "hint": _hint(one, sort)},
        sort=sort,
        shown_at=one.only_at,
        needed_at=one.needed_at,
        is_folded=one.kind is not None and one.is_list and is_optional,
    )


def _sort(one: FieldDescription) -> str:
    if one.is_list:
        return "boxes"
    if one.kind or one.vocabulary:
        return "select"
    if one.choices:
        return "radios" if one.is_required else "select"
    if one.leaf is int:
        return "number"
    marked = (_SORT_OF_MARK[mark] for mark in one.marks if mark in _SORT_OF_MARK)
    return next(marked, "area" if (one.limits[1] or 0) > _ONE_LINE else "text")


def _hint(one: FieldDescription, sort: str) -> str:
    parts = [one.hint]
    if sort in _WITH_EXAMPLE and one.examples:
        parts.append(f"For example, {str(one.example).rstrip('.')}.")
    if one.characters:
        parts.append(f"{one.characters.min_length} to {one.characters.max_length} characters.")
    return " ".join(parts)
