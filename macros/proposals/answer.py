"""What the author of an issue is told, and what stands in the pull request, in Markdown that does nothing by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from macros.proposals.form import Form
from macros.records.document import Document
from macros.rulebook.finding import Finding, Level

# The comment that begins with it is ours, and is written anew rather than repeated. Nobody sees it.
MARK = "<!-- proposal -->"

# More than these would be the same mistake many times.
_MOST_SHOWN = 20
_LONGEST_SHOWN = 500
_KEY = re.compile(r"(  )?(\w+):")
_HOW_TO_EDIT = (
    "To change your text, choose the three dots at its top right and then Edit; the title has an Edit of its own. Leave the "
    "lines that start with ### as they are. What you save is looked at again by itself."
)


def unread(reason: str) -> str:
    """What to say of an issue that is not one of the forms any more; `reason` is in our own words."""
    return "\n\n".join([MARK, "Thank you. This cannot become a page yet.", reason, _HOW_TO_EDIT])


def refused(findings: Sequence[Finding], document: Document, form: Form) -> str:
    """What to change, before anything can be proposed."""
    errors = [finding for finding in findings if finding.level is Level.ERROR]
    number = "One thing has" if len(errors) == 1 else f"{len(errors)} things have"
    head = f"Thank you. {number} to be changed before this can become a page:"
    return "\n\n".join([MARK, head, _listed(errors, document, form), _HOW_TO_EDIT])


def accepted(warnings: Sequence[Finding], document: Document, form: Form) -> str:
    """That it has been proposed; where, is added when that is known."""
    parts = [MARK, "Thank you. Your proposal is complete, and somebody from the network will read it."]
    if warnings:
        parts += ["You may want to look at this, though it can stay:", _listed(warnings, document, form)]
    return "\n\n".join([*parts, _HOW_TO_EDIT])


def sent(pull_request: int) -> str:
    """Where a proposal waits."""
    return f"It waits in #{pull_request}. What you change in your text above is taken over there."


def kept(pull_request: int) -> str:
    """What becomes of a proposal that was complete before its last change."""
    return f"Until then, #{pull_request} stays as it was."


def taken_over(pull_request: int | None) -> str:
    """What to say once somebody else has changed the proposal, whose work would be lost."""
    where = f"in #{pull_request}" if pull_request else "by hand"
    return "\n\n".join(
        [
            MARK,
            f"Thank you. Somebody from the network has gone on with your proposal {where}, so what you change in your text above "
            "is no longer taken over. Say in a comment what should be different.",
        ]
    )


def pull_request_text(issue: int, warnings: Sequence[Finding], run: str) -> str:
    """The text of the pull request. `run` is the address of the run of the workflow that made it, if it has one."""
    where = f"[The workflow that made it]({run})" if run else "The workflow that made it"
    parts = [
        f"Closes #{issue}, where it was proposed with a form.",
        f"{where} has run every rule over it and found no error. GitHub starts no checks for a pull request that a workflow "
        "made: to have them run too, close this one and open it again.",
        "A later change of the issue changes this too, as long as nobody has added a commit by hand.",
    ]
    if warnings:
        parts += ["Worth a look:", "\n".join(f"- {as_code(finding.mistake.message)}" for finding in warnings)]
    return "\n\n".join(parts)


def as_code(text: str) -> str:
    """`text` as code on one line: in it nothing is a link, calls anybody, hides, or turns the direction of reading."""
    folded = " ".join(text.split())
    shown = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in folded)[:_LONGEST_SHOWN]
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    return f"{fence} {shown} {fence}"


def _listed(findings: Sequence[Finding], document: Document, form: Form) -> str:
    lines = []
    for finding in findings[:_MOST_SHOWN]:
        place = _place(document, finding.mistake.span.line, form) if finding.mistake.path == document.path else ""
        lines.append(f"- {f'**{place}:** ' if place else ''}{as_code(finding.mistake.message)}")
    more = len(findings) - _MOST_SHOWN
    return "\n".join([*lines, *([f"- and {more} more"] if more > 0 else [])])


def _place(document: Document, line: int, form: Form) -> str:
    """The heading of the form under which line `line` of the record was written; empty if it was not written there."""
    labels = {"title": "Title"} | {entry.id: entry.label for entry in form.entries if entry.section is None}
    sections = {f"## {entry.section}": entry.label for entry in form.entries if entry.section}
    fence = next((number for number in range(2, line + 1) if document.line(number) == "---"), None)
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
