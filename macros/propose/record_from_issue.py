"""What was written in a form, as the text of a record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from pathlib import PurePosixPath
from typing import Any

from macros.kinds import Meeting, MeetingStage, Record, Service, Topic
from macros.library.library import CONTENT, INDEX, Library
from macros.propose.issue import Issue, IssueUnreadable, write_under
from macros.propose.issue_form import NOT_LISTED, FormElement, IssueForm
from macros.propose.skeleton import file_name, record_name
from macros.propose.specification import CHOOSES_SERVICES, NO_NAMES, UNLISTED, UNLISTED_LABEL, folded, services_by_name
from macros.schema.description import described, label
from macros.source.document import Document
from macros.source.front_matter import HELP, comments
from macros.source.writer import record_text

# Windows keeps some short names for itself, such as con and com1.
_LONGEST_TAKEN_NAME = 4
# Twice what any list of a record may hold.
_MOST_IN_A_LIST = 200


def path_for(issue: Issue, form: IssueForm, earlier: str | None, library: Library, today: date) -> str:
    """The file that an issue becomes or changes: the one it became `earlier`, or one that no other record has.

    Raises `IssueUnreadable` if it is a topic and there is no meeting for it.
    """
    if form.model is Topic:
        return f"{CONTENT}/{_next_meeting(library, today).path}"
    assert issubclass(form.model, Record)
    folder = f"{CONTENT}/{form.model.FOLDER}"
    # What it became earlier may have been published, and changed by others, by now.
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
    """The text of that file. Raises `IssueUnreadable` if it cannot be written: a list is too long, or a topic cannot be added."""
    values = _values(form, answers, library)
    if form.model is Topic:
        return _with_topic(library.documents[path], values)
    given = {name: text.replace("{title}", issue.title) for name, text in form.given.items()}
    values |= {"title": issue.title, "added": today.isoformat(), **given}
    return record_text(described(form.model), values, _body(form, answers, values))


@dataclass(frozen=True, slots=True)
class UnlistedService:
    """A service that somebody has named and the network does not have yet, and what its file will be called."""

    name: str
    id: str

    @property
    def path(self) -> str:
        """Where it is to be added."""
        return f"{CONTENT}/{Service.FOLDER}/{self.id}.md"


def unlisted_service(answers: Mapping[str, str], library: Library) -> UnlistedService | None:
    """The service that was not in the list; none if all were, or if it has been added since. Raises `IssueUnreadable`."""
    name = _unlisted_name(answers)
    if not name or _service_called(name, library):
        return None
    taken = services_by_name(library)
    # Only a name without letters of ours makes a file of a name that others may have.
    names = chain(
        [record_name(Service.KIND, name) or Service.KIND], (f"{Service.KIND}-{number}" for number in count(2))
    )
    return UnlistedService(name, next(one for one in names if one not in taken))


def _unlisted_name(answers: Mapping[str, str]) -> str:
    """The name that was written for it; empty if it is none. Raises `IssueUnreadable` if there are several."""
    lines = [" ".join(line.split()) for line in answers.get(UNLISTED, "").split("\n")]
    names = [line for line in lines if _is_name(line)]
    if len(names) > 1:
        raise IssueUnreadable(
            f'Name one service under the heading "{UNLISTED_LABEL}", on one line. More can be added once your proposal is a page.'
        )
    return names[0] if names else ""


def _is_name(written: str) -> bool:
    """Whether it is more than a hyphen, "none", or the words by which the form leads there."""
    return any(sign.isalnum() for sign in written) and file_name(written) not in (*NO_NAMES, file_name(NOT_LISTED))


def _service_called(name: str, library: Library) -> str | None:
    """The id of the service that is or was called this, or whose file is."""
    names = services_by_name(library)
    return names.get(folded(name)) or names.get(record_name(Service.KIND, name))


def _with_unlisted(chosen: Sequence[str], answers: Mapping[str, str], library: Library) -> list[str]:
    """The services that were chosen, and the one that was named instead. Raises `IssueUnreadable` if its name is not there."""
    listed = [one for one in chosen if folded(one) != folded(NOT_LISTED)]
    name = _unlisted_name(answers)
    if not name and (len(listed) < len(chosen) or (answers[UNLISTED].strip() and not listed)):
        raise IssueUnreadable(write_under(UNLISTED_LABEL))
    unlisted = unlisted_service(answers, library)
    named = unlisted.id if unlisted else _service_called(name, library)
    return [*listed, *([named] if named and named not in listed else [])]


def _values(form: IssueForm, answers: Mapping[str, str], library: Library) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for entry in form.entries:
        answer = answers[entry.id]
        if entry.section is not None or not entry.location or not answer.strip():
            continue
        *groups, name = entry.location
        into = values
        for group in groups:
            into = into.setdefault(str(group), {})
        words = _words(entry, library)
        into[str(name)] = _chosen(answer, words, entry.label) if entry.is_list else words.get(folded(answer), answer)
    if UNLISTED in answers:
        values[CHOOSES_SERVICES] = _with_unlisted(values.get(CHOOSES_SERVICES, []), answers, library)
    return values


def _words(entry: FormElement, library: Library) -> Mapping[str, str]:
    """What may be written for each word or id that an entry takes: the title of a record, or its id, in any case."""
    found = {folded(option): word for option, word in entry.options.items()}
    found |= {folded(word): word for word in entry.options.values()}
    return {**found, **(_names_of(entry.of_kind, library) if entry.of_kind is not None else {})}


def _names_of(kind: str, library: Library) -> Mapping[str, str]:
    """The ids of all records of a kind, by their titles and by themselves."""
    return {folded(name): one.id for one in library.records[kind].values() for name in (one.title, one.id)}


def _chosen(answer: str, words: Mapping[str, str], heading: str) -> list[str]:
    """What was chosen of a list: "Peer support, Workload". A comma may also stand within a title."""
    longest = 1 + max((word.count(",") for word in words), default=0)
    found = []
    for line in answer.split("\n"):
        parts = [part.strip() for part in line.split(",")]
        place = 0
        while place < len(parts):
            tried = (", ".join(parts[place : place + size]) for size in range(longest, 1, -1))
            written = next((one for one in tried if folded(one) in words), parts[place])
            found.append(words.get(folded(written), written))
            place += 1 + written.count(",")
    chosen = [one for one in found if one]
    if len(chosen) > _MOST_IN_A_LIST:
        raise IssueUnreadable(f'There is too much under "{heading}": leave {_MOST_IN_A_LIST} entries at most.')
    return chosen


def _body(form: IssueForm, answers: Mapping[str, str], values: Mapping[str, Any]) -> str:
    """The text under the fields. A section that is needed has its heading also if nothing is under it, for the rules to say so."""
    sections = form.model.SECTIONS if issubclass(form.model, Record) else ()
    needed = {section.title for section in sections if section.is_needed(values.get("stage"))}
    parts = []
    for entry in form.entries:
        if not entry.section:
            parts += [answers[entry.id]] if entry.section == "" else []
        elif answers[entry.id].strip() or entry.section in needed:
            parts.append(f"## {entry.section}\n\n{answers[entry.id]}")
    return "\n\n".join(parts)


def _next_meeting(library: Library, today: date) -> Meeting:
    planned = [
        meeting
        for meeting in library.all_of(Meeting).values()
        if meeting.stage is MeetingStage.PLANNED and meeting.date >= today
    ]
    if not planned:
        raise IssueUnreadable(
            "No meeting is planned at the moment that the topic could go to. Somebody from the network will look at it when "
            "one is."
        )
    return min(planned, key=lambda meeting: (meeting.date, meeting.id))


def _with_topic(document: Document, topic: Mapping[str, Any]) -> str:
    if "text" not in topic:
        raise IssueUnreadable(write_under(label("text")))
    if any(not comment.startswith(HELP) for _, comment in comments(document.front_matter)):
        raise IssueUnreadable(
            "The file of the next meeting has notes in it that would be lost, so a maintainer has to add your topic by hand."
        )
    topics = document.values.get("topics", [])
    assert isinstance(topics, list)
    if any(isinstance(one, dict) and folded(str(one.get("text"))) == folded(topic["text"]) for one in topics):
        raise IssueUnreadable("The next meeting has this topic already.")
    return record_text(described(Meeting), {**document.values, "topics": [*topics, topic]}, document.body)
