"""The issue forms on GitHub and what they ask for, derived from the models."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pydantic import BaseModel

from macros.kinds import KINDS, Initiative, InitiativeStage, Record, Topic
from macros.library.records import Records
from macros.propose.services import CHOOSES_SERVICES, UNLISTED, UNLISTED_HINT, UNLISTED_LABEL
from macros.propose.specification import asked_as, records_to_name
from macros.schema.description import FieldDescription, described
from macros.schema.network import Network
from macros.source.diagnostic import Location

# The label of issues written with a form, which triggers the workflow.
LABEL = "proposal"

# The issue's title becomes the record's title, and the day of processing becomes `added`.
_NOT_ASKED = ("title", "added")
_NOT_IN_LIST = " What is not in the list has to be proposed first."
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
    "Ask it at the start of a meeting, before the first item on the agenda. Let anybody pass without a reason."
)


@dataclass(frozen=True, slots=True)
class FormElement:
    """An entry of a form. It becomes the field at `location`, or the text under the heading `section`.

    `section` is None for a field, and empty for text without a heading. `options` maps each label to a word or id, and
    is empty for free text. `other` is an extra option, explained in the next entry. `of_kind` is the kind of record that
    the entry names. `is_new` marks an entry that older issues, still open, do not have.
    """

    id: str
    label: str
    hint: str
    location: Location = ()
    section: str | None = None
    is_needed: bool = False
    is_list: bool = False
    is_long: bool = False
    example: str = ""
    start: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    other: str = ""
    of_kind: str | None = None
    is_new: bool = False


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
    """Every form, in the order of KINDS."""
    of_kinds = {}
    for kind, model in KINDS.items():
        fields = described(model)
        title = _entry(fields["title"], library, (), True)
        of_kinds[kind] = IssueForm(
            kind,
            model,
            f"Propose {model.NAME.some}",
            model.__doc__ or "",
            [*_entries(fields, library), *_texts(model)],
            f"The title above becomes the title of the page. {title.hint} Example: {title.example}",
        )
    return [*of_kinds.values(), _question(of_kinds[Initiative.KIND]), _topic(library)]


def _question(initiative: IssueForm) -> IssueForm:
    entries = [entry for entry in initiative.entries if entry.id in _ASKED_OF_QUESTION]
    return IssueForm(
        "question",
        Initiative,
        "Propose a question to ask at the start of a meeting",
        "A light question that everybody can answer and nobody has to.",
        [replace(entry, start=_HOW_TO_ASK) if entry.section and entry.is_needed else entry for entry in entries],
        "The title above is the question itself. Example: What is your favourite film?",
        given={"stage": InitiativeStage.IDEA, "summary": _SUMMARY_OF_QUESTION, "opens_meetings": "true"},
    )


def _topic(library: Records) -> IssueForm:
    return IssueForm(
        "topic",
        Topic,
        "Propose a topic for the next meeting",
        Topic.__doc__ or "",
        list(_entries(described(Topic), library)),
        "The title above can stay as it is. It is not shown on the site.",
        title="A topic for the next meeting",
    )


def _entries(
    fields: Mapping[str, FieldDescription], library: Records, group: tuple[str, ...] = ()
) -> Iterator[FormElement]:
    """The entries of a form, with the fields of a group one by one."""
    proposed = {name: one for name, one in fields.items() if one.is_proposed and (group or name not in _NOT_ASKED)}
    for name, one in proposed.items():
        is_needed = one.is_needed(proposed)
        if one.parts:
            for entry in _entries(one.parts, library, (name,)):
                yield replace(entry, is_needed=is_needed and entry.is_needed)
        elif name == CHOOSES_SERVICES:
            entry = _entry(one, library, group, is_needed)
            yield replace(entry, hint=entry.hint.removesuffix(_NOT_IN_LIST) + _SAY_WHICH, other=NOT_LISTED)
            yield FormElement(UNLISTED, UNLISTED_LABEL, UNLISTED_HINT, is_new=True)
        else:
            yield _entry(one, library, group, is_needed)


def _entry(one: FieldDescription, library: Records, group: tuple[str, ...], is_needed: bool) -> FormElement:
    options = _options(one, library)
    example = "" if options else one.example or ""
    longest = one.limits[1] if one.characters else None
    return FormElement(
        id="-".join((*group, one.name)),
        label=asked_as(one, group),
        hint=_hint(one, library.network) + (_NOT_IN_LIST if options and is_needed and one.kind else ""),
        location=(*group, one.name),
        is_needed=is_needed,
        is_list=one.is_list,
        is_long=(longest or 0) > _ONE_LINE or (one.is_list and not options),
        example="\n".join(example) if isinstance(example, list) else str(example),
        options=options,
        of_kind=one.kind,
    )


def _options(one: FieldDescription, library: Records) -> Mapping[str, str]:
    """The options: words of a vocabulary, or titles of records unless there are too many."""
    if one.kind is None:
        return {option.label: option.value for option in one.options(library.network)}
    titles = {record.title: record.id for record in records_to_name(one.kind, library)}
    return dict(sorted(titles.items())) if len(titles) <= _MOST_OPTIONS else {}


def _hint(one: FieldDescription, network: Network) -> str:
    parts = [one.hint]
    parts += [f"{option.label}: {option.description}" for option in one.options(network) if option.description]
    low, high = one.limits
    if low is not None and high is not None:
        parts.append(f"{low} to {high}{' characters' if one.characters else ''}.")
    return " ".join(parts)


def _texts(model: type[Record]) -> Iterator[FormElement]:
    """The entries for the text: one for each section of the kind, or one for free text."""
    if not model.SECTIONS:
        yield FormElement(
            "text", "Text", "Anything more that readers should know. You can leave it out.", section="", is_long=True
        )
        return
    for section in model.SECTIONS:
        yield FormElement(
            id=section.name,
            label=section.title,
            hint=section.hint,
            section=section.title,
            is_needed=not section.not_at,
            is_long=True,
        )
