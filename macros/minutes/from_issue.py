"""Turns the minutes that someone has attached to an issue into a proposal, and into a reply that says what is asked."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from macros.library.library import read_library
from macros.lint.diagnostics import Diagnostic, Level
from macros.lint.people.untold import untold
from macros.minutes.archive import Refused
from macros.minutes.check import PERSONAL, checked
from macros.minutes.file import read_content
from macros.minutes.record import Draft, drafted
from macros.propose.answer import MARK, as_code, public_now, unread
from macros.propose.issue import Issue, IssueUnreadable, agreements, read_answers
from macros.propose.proposal import Proposal, branch_of
from macros.propose.send_minutes import FILE, SEND_MINUTES
from macros.source.settings import SETTINGS_FILE, read_settings, text_of

# Where GitHub keeps what is dragged into an issue.
_ATTACHED = re.compile(r"https://github\.com/(?:user-attachments|[\w.-]+/[\w.-]+)/files/\d+/[\w.%~+-]+", re.ASCII)
_WORD = ".docx"
_MOST_SHOWN = 30
_HOW_TO_GO_ON = (
    "To change the minutes, change the Word file, choose the three dots at the top right of your text and then Edit, and put the new "
    "file in place of the old one. To answer here instead, write a comment below: someone from the network then changes the record."
)


def is_sent_minutes(issue: Issue) -> bool:
    """Whether an issue was written with the form for minutes."""
    return issue.body.lstrip("\n").startswith(f"### {FILE.label}")


def minutes_proposal(root: Path, issue: Issue, today: date, fetch: Callable[[str], bytes], run: str = "") -> Proposal:
    """Write the record of the minutes that an issue has into the project at `root`, unless something in them is personal.

    `fetch` gives the bytes at an address, and raises `Refused` if it cannot. `run` is the address of the workflow run.
    """
    library = read_library(root)
    try:
        _, answers = read_answers(issue.cleaned().body, [SEND_MINUTES], agreements(library.network))
        address = _address(answers[FILE.name])
        site = text_of(read_settings(root / SETTINGS_FILE), "site_url")
        draft = drafted(read_content(fetch(address)), library, today, site)
    except (IssueUnreadable, Refused) as reason:
        return _answered(issue, unread(untold(str(reason))))
    diagnostics = checked(draft.path, draft.text, library, today)
    if any(one.rule == PERSONAL for one in diagnostics):
        return _answered(issue, public_now(_asking(draft, diagnostics, is_written=False), library.network.contact))
    file = root / draft.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(draft.text, encoding="utf-8")
    return Proposal(
        issue=issue.number,
        branch=branch_of(issue.number),
        path=draft.path,
        title=f"Add the minutes from issue {issue.number}",
        text=_pull_request_text(issue.number, draft, run),
        answer=_asking(draft, diagnostics, is_written=True),
    )


def _address(answer: str) -> str:
    found: list[str] = [*dict.fromkeys(_ATTACHED.findall(answer))]
    if not found:
        raise IssueUnreadable(
            f'There is no file under "{FILE.label}". Drag the Word file there, and wait until its name is shown.'
        )
    if len(found) > 1:
        raise IssueUnreadable(f'There are {len(found)} files under "{FILE.label}". Leave the one of this meeting.')
    if not found[0].lower().endswith(_WORD):
        raise IssueUnreadable(
            f"Only files that end with {_WORD} can be read here. Save the minutes as a Word document, and attach that."
        )
    return found[0]


def _asking(draft: Draft, diagnostics: Sequence[Diagnostic], *, is_written: bool) -> str:
    """The reply. It repeats the words of the file as code only, and never what may be a name."""
    told = draft.told

    def public(lines: Sequence[str]) -> list[str]:
        return [draft.people.without_names(told.in_public.get(one, one)) for one in lines]

    errors = [one.message for one in diagnostics if one.level is Level.ERROR and one.rule != PERSONAL]
    left_out = len(told.left_out)
    parts = [
        MARK,
        "Thank you. The minutes were read, and someone from the network will look at them."
        if is_written
        else "Thank you. The minutes were read, and nothing was made of them yet.",
        _listed("Please answer this:", public(told.questions)),
        _listed("This was not said, and read like this:", public(told.assumed)),
        _listed("This has to be filled in before it can be published:", errors),
        f"Left out, because a record has no place for it: {left_out} {'thing' if left_out == 1 else 'things'}, such as who took the notes."
        if left_out
        else "",
        _HOW_TO_GO_ON,
    ]
    return "\n\n".join(part for part in parts if part)


def _listed(heading: str, lines: Sequence[str]) -> str:
    shown = [f"- {as_code(untold(line))}" for line in lines[:_MOST_SHOWN]]
    more = [f"- and {len(lines) - _MOST_SHOWN} more"] if len(lines) > _MOST_SHOWN else []
    return "\n".join([heading, "", *shown, *more]) if lines else ""


def _pull_request_text(issue: int, draft: Draft, run: str) -> str:
    where = f"[The workflow that read them]({run})" if run else "The workflow that read them"
    return "\n\n".join(
        [
            f"Closes #{issue}, to which the minutes were attached. The file is not kept here.",
            f"{where} has asked {len(draft.told.questions)} questions there. Wait for a corrected Word file there, or change "
            "the record here, before you merge this. Look for names of people in it.",
            *draft.told.for_editor,
            "GitHub starts no checks for a pull request that a workflow made: to have them run, close this one and open it again.",
        ]
    )


def _answered(issue: Issue, answer: str) -> Proposal:
    return Proposal(issue=issue.number, branch=branch_of(issue.number), path="", title="", text="", answer=answer)
