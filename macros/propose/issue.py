"""Parses an issue that GitHub made from a form: a heading for each question, with the answer below it."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.propose.issue_form import FormElement, IssueForm
from macros.schema.network import Network
from macros.source.document import CONTROL
from macros.source.invisible import without_hidden

# The heading above what everyone who uses a form must agree to.
AGREED = "Before you send it"

_BLANK = "_No response_"
_TICKED = "- [x] "


# What some programs take for the end of a line.
_LINE_END = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Issue:
    """A GitHub issue as its author wrote it."""

    number: int
    title: str
    body: str

    def cleaned(self) -> "Issue":
        """The issue without the characters that come along when text is pasted, as the site's form cleans an answer."""
        return Issue(self.number, " ".join(_cleaned(self.title).split()), _cleaned(self.body))


def _cleaned(text: str) -> str:
    return without_hidden(CONTROL.sub("", _LINE_END.sub("\n", text)))


class IssueUnreadable(Exception):
    """The issue does not match any form. The message says what to do."""


def agreements(network: Network) -> Sequence[str]:
    """What everyone who uses a form must agree to."""
    return (
        f"There is nothing about {network.served.one} in it, even without a name.",
        "Everyone named has agreed to it, and every address is the mailbox of a role or a team.",
        "It may be published here, with my words, under the licence of this site's content.",
    )


def write_under(heading: str) -> str:
    """The message for a required heading with nothing below it."""
    return f"Write something under the heading {heading}."


def read_event(path: Path) -> Issue:
    """The issue in the event file that GitHub wrote to `path`.

    Lone surrogates, which JSON can contain but a file cannot, become replacement characters.
    """
    issue = json.loads(path.read_text(encoding="utf-8"))["issue"]
    title, body = (
        (issue[name] or "").encode("utf-16", "surrogatepass").decode("utf-16", "replace") for name in ("title", "body")
    )
    return Issue(int(issue["number"]), " ".join(title.split()), body)


def read_answers(body: str, every_form: Iterable[IssueForm], agreed: Sequence[str]) -> tuple[IssueForm, dict[str, str]]:
    """The form of an issue and the answers by entry. Raises `IssueUnreadable` if the issue does not match a form.

    Everything in `agreed` must be ticked.

    A heading is a line equal to the form's heading, in the form's order; other lines with ### are text. Entries newer
    than the issue have empty answers.
    """
    lines = body.strip("\n").split("\n")
    written = {line.rstrip() for line in lines}
    # A longer form may have every heading of a shorter one.
    for form in sorted(every_form, key=lambda one: len(one.entries), reverse=True):
        entries = [entry for entry in form.entries if not entry.is_new or _heading(entry) in written]
        headings = [*map(_heading, entries), f"### {AGREED}"]
        first = _places(lines, headings)
        if first is None or first[0] != 0:
            continue
        last = _places(lines[::-1], headings[::-1])
        assert last is not None
        for heading, one, other in zip(headings, first, reversed(last), strict=True):
            if one != len(lines) - 1 - other:
                raise IssueUnreadable(
                    f'Your text has the line "{heading}", which is a heading of the form. Write it another way.'
                )
        texts = [
            "\n".join(lines[start + 1 : end]).strip("\n")
            for start, end in zip(first, [*first[1:], len(lines)], strict=True)
        ]
        boxes = (line for line in texts[-1].split("\n") if line.lower().startswith(_TICKED))
        ticked = {box[len(_TICKED) :].rstrip() for box in boxes}
        if not ticked.issuperset(agreed):
            raise IssueUnreadable(
                f'Tick every box under "{AGREED}". The words next to each one have to stay as they were. If they are gone, '
                "fill in the form again."
            )
        return form, {entry.name: "" for entry in form.entries} | {
            entry.name: "" if text.strip() == _BLANK else text for entry, text in zip(entries, texts, strict=False)
        }
    raise IssueUnreadable(
        "The headings of the form are not all there. Each line that starts with ### has to stay as it was, in its order. Put "
        "back what is missing, or fill in the form again."
    )


def _heading(entry: FormElement) -> str:
    return f"### {entry.label}"


def _places(lines: Sequence[str], headings: Iterable[str]) -> list[int] | None:
    """The first lines that match `headings` in order; None if one is missing."""
    places: list[int] = []
    start = 0
    for heading in headings:
        found = next((place for place in range(start, len(lines)) if lines[place].rstrip() == heading), None)
        if found is None:
            return None
        places.append(found)
        start = found + 1
    return places
