"""What people call the parts of minutes: headings, labels, columns, and the words for yes, no and how an action stands."""

import re
from enum import StrEnum
from pathlib import Path

import yaml

from macros.source.likeness import alike


class Section(StrEnum):
    """A part of minutes that has a place of its own in a record, or none (what is about the meeting as a whole)."""

    PRESENT = "present"
    ABSENT = "absent"
    DECISIONS = "decisions"
    ACTIONS = "actions"
    DATE = "date"
    ASIDE = "aside"


class Column(StrEnum):
    """What a column of a table holds."""

    REF = "ref"
    ACTION = "action"
    OWNER = "owner"
    DUE = "due"
    OWNER_AND_DUE = "owner and due"
    DONE = "done"
    DECISION = "decision"
    SERVICE = "service"
    PRESENT = "present"
    ABSENT = "absent"


_WORDS = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
_HEADINGS = {part: frozenset(_WORDS["headings"][part]) for part in Section}
_COLUMNS = {column: frozenset(_WORDS["columns"][column]) for column in Column}
_TICKS, _CROSSES, _OPEN = (frozenset(_WORDS["marks"][name]) for name in ("there", "away", "open"))
# Columns that may hold either, which the others of their table decide.
_BY = ("by", "by:")
_ITEMS = ("item", "items", "description", "detail", "details", "topic", "issue", "subject")

_DONE = re.compile(
    r"(?:done|completed?|closed|finished|achieved|actioned|sorted|100 ?%|yes|y|x|✓|✔|☑|☒|🗸|√)\b\W*|[✓✔☑☒🗸√]\W*",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r"(?:dropped|withdrawn|cancelled|canceled|abandoned|no longer (?:needed|required)|given up|not needed)\b\W*",
    re.IGNORECASE,
)
_DOUBTFUL = re.compile(
    r"\?|\b(?:tbc|tba|to be confirmed|maybe|perhaps|possibly|probably|not sure|unsure|sent (?:\w+ )?deputy|deputy (?:sent|came|attended))\b"
    r"|^deputy$",
    re.IGNORECASE,
)
# cspell:ignore whom, canceled
# Headings that are longer than those in the list, and what they have in them.
_MOST_WORDS = 6
_MOST_WORDS_OF_COLUMN = 8
_LIKE = {
    Section.ABSENT: re.compile(
        r"^(?:apologies|absent|absences|absentees)\b|^\w+ absent$|\bno[nt]\b.*\b(?:attend\w*|present)\b"
    ),
    Section.PRESENT: re.compile(r"\b(?:attendees|participants|attendance)\b|\b(?:present|attending)$"),
    Section.ACTIONS: re.compile(
        r"\baction (?:items?|points?|list)\b|^(?:\w+ )?actions\b|^tasks\b(?! (?:done|completed))"
    ),
    Section.DECISIONS: re.compile(r"^(?:\w+ )?decisions?\b"),
    Section.ASIDE: re.compile(
        r"\b(?:done|vetted|taken|recorded|written|prepared|checked|approved|called|chaired|noted|minuted) by$|\btaker$"
        r"|^(?:meeting )?(?:start|end|finish)\w* ?(?:time)?$|^meeting type$|^type of meeting$"
    ),
    Section.DATE: re.compile(r"\bdate\b.*\b(?:meeting|time)\b|\bmeeting\b.*\bdate\b"),
}
_LIKE_COLUMNS = {
    Column.ACTION: re.compile(
        r"^(?:follow[ -]up|agreed|new|required|further|any) actions?\b|^actions? (?:items?|points?|agreed|required|arising|needed)\b"
    ),
    Column.OWNER: re.compile(
        r"\b(?:responsible|owner|(?:assigned|allocated) (?:to|team|members?|persons?)|assignee|by whom)\b"
    ),
    Column.DUE: re.compile(r"\b(?:deadlines?|due|by when)\b|\bplanned\b.*\bdate$"),
}
_OTHER_MEETING = re.compile(
    r"\b(?:next|last|previous|prior|past|earlier|future|review of|matters arising)\b", re.IGNORECASE
)
_NUMBER = re.compile(
    r"^(?:item\s+)?(?:[(]?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.):]+|\d{1,2}(?:\.\d{1,2})*)\s+", re.IGNORECASE
)
_OUTER = " \t\n:*_.-–—"
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


def plain(text: str) -> str:
    """A heading or a label as it is compared: without its number, what is in brackets at its end, and its colon."""
    return alike(_IN_BRACKETS.sub("", _NUMBER.sub("", text.strip()).rstrip(_OUTER))).strip(_OUTER)


def section(heading: str) -> Section | None:
    """The part of minutes that a heading or a label names; None if it is another."""
    name = plain(heading)
    found = next((one for one, names in _HEADINGS.items() if name in names), None)
    if found is not None or len(name.split()) > _MOST_WORDS or is_of_another(name):
        return found
    return next((one for one, words in _LIKE.items() if words.search(name)), None)


def is_of_another(heading: str) -> bool:
    """Whether a heading is about another meeting: the last one or the next."""
    return _OTHER_MEETING.search(heading) is not None


def columns(names: list[str], known: bool = False) -> list[Column | None]:
    """What each column of a table holds, by the cells of its first row. Each is there once at most.

    `known` says that the table is known to be one of actions, so that a single column of them is enough.
    """
    found: list[Column | None] = []
    compared = [alike(_IN_BRACKETS.sub("", name)).strip(_OUTER) or name.strip() for name in names]
    for name in compared:
        of_name = next((one for one, words in _COLUMNS.items() if name in words and one not in found), None)
        if of_name is None and len(name.split()) <= _MOST_WORDS_OF_COLUMN and not is_of_another(name):
            of_name = next(
                (one for one, words in _LIKE_COLUMNS.items() if one not in found and words.search(name)), None
            )
        found.append(of_name)
    if known and Column.ACTION not in found and Column.OWNER in found:
        # Under a heading that says actions, anything that has an owner is one.
        item = next((index for index, name in enumerate(compared) if name in _ITEMS and found[index] is None), None)
        if item is not None:
            found[item] = Column.ACTION
    if Column.ACTION in found or known:
        for index, name in enumerate(compared):
            if name in _BY or name == "date":
                is_day = Column.OWNER in found or name == "date"
                wanted = Column.DUE if is_day else Column.OWNER
                if wanted not in found:
                    found[index] = wanted
        if Column.SERVICE in found and Column.OWNER not in found:
            found[found.index(Column.SERVICE)] = Column.OWNER
    elif Column.OWNER in found and Column.SERVICE not in found:
        # "Name" may be who was there, too.
        found[found.index(Column.OWNER)] = Column.SERVICE
    return found


def ticked(text: str) -> bool | None:
    """Whether a cell is ticked; None if that cannot be said."""
    name = alike(text).strip(" .")
    if name in _TICKS or name.strip("()[]") in _TICKS:
        return True
    return False if not name or name in _CROSSES else None


def is_doubtful(text: str) -> bool:
    """Whether what is written beside a service leaves open if it was there."""
    return _DOUBTFUL.search(text.strip()) is not None


def standing(text: str) -> tuple[str, str]:
    """How an action stands, "done", "dropped" or "open" (empty if that cannot be said), and what else is written there."""
    name = alike(text).strip(" .")
    if not name or name in _OPEN:
        return "open", ""
    if match := _DROPPED.match(text.strip()):
        return "dropped", text.strip()[match.end() :].strip()
    if match := _DONE.match(text.strip()):
        return "done", text.strip()[match.end() :].strip()
    return "", text.strip()
