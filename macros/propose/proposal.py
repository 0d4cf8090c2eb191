"""Turns an issue into a proposal: the record, the check of the rules, and the reply to its author."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from macros.kinds import Entry, Service
from macros.library.library import Library, read_library
from macros.library.reading import read_record
from macros.lint.diagnostics import Diagnostic, Level
from macros.lint.engine import check_document, check_library
from macros.lint.people.look import sightings
from macros.lint.people.untold import untold
from macros.propose.answer import (
    accepted,
    failed,
    public_now,
    pull_request_text,
    refused,
    unread,
    waiting,
    waits_for_meeting,
)
from macros.propose.issue import Issue, IssueUnreadable, agreements, read_answers
from macros.propose.issue_form import forms
from macros.propose.record_from_issue import NoMeetingPlanned, UnlistedService, path_for, text_for, unlisted_service
from macros.propose.services import CHOOSE_SERVICES
from macros.schema.description import described
from macros.source.diagnostic import flatten
from macros.source.document import Document, parse_document
from macros.source.writer import record_text

_FILE = "proposal.json"
# The rule that finds what is certainly personal.
_PERSONAL = "personal-data"
# The first line is the opening fence.
_LINE_OF_TITLE = 2


@dataclass(frozen=True, slots=True)
class Proposal:
    """The result of processing an issue.

    `path` is the file written, empty if the rules found an error. `answer` is the reply on the issue; `title` and
    `text` are for the pull request. In all three the author's text is escaped.
    """

    issue: int
    branch: str
    path: str
    title: str
    text: str
    answer: str

    def write(self, folder: Path) -> None:
        """Write it into `folder` for `read_proposal`."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _FILE).write_text(json.dumps(asdict(self), ensure_ascii=False, indent=2), encoding="utf-8")


def read_proposal(folder: Path) -> Proposal:
    """The proposal written into `folder`."""
    return Proposal(**json.loads((folder / _FILE).read_text(encoding="utf-8")))


def branch_of(issue: int) -> str:
    """The branch for an issue's pull request."""
    return f"proposal/issue-{issue}"


def propose(root: Path, issue: Issue, earlier: str | None, today: date, run: str = "") -> Proposal:
    """Write the record of `issue` into the project at `root`, unless the rules find an error in it.

    `earlier` is the file the issue became before, if any. `run` is the address of the workflow run.
    """
    library = read_library(root)
    is_public, issue = _is_personal(issue, library), issue.cleaned()
    try:
        form, answers = read_answers(issue.body, forms(library), agreements(library.network))
        path = path_for(issue, form, answers, earlier, library, today)
        text = text_for(issue, form, answers, path, library, today)
        # The rules look at the place of a meeting themselves: its address is for everyone.
        if place := answers.get("place"):
            is_public = _is_personal(replace(issue, body=issue.body.replace(place, "")), library)
    except IssueUnreadable as unreadable:
        return _answered(issue, _with_warning(unread(untold(str(unreadable))), is_public, library))
    except NoMeetingPlanned:
        return _answered(issue, _with_warning(waits_for_meeting(), is_public, library))
    diagnostics, document = _write_and_check(library, path, text, today)
    unlisted = unlisted_service(answers, library)
    own = [diagnostic for diagnostic in diagnostics if not _waits_for(unlisted, diagnostic, document)]
    name_errors = _name_errors(unlisted, library, today) if unlisted else []
    if name_errors or _has_error(own):
        is_public = is_public or any(one.rule == _PERSONAL for one in (*own, *name_errors))
        return _answered(issue, _with_warning(refused(own, document, form, name_errors), is_public, library))
    if unlisted:
        return _answered(issue, _with_warning(waiting(unlisted.name, unlisted.path), is_public, library))
    return Proposal(
        issue=issue.number,
        branch=branch_of(issue.number),
        path=path,
        title=f"Add the {form.model.FORM if issubclass(form.model, Entry) else document.kind} from issue {issue.number}",
        text=pull_request_text(issue.number, diagnostics, run),
        answer=_with_warning(accepted(diagnostics, document, form), is_public, library),
    )


def stopped(issue: Issue, run: str) -> Proposal:
    """What becomes of an issue over which the program itself has failed. `run` is the address of the workflow run."""
    return _answered(issue, failed(run))


def _is_personal(issue: Issue, library: Library) -> bool:
    """Whether something in an issue is certainly personal, be it in a part that the record does not take up."""
    written = f"{issue.title}\n\n{issue.body}"
    return any(one.is_certain for one in sightings(written, library.network.role_words))


def _with_warning(answer: str, is_public: bool, library: Library) -> str:
    return public_now(answer, library.network.contact) if is_public else answer


def _write_and_check(library: Library, path: str, text: str, today: date) -> tuple[list[Diagnostic], Document]:
    """Write a file. Returns the new diagnostics and the document; if there is an error, the file is restored."""
    before = set(check_library(library, today))
    file = library.root / path
    old = file.read_bytes() if file.is_file() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    changed = read_library(library.root)
    diagnostics = [diagnostic for diagnostic in check_library(changed, today) if diagnostic not in before]
    if _has_error(diagnostics):
        file.unlink() if old is None else file.write_bytes(old)
    return diagnostics, changed.documents[path]


def _waits_for(unlisted: UnlistedService | None, diagnostic: Diagnostic, document: Document) -> bool:
    """Whether a diagnostic only says that the record names a service not added yet."""
    if unlisted is None or diagnostic.rule != "reference-broken":
        return False
    written = flatten(document.values)
    places = [place for place, text in written if text == unlisted.id and not {*CHOOSE_SERVICES}.isdisjoint(place)]
    return diagnostic.span in map(document.span, places)


def _name_errors(unlisted: UnlistedService, library: Library, today: date) -> list[Diagnostic]:
    """The errors in the name of an unlisted service, if it were the title of a record."""
    document = Document(path=unlisted.path, kind=Service.KIND, id=unlisted.id)
    parse_document(document, record_text(described(Service), {"title": unlisted.name}, "").encode())
    read_record(document, library.network)
    diagnostics = check_document(document, library, today)
    # The errors for its missing fields are on the first line.
    return [one for one in diagnostics if one.level is Level.ERROR and one.span.line == _LINE_OF_TITLE]


def _has_error(diagnostics: list[Diagnostic]) -> bool:
    return any(diagnostic.level is Level.ERROR for diagnostic in diagnostics)


def _answered(issue: Issue, answer: str) -> Proposal:
    return Proposal(issue=issue.number, branch=branch_of(issue.number), path="", title="", text="", answer=answer)
