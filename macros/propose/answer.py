"""The replies to the author of an issue, and the text of the pull request, as Markdown with user text escaped."""

import re
from collections.abc import Sequence

from macros.lint.diagnostics import Diagnostic, Level
from macros.lint.people.messages import UNLESS_CHECKED
from macros.lint.people.untold import covered
from macros.propose.issue import write_under
from macros.propose.issue_form import IssueForm
from macros.propose.services import UNLISTED_LABEL
from macros.schema.description import label
from macros.source.diagnostic import Location
from macros.source.document import Document

# Identifies our comment, which is updated and not repeated.
MARK = "<!-- proposal -->"

# More would probably be the same mistake repeated.
_MOST_SHOWN = 20
_LONGEST_SHOWN = 500
_MISSING = "field-missing"
_FIELD_IN_TEXT = "A line of your text is the name of a field with a colon. Start it with a capital letter, so it is part of the text."
_SOMEONE_LOOKS = " Someone from the network will look at it."
_KEY = re.compile(r"(  )?(\w+):")
# How the rules say what to write into a file.
_FIELD_TO_WRITE = re.compile(r'"(\w+): ([^"]+)"')
_IS_PUBLIC = """\
**There seems to be personal data in what you wrote, and everyone can read it now.** An issue is public, and its history keeps what
was there before. Please do this first:

1. Choose the three dots at the top right of your text, then Edit. Take the personal data out and save.
2. Choose "edited" at the top of your text, then the version that has it, then Options and "Delete revision from history".
3. If it was in the title, change that too. The page still shows the old title until the whole issue is deleted.

The people who look after this site can delete the whole issue with its history{ask}. Copies that GitHub has sent by e-mail stay
where they are."""
_HOW_TO_EDIT = (
    "To change your text, choose the three dots at its top right and then Edit; the title has an Edit of its own. Leave the "
    "lines that start with ### as they are. When you save, your text is checked again."
)


def unread(reason: str) -> str:
    """The reply to an issue that no longer has the structure of a form. `reason` is our own text."""
    return _reply("Thank you. This cannot become a page yet.", reason, _HOW_TO_EDIT)


def refused(
    diagnostics: Sequence[Diagnostic], document: Document, form: IssueForm, of_unlisted: Sequence[Diagnostic]
) -> str:
    """The reply that lists what to change. `of_unlisted` are the diagnostics for the name of an unlisted service."""
    # The rule's own message names a line of the file, which the author of an issue does not see.
    missing = [rejection.location for rejection in document.rejections if rejection.code == _MISSING]
    lines = [f"- {write_under(heading)}" for location in missing for heading in _headings(location, form)]
    errors = [
        diagnostic for diagnostic in diagnostics if diagnostic.level is Level.ERROR and diagnostic.rule != _MISSING
    ]
    # What is said of other files only follows from these: two records of one title are each told of the other.
    errors = [one for one in errors if one.path == document.path] or errors
    lines += [_line(diagnostic, document, form) for diagnostic in errors]
    lines += [f"- **{UNLISTED_LABEL}:** {as_code(diagnostic.message)}" for diagnostic in of_unlisted]
    number = "One thing has" if len(lines) == 1 else f"{len(lines)} things have"
    head = f"Thank you. {number} to change before this can become a page:"
    warnings = [diagnostic for diagnostic in diagnostics if diagnostic.level is Level.WARNING]
    return _reply(head, _listed(lines), *_can_stay(warnings, document, form), _HOW_TO_EDIT)


def accepted(warnings: Sequence[Diagnostic], document: Document, form: IssueForm) -> str:
    """The reply that it has been proposed. The caller adds where."""
    head = "Thank you. Your proposal is complete, and someone from the network will read it."
    return _reply(head, *_can_stay(warnings, document, form), _HOW_TO_EDIT)


def _can_stay(warnings: Sequence[Diagnostic], document: Document, form: IssueForm) -> list[str]:
    lines = [_line(warning, document, form) for warning in warnings]
    return ["You may want to look at this, but you can leave it:", _listed(lines)] if lines else []


def waiting(service: str, path: str) -> str:
    """The reply that a proposal only waits for the network to add its service."""
    return _reply(
        f"Thank you. Your proposal is complete. It is waiting for your service, {as_code(service)}, to be added to the "
        "list. Someone from the network will do that. You do not need to do anything now.",
        f'For whoever looks after the site: add the service as {as_code(path)}, for example with the form "Propose a service". '
        "The pull request for this proposal is made then. If the service is called something else, write its right name under "
        f'"{UNLISTED_LABEL}" above.',
        _HOW_TO_EDIT,
    )


def waits_for_meeting() -> str:
    """The reply that a proposal for the next meeting waits until one is planned."""
    return _reply(
        "Thank you. We do not have the date of the next meeting yet, so this waits here. As soon as the meeting is on the site, "
        "what you wrote is checked and proposed for its agenda, and this reply says so. You do not need to do anything now. "
        "Please leave this issue open.",
        _HOW_TO_EDIT,
    )


def failed(run: str) -> str:
    """The reply to an issue over which the program has failed. `run` is the address of the workflow run, if any."""
    where = f"[what it printed]({run})" if run else "what it printed"
    return _reply(
        "Thank you. This cannot become a page yet. It is not your mistake: there is a fault in our program.",
        f"For whoever looks after the site: the place of the fault is in {where}. Once it is fixed, close this issue and open it "
        "again. Until then the record can be added by hand.",
    )


def public_now(answer: str, contact: str | None) -> str:
    """The answer to an issue with something personal in it: first of all, that it is public and how to have it deleted.

    `contact` is a mailbox of the network, if there is one.
    """
    ask = f": write to {contact} with the number of this issue, and do not repeat what was in it" if contact else ""
    return answer.replace(MARK, _reply(_IS_PUBLIC.format(ask=ask)), 1)


def sent(pull_request: int) -> str:
    """The sentence that says where a proposal waits."""
    return f"It is in #{pull_request}. If you change your text above, that changes too."


def kept(pull_request: int) -> str:
    """The sentence on an earlier, complete version of a proposal that now has errors."""
    return f"Until then, #{pull_request} stays as it was."


def taken_over(pull_request: int | None) -> str:
    """The reply after someone else changed the proposal, whose work an update would overwrite."""
    where = f"in #{pull_request}" if pull_request else "by hand"
    return _reply(
        f"Thank you. Someone from the network is now working on your proposal {where}, so changes to your text above no "
        "longer make a difference. If you want to change something, say so in a comment."
    )


def pull_request_text(issue: int, warnings: Sequence[Diagnostic], run: str) -> str:
    """The text of the pull request. `run` is the address of the workflow run that made it, if any."""
    where = f"[The workflow that made it]({run})" if run else "The workflow that made it"
    parts = [
        f"Closes #{issue}, where it was proposed with a form.",
        f"{where} has checked it with every rule and found no error. GitHub does not run checks on a pull request that "
        "a workflow made. To run them, close this one and open it again.",
        "If the issue changes, this changes too, unless someone has added a commit or a merge by hand.",
    ]
    if warnings:
        parts += ["Worth a look:", "\n".join(f"- {as_code(diagnostic.message)}" for diagnostic in warnings)]
    return "\n\n".join(parts)


def as_code(text: str) -> str:
    """`text` as inline code, without links, mentions, or hidden or direction-changing characters."""
    folded = " ".join(text.split())
    shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in folded)[:_LONGEST_SHOWN]
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    return f"{fence} {shown} {fence}"


def _reply(*paragraphs: str) -> str:
    return "\n\n".join((MARK, *paragraphs))


def _listed(lines: Sequence[str]) -> str:
    more = len(lines) - _MOST_SHOWN
    return "\n".join([*lines[:_MOST_SHOWN], *([f"- and {more} more"] if more > 0 else [])])


def _line(diagnostic: Diagnostic, document: Document, form: IssueForm) -> str:
    labels = {entry.name: entry.label for entry in form.entries}

    def under(match: re.Match[str]) -> str:
        return f'"{match[2]}" under the heading "{labels[match[1]]}"' if match[1] in labels else match[0]

    heading = _place(document, diagnostic.span.line, form) if diagnostic.path == document.path else ""
    said, for_network, _ = diagnostic.message.partition(UNLESS_CHECKED)
    message = _FIELD_TO_WRITE.sub(under, f"{said}{_SOMEONE_LOOKS}" if for_network else said)
    if diagnostic.rule == "field-in-text":
        # The author of an issue sees no line of three hyphens.
        message = _FIELD_IN_TEXT
    line = _line_of_text(diagnostic, document, form)
    return (
        f"- {f'**{heading}:** ' if heading else ''}{as_code(message)}{f' Your line: {as_code(line)}' if line else ''}"
    )


def _line_of_text(diagnostic: Diagnostic, document: Document, form: IssueForm) -> str:
    """The line that a diagnostic is about, since an issue has no numbers of lines.

    Empty if the line is not of the text that someone wrote, or has something personal in it.
    """
    number = diagnostic.span.line
    line = document.line(number) if diagnostic.path == document.path else ""
    is_ours = _fence_above(document, number) in (None, number) or line in _section_headings(form)
    return "" if is_ours or covered(line) != line else line.strip()


def _headings(location: Location, form: IssueForm) -> list[str]:
    """The form's headings for a field, or for the required fields of a group."""
    entries = (entry for entry in form.entries if entry.is_needed and entry.location[: len(location)] == location)
    return [entry.label for entry in entries] or [label("_".join(map(str, location)))]


def _place(document: Document, line: int, form: IssueForm) -> str:
    """The form's heading for line `line` of the record; empty if it came from elsewhere."""
    labels = {"title": "Title"} | {entry.name: entry.label for entry in form.entries if entry.section is None}
    sections = _section_headings(form)
    fence = _fence_above(document, line)
    if fence is not None:
        above = (sections.get(document.line(number)) for number in range(line, fence, -1))
        return next((label for label in above if label), "" if sections else "Text")
    inner = ""
    for number in range(line, 1, -1):
        key = _KEY.match(document.line(number))
        if key and key[1]:
            inner = inner or f"-{key[2]}"
        elif key:
            return labels.get(key[2] + inner, labels.get(key[2], ""))
    return ""


def _fence_above(document: Document, line: int) -> int | None:
    """The line that ends the front matter, if it is above line `line` or is it."""
    return next((number for number in range(2, line + 1) if document.line(number) == "---"), None)


def _section_headings(form: IssueForm) -> dict[str, str]:
    """The form's heading for each line of the record that starts a section."""
    return {f"## {entry.section.title}": entry.label for entry in form.entries if entry.section}
