"""Turns the answers of a form into the text of a record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from pathlib import PurePosixPath
from typing import Any

from macros.kinds import KINDS, Entry, Record, Service
from macros.library.library import CONTENT, INDEX, Library
from macros.library.public import PublicLibrary
from macros.propose.answer_text import as_record_text, one_paragraph, refuse_pictures
from macros.propose.issue import Issue, IssueUnreadable, write_under
from macros.propose.issue_form import FREE_TEXT, NOT_LISTED, FormElement, IssueForm
from macros.propose.services import NO_NAMES, UNLISTED, UNLISTED_LABEL, services_by_name
from macros.propose.skeleton import file_name, put, record_name
from macros.schema.description import described
from macros.source.document import Document
from macros.source.front_matter import HELP, comments
from macros.source.likeness import alike
from macros.source.writer import record_text

# Windows reserves some short names, such as con and com1.
_LONGEST_TAKEN_NAME = 4
# Twice the limit of any list in a record.
_MOST_IN_A_LIST = 200


class NoMeetingPlanned(Exception):
    """What is proposed for the next meeting has to wait until one is planned."""


def path_for(
    issue: Issue, form: IssueForm, answers: Mapping[str, str], earlier: str | None, library: Library, today: date
) -> str:
    """The file that an issue becomes or changes: the `earlier` one, or one with a free name.

    Raises `IssueUnreadable` if something is to be added to a record that is not there, and `NoMeetingPlanned` if that is the next meeting.
    """
    if issubclass(form.model, Entry):
        return f"{CONTENT}/{_record_for(form, form.model, answers, library, today).path}"
    assert issubclass(form.model, Record)
    folder = f"{CONTENT}/{form.model.FOLDER}"
    # The earlier file may have been published and changed by others since.
    if earlier and earlier.startswith(f"{folder}/") and not _is_taken(PurePosixPath(earlier).stem, form.model, library):
        return earlier
    name = file_name(issue.title)
    if len(name) <= _LONGEST_TAKEN_NAME or _is_taken(name, form.model, library):
        name = f"{name}-{issue.number}".lstrip("-")
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    return next(f"{folder}/{one}.md" for one in names if not _is_taken(one, form.model, library))


def _is_taken(name: str, model: type[Record], library: Library) -> bool:
    file = f"{name}.md"
    return file == INDEX or f"{CONTENT}/{model.FOLDER}/{file}" in library.files or name in library.aliases[model.KIND]


def text_for(
    issue: Issue, form: IssueForm, answers: Mapping[str, str], path: str, library: Library, today: date
) -> str:
    """The text of that file. Raises `IssueUnreadable` if a list is too long or an entry cannot be added."""
    refuse_pictures(form, answers)
    values = _values(form, answers, library)
    if issubclass(form.model, Entry):
        return _with_entry(form, form.model, library.documents[path], values)
    given = {name: text.replace("{title}", issue.title) for name, text in form.given.items()}
    values |= {"title": issue.title, "added": today.isoformat(), **given}
    return record_text(described(form.model), values, _body(form, answers, values))


@dataclass(frozen=True, slots=True)
class UnlistedService:
    """A service that the network does not have yet, and the id it will get."""

    name: str
    id: str

    @property
    def path(self) -> str:
        """The path of its future file."""
        return f"{CONTENT}/{Service.FOLDER}/{self.id}.md"


def unlisted_service(answers: Mapping[str, str], library: Library) -> UnlistedService | None:
    """The service named as not listed; None if there is none or it exists. Raises `IssueUnreadable`."""
    name = _unlisted_name(answers)
    if not name or _service_called(name, library):
        return None
    taken = services_by_name(library)
    # Only a name without Latin letters gets an id that others may share.
    own = record_name(Service.KIND, name) or Service.KIND
    names = chain([own], (f"{Service.KIND}-{number}" for number in count(2)))
    return UnlistedService(name, next(one for one in names if one not in taken))


def _unlisted_name(answers: Mapping[str, str]) -> str:
    """The name of the unlisted service, if any. Raises `IssueUnreadable` if there are several."""
    lines = [" ".join(line.split()) for line in answers.get(UNLISTED, "").split("\n")]
    names = [line for line in lines if _is_name(line)]
    if len(names) > 1:
        raise IssueUnreadable(
            f'Name one service under the heading "{UNLISTED_LABEL}", on one line. More can be added once your proposal is a page.'
        )
    return names[0] if names else ""


def _is_name(written: str) -> bool:
    """Whether this is a name, and not a hyphen, "none" or the form's own wording."""
    return any(char.isalnum() for char in written) and file_name(written) not in (*NO_NAMES, file_name(NOT_LISTED))


def _service_called(name: str, library: Library) -> str | None:
    """The id of the service with this name, former name or file name."""
    names = services_by_name(library)
    return names.get(alike(name)) or names.get(record_name(Service.KIND, name))


def _with_unlisted(chosen: Sequence[str], answers: Mapping[str, str], library: Library) -> list[str]:
    """The chosen services and the unlisted one. Raises `IssueUnreadable` if its name is missing."""
    listed = [one for one in chosen if alike(one) != alike(NOT_LISTED)]
    name = _unlisted_name(answers)
    if not name and (len(listed) < len(chosen) or (answers[UNLISTED].strip() and not listed)):
        raise IssueUnreadable(write_under(UNLISTED_LABEL))
    unlisted = unlisted_service(answers, library)
    named = unlisted.id if unlisted else _service_called(name, library)
    return [*listed, *([named] if named and named not in listed else [])]


def _values(form: IssueForm, answers: Mapping[str, str], library: Library) -> dict[str, Any]:
    values: dict[str, Any] = {}
    chooser = form.entries[0]
    for entry in form.entries:
        answer, field = answers[entry.name], entry.field
        if field and answer.strip():
            words = _words(entry, field.kind, library)
            known = field.meant(answer) or words.get(alike(answer))
            given = (
                _chosen(answer, words, entry.label) if field.is_list else known or one_paragraph(answer, entry, form)
            )
            put(values, entry.location, given)
        if entry.name == UNLISTED:
            values |= _services(chooser, values.get(chooser.name, []), answers, library)
        chooser = entry
    return values


def _services(chooser: FormElement, given: str | list[str], answers: Mapping[str, str], library: Library) -> Any:
    """The services in the answer to `chooser`, with the one that was named below it."""
    named = _with_unlisted([given] if isinstance(given, str) else given, answers, library)
    if chooser.field and chooser.field.is_list:
        return {chooser.name: named}
    if len(named) > 1:
        raise IssueUnreadable(f'Choose one service under "{chooser.label}", or name one under "{UNLISTED_LABEL}".')
    return {chooser.name: named[0]} if named else {}


def _words(entry: FormElement, kind: str | None, library: Library) -> Mapping[str, str]:
    """The word or id for each accepted answer, as `alike` has it: an option, or the title or id of any record of the kind."""
    of_kind = library.records[kind].values() if kind else ()
    labels = [(record.title, record.id) for record in of_kind] or [(one.label, one.value) for one in entry.options]
    return {alike(answer): word for label, word in labels for answer in (label, word)}


def _chosen(answer: str, words: Mapping[str, str], heading: str) -> list[str]:
    """The choices in an answer such as "Peer support, Workload", each once. Titles may contain commas too."""
    longest = 1 + max((word.count(",") for word in words), default=0)
    found = []
    for line in answer.split("\n"):
        parts = [part.strip() for part in line.split(",")]
        index = 0
        while index < len(parts):
            tried = (", ".join(parts[index : index + size]) for size in range(longest, 1, -1))
            written = next((one for one in tried if alike(one) in words), parts[index])
            found.append(words.get(alike(written), written))
            index += 1 + written.count(",")
    chosen = [one for one in found if one]
    if len(chosen) > _MOST_IN_A_LIST:
        raise IssueUnreadable(f'There is too much under "{heading}": leave {_MOST_IN_A_LIST} entries at most.')
    return [*dict.fromkeys(chosen)]


def _body(form: IssueForm, answers: Mapping[str, str], values: Mapping[str, Any]) -> str:
    """The record's text. A required section keeps its heading even if empty, which a rule then reports."""
    parts = []
    for entry in form.entries:
        answer, section = answers[entry.name], entry.section
        if entry == FREE_TEXT:
            parts.append(as_record_text(answer))
        elif section and (answer.strip() or section.is_needed(values.get("stage"))):
            parts.append(f"## {section.title}\n\n{as_record_text(answer)}")
    return "\n\n".join(parts)


def _record_for(
    form: IssueForm, model: type[Entry], answers: Mapping[str, str], library: Library, today: date
) -> Record:
    """The record that an entry is added to: the one that was chosen, or the next meeting."""
    if not model.WHICH:
        return _next_meeting(model, library, today)
    chooser = next(entry for entry in form.entries if entry.name == model.KIND)
    found = _words(chooser, model.KIND, library).get(alike(answers[model.KIND]))
    record = library.get(model.KIND, found or "")
    if record is None:
        raise IssueUnreadable(f"Write a title under the heading {chooser.label}, just as it is at the top of its page.")
    return record


def _next_meeting(model: type[Entry], library: Library, today: date) -> Record:
    meeting = PublicLibrary.of(library, today).next_meeting
    if meeting is None:
        raise NoMeetingPlanned
    return meeting


def _with_entry(form: IssueForm, model: type[Entry], document: Document, entry: Mapping[str, Any]) -> str:
    key, asked = next(iter(described(model).items()))
    if key not in entry:
        raise IssueUnreadable(write_under(next(one.label for one in form.entries if one.field is asked)))
    if any(not comment.startswith(HELP) for _, comment in comments(document.front_matter)):
        raise IssueUnreadable(
            f"The file of this {model.KIND} has notes that would be lost, so a maintainer has to add what you wrote by hand."
        )
    known = document.values.get(model.LIST, [])
    assert isinstance(known, list)
    if any(isinstance(one, dict) and alike(str(one.get(key))) == alike(entry[key]) for one in known):
        raise IssueUnreadable(f"The page of this {model.KIND} has this {model.FORM} already.")
    return record_text(described(KINDS[model.KIND]), {**document.values, model.LIST: [*known, entry]}, document.body)
