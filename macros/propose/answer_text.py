"""What people write into an issue form, as a record has it: GitHub shows an issue in another way than a file."""

import re
from collections.abc import Mapping
from itertools import pairwise

from macros.lint.diagnostics import listed
from macros.lint.rules.paragraphs_in_field import second_part
from macros.propose.issue import IssueUnreadable
from macros.propose.issue_form import FREE_TEXT, FormElement, IssueForm
from macros.source.gfm import Kind, TooComplex, parse
from macros.source.typed_lists import with_lists

# GitHub uploads what is dragged into an issue, and writes one of these.
_PICTURE = re.compile(r"!\[[^\]\n]*\]\(|<img\b|https://github\.com/user-attachments/assets/", re.IGNORECASE)
_CODE = re.compile(r"(`+|~{3,})[\s\S]*?\1")


def as_record_text(answer: str) -> str:
    """The text of a section.

    What was typed or pasted as a list becomes one. Each end of a line inside a paragraph becomes a line break, as GitHub
    shows it in an issue.
    """
    text = with_lists(answer)
    try:
        breaks = [node.offset for node in parse(text).walk() if node.kind is Kind.SOFT_BREAK]
    except TooComplex:
        # A rule says so.
        return text
    ends = [0, *(text.index("\n", place) for place in breaks)]
    lines = [text[start:end].rstrip(" ") for start, end in pairwise(ends)]
    return "\\".join([*lines, text[ends[-1] :]])


def refuse_pictures(form: IssueForm, answers: Mapping[str, str]) -> None:
    """Raise `IssueUnreadable` if there is a picture among the answers: its file is on GitHub, not beside the record."""
    found = [entry.label for entry in form.entries if _PICTURE.search(_CODE.sub("", answers[entry.name]))]
    if found:
        raise IssueUnreadable(
            f"You cannot send a picture with a form. Take it out under the heading {' and '.join(found)}, and drag it into a comment below "
            "instead. Someone from the network can then add it. To add it yourself once there is a page, open the folder of the record on "
            'GitHub, choose "Add file" and "Upload files", drag it there, and write `![What it shows](name-of-the-file.jpg)` in the record.'
        )


def one_paragraph(answer: str, entry: FormElement, form: IssueForm) -> str:
    """An answer that becomes a field. Raises `IssueUnreadable` if it has a list or several paragraphs."""
    if second_part(answer.split("\n")) is not None:
        below = listed(one.label for one in form.entries if one.section or one == FREE_TEXT)
        elsewhere = f" Put anything else under {below}." if below else ""
        raise IssueUnreadable(
            f"Write one paragraph under the heading {entry.label}, without a list and without a blank line.{elsewhere}"
        )
    return answer
