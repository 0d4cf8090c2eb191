"""An issue as GitHub writes it from a form: a heading for each thing asked for, and under it what was written."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.propose.issue_form import FormElement, IssueForm

# What a form asks everybody to agree to, and the heading that stands above it.
AGREED = "Before you send it"
AGREEMENTS = (
    "There is nothing about a patient in it, not even without a name.",
    "Everyone who is named has agreed to it, and every address is the mailbox of a role or a team.",
    "It may be published here, with my words, under the licence of this site's content.",
)

_BLANK = "_No response_"
_TICKED = "- [x] "


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue on GitHub, as its author wrote it."""

    number: int
    title: str
    body: str


class IssueUnreadable(Exception):
    """An issue that cannot be read as one of the forms. Its message says what to do."""


def write_under(heading: str) -> str:
    """What to say of a heading of the form under which something has to stand and nothing does."""
    return f"Write something under the heading {heading}."


def read_event(path: Path) -> Issue:
    """The issue of the event that GitHub describes in the file at `path`.

    Half a character, which JSON can hold and no file can, becomes the sign for one that is missing.
    """
    issue = json.loads(path.read_text(encoding="utf-8"))["issue"]
    title, body = (
        (issue[name] or "").encode("utf-16", "surrogatepass").decode("utf-16", "replace") for name in ("title", "body")
    )
    return Issue(int(issue["number"]), " ".join(title.split()), body)


def read_answers(body: str, every_form: Iterable[IssueForm]) -> tuple[IssueForm, dict[str, str]]:
    """The form that an issue was written with, and what was written for each of its entries. Raises `IssueUnreadable`.

    A heading is a line that is exactly the one of the form, in its place in the order. Other lines with ### are text. Nothing
    was written for an entry that is newer than the issue.
    """
    lines = body.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    written = {line.rstrip() for line in lines}
    # Every heading of a short form may stand in a longer one too.
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
        if not ticked.issuperset(AGREEMENTS):
            raise IssueUnreadable(
                f'Tick every box under "{AGREED}". The words beside each have to stay as they were: fill in the form again if '
                "they are not there any more."
            )
        return form, {entry.id: "" for entry in form.entries} | {
            entry.id: "" if text.strip() == _BLANK else text for entry, text in zip(entries, texts, strict=False)
        }
    raise IssueUnreadable(
        "The headings of the form are not all there. Each line that starts with ### has to stay as it was, in its order. Put "
        "back what is missing, or fill in the form again."
    )


def _heading(entry: FormElement) -> str:
    return f"### {entry.label}"


def _places(lines: Sequence[str], headings: Iterable[str]) -> list[int] | None:
    """The lines at which `headings` are found first, one after the other; None if one is not."""
    places: list[int] = []
    start = 0
    for heading in headings:
        found = next((place for place in range(start, len(lines)) if lines[place].rstrip() == heading), None)
        if found is None:
            return None
        places.append(found)
        start = found + 1
    return places
