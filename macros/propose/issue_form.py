"""The issue forms on GitHub and what they ask for, derived from the models."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pydantic import BaseModel

from macros.kinds import ENTRIES, PROPOSED, Entry, Initiative, InitiativeStage
from macros.library.records import Records
from macros.propose.services import CHOOSE_SERVICES, UNLISTED
from macros.propose.specification import Question, questions
from macros.schema.description import FieldDescription, Option

# The label of issues written with a form, which triggers the workflow.
LABEL = "proposal"

_NOT_IN_LIST = " If it is not in the list, propose it first."
# An option in place of a service.
NOT_LISTED = "My service is not in the list"
_SAY_WHICH = f' If yours is not in the list, say "{NOT_LISTED}" here and write its name below.'
# The longest text for a one-line box.
_ONE_LINE = 80
# A longer list would help no one.
_MOST_OPTIONS = 60

# The form for opening questions, which become ideas: its entries of an initiative, and the summary.
_ASKED_OF_QUESTION = ("tags", "services", UNLISTED, "contact", "how-to-try-it", "what-changed")
_SUMMARY_OF_QUESTION = "A question to ask at the start of a meeting: {title}"
_HOW_TO_ASK = (
    "Ask it at the start of a meeting, before the first item on the agenda. Anyone can pass, without giving a reason."
)


# The fields that the forms have asked for since issues that may still be open were written.
_NOT_IN_OPEN_ISSUES = {"last_day", "reason", "join"}


@dataclass(frozen=True)
class FormElement(Question):
    """An entry of a form. Without options it is free text.

    `start` is what it holds at first. `other` is an extra option, explained in the next entry. `is_new` marks an entry
    that older issues, still open, do not have.
    """

    is_long: bool = False
    example: str = ""
    start: str = ""
    other: str = ""
    is_new: bool = False


# Asked about kinds whose text has no sections.
FREE_TEXT = FormElement("text", "Text", "Anything more that readers should know. You can leave it out.", is_long=True)


@dataclass(frozen=True, slots=True)
class IssueForm:
    """A form: its name, as in its file name, the model it creates, and its entries.

    `title` prefills the issue's title. `given` are values for fields that the form does not ask for, where {title} is
    replaced by the issue's title.
    """

    name: str
    model: type[BaseModel]
    heading: str
    about: str
    entries: Sequence[FormElement]
    title_hint: str
    title: str = ""
    given: Mapping[str, str] = field(default_factory=dict)


def forms(library: Records) -> list[IssueForm]:
    """Every form, in the order of `PROPOSED`."""
    of_kinds = {}
    for kind, model in PROPOSED.items():
        title, *entries = _entries(model, library)
        of_kinds[kind] = IssueForm(
            kind,
            model,
            f"Propose {model.NAME.some}",
            model.__doc__ or "",
            entries if model.SECTIONS else [*entries, FREE_TEXT],
            f"The title above becomes the title of the page. {title.hint} Example: {title.example}",
        )
    return [
        *of_kinds.values(),
        _question(of_kinds[Initiative.KIND]),
        *(_entry_form(one, library) for one in ENTRIES.values()),
    ]


def _question(initiative: IssueForm) -> IssueForm:
    entries = [entry for entry in initiative.entries if entry.name in _ASKED_OF_QUESTION]
    return IssueForm(
        "question",
        Initiative,
        "Propose a question to ask at the start of a meeting",
        "A light question that anyone can answer and no one has to.",
        [replace(entry, start=_HOW_TO_ASK) if entry.section and entry.is_needed else entry for entry in entries],
        "The title above is the question itself. Example: What is your favourite film?",
        given={"stage": InitiativeStage.IDEA, "summary": _SUMMARY_OF_QUESTION, "opens_meetings": "true"},
    )


def _entry_form(model: type[Entry], library: Records) -> IssueForm:
    return IssueForm(
        model.FORM,
        model,
        model.HEADING,
        model.__doc__ or "",
        _entries(model, library),
        "The title above can stay as it is. It is not shown on the site.",
        title=model.TITLE,
    )


def _entries(model: type[BaseModel], library: Records) -> list[FormElement]:
    return [_entry(one, one.field) if one.field else _without_field(one) for one in questions(model, library)]


def _without_field(question: Question) -> FormElement:
    known = {**vars(question), "options": _short(question.options)}
    return FormElement(**known, is_long=question.section is not None, is_new=question.name == UNLISTED)


def _short(options: Sequence[Option]) -> Sequence[Option]:
    return options if len(options) <= _MOST_OPTIONS else ()


def _entry(question: Question, one: FieldDescription) -> FormElement:
    options = question.options if one.kind is None else _short(question.options)
    hint, other = _hint(question, one), ""
    if one.name in CHOOSE_SERVICES and question.is_needed:
        hint, other = hint + _SAY_WHICH, NOT_LISTED
    elif options and one.kind and question.is_needed:
        hint += _NOT_IN_LIST
    example = "" if options else one.example or ""
    is_long = one.characters is not None and one.characters.max_length > _ONE_LINE
    return FormElement(
        **{**vars(question), "hint": hint, "options": options},
        is_long=is_long or (one.is_list and not options),
        example="\n".join(example) if isinstance(example, list) else str(example),
        other=other,
        is_new=one.name in _NOT_IN_OPEN_ISSUES,
    )


def _hint(question: Question, one: FieldDescription) -> str:
    parts = [one.hint]
    parts += [f"{option.label}: {option.description}" for option in question.options if option.description]
    low, high = one.limits
    if low is not None and high is not None:
        parts.append(f"{low} to {high}{' characters' if one.characters else ''}.")
    return " ".join(parts)
