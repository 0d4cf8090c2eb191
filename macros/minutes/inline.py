"""What one line of minutes says: a label with its answer, an action with its owner and day, a list of names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from macros.minutes.vocabulary import Section, section

_LONGEST_LABEL = 40
_LABEL = re.compile(
    rf"^\s*(?P<label>[^\s:\t][^:\t\n]{{1,{_LONGEST_LABEL}}}?)\s*(?::|\t|\s[-–—]\s)\s*(?P<rest>.*)$", re.DOTALL
)
_SAYS = r"\s*(?::|\s?[-–—]\s)\s*(?P<text>\S.*)$"
_ACTION = re.compile(
    r"^\s*(?:new )?(?:action(?: item| point)?|AP|AI|to[- ]do|follow[- ]up)\s*(?:#?\d+)?\s*(?:\((?P<owner>[^()]{2,40})\))?"
    + _SAYS,
    re.IGNORECASE | re.DOTALL,
)
_DECISION = re.compile(
    r"^\s*(?:decision(?: made)?|decided|agreed|resolved|resolution)\s*(?:#?\d+)?" + _SAYS, re.IGNORECASE | re.DOTALL
)
_DECIDED = re.compile(
    r"\s*(?:it was|we|the (?:meeting|group|network|members))(?: all)? (?:decided|agreed|resolved) (?:that|to)\s[^.!?\n]{3,350}[.!]?\s*",
    re.IGNORECASE,
)
# Between a sentence and one that says what it is: "... by Friday. Decision: ..."
_INSIDE = re.compile(
    r"(?<=[.!?;)\u201d\"])\s+(?=(?:new )?(?:actions?|decisions?|agreed|decided|resolved)(?: (?:item|point))?\s*#?\d{0,3}:\s)",
    re.IGNORECASE,
)
# What is asked of whoever does it, and no name: "Speak to", "Plan to".
_VERB = re.compile(
    r"(?:Add|Agree|Agreed|Aim|Apply|Attempt|Begin|Change|Come|Commit|Continue|Convert|Decide|Decided|Expect|Forward|Get|Give|Go|Hand|Hope|"
    r"Intend|Invite|Link|Listen|Look|Meet|Migrate|Move|Offer|Plan|Prepare|Present|Proceed|Promise|Propose|Read|Refer|Remember|Reply|Report|"
    r"Respond|Return|Send|Show|Speak|Start|Subscribe|Switch|Talk|Transfer|Try|Update|Upload|Want|Work|Write)"
)
# One name or several, each part of which can be read in one way only: otherwise a long line of names would take for ever.
_PART = r"[A-Z][\w.'’/-]*"
_NAMES = rf"{_PART}(?:,?\s+(?:{_PART}|of|and|the|for|services?|team|group|[&+/])){{0,11}}"
_OWNER_TO = re.compile(
    rf"^(?P<owner>{_NAMES})\s+(?:to|will|is to|are to|shall|must|should|needs? to|ha(?:s|ve) to)\s+(?P<text>\S.*)$",
    re.DOTALL,
)
_OWNER_FIRST = re.compile(rf"^(?P<owner>{_NAMES})\s*(?::|\s[-–—]{{1,2}})\s+(?P<text>\S.*)$", re.DOTALL)
# A list of names behind a name: "Painting - Apple, Pear" says what they do, and may be an owner no more.
_LISTED = re.compile(rf"{_PART}(?: {_PART})?(?:,\s*{_PART}(?: {_PART})?)+")
_OWNER_LAST = re.compile(
    r"^(?P<text>\S.*?)\s*(?:\s[-–—]\s*|[(\[])\s*(?:(?:owner|action|lead|by)\s*:?\s*)?"
    rf"(?P<owner>{_NAMES})[)\]]?\.?$",
    re.DOTALL,
)
_NO_OWNER = re.compile(
    r"(?:You|We|I|It|They|He|She|This|That|These|There|Need|Item|Others?|Due|Notes?|Status|Next|The (?:next|first|last)|Deadline)\b"
    r"(?! service)"
)
_ONLY_OWNER = re.compile(rf"^(?:{_NAMES}\s*[-–—:]+|By {_NAMES})\s*$")
_ABOUT = re.compile(
    r"(?:You|I|These|This|The (?:following|aims?|goals?|tasks?|actions?)|(?:Tasks|Actions) (?:are|can)|Use|Items)\b"
)
_EACH = re.compile(r"[,;\n\t•·|]|\s+(?:and|&)\s+(?=[A-Z])|\s[/]\s")
_ALL_BUT = re.compile(
    r"^(?:all(?: of)?(?: the)?(?: \w+)?|every(?:one|body)|every \w+)(?: (?:was|were|is|are)? ?(?:there|present|attended))?,?"
    r" ?(?:but|except|except for|apart from|bar|with the exception of)\s+(?P<but>.+)$",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"^(?:all(?: (?:services|members|present))?|every(?:one|body)|every service)(?: (?:was|were) (?:there|present))?\.?$",
    re.IGNORECASE,
)
# What people write where there is nothing.
_NONE = re.compile(r"^(?:none|no \w+|nil|n/?a|no(?:body)?|[^\w✓✔☑☒🗸√]+|tbc|tbd)?\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LabelledLine:
    """A line such as "Present: ...": the part of minutes that its label names, and what follows."""

    section: Section
    label: str
    rest: str


def lines_of(text: str) -> list[str]:
    """The lines of a paragraph. What says that it is an action or a decision starts one of its own."""
    return [line for one in text.split("\n") for part in _INSIDE.split(one) if (line := part.strip())]


def labelled(line: str) -> LabelledLine | None:
    """What a line with a label says; None if it has none that is known."""
    match = _LABEL.match(line)
    found = section(match["label"]) if match else None
    # Some write a dash after the colon.
    return (
        LabelledLine(found, match["label"].strip(), match["rest"].lstrip(" \t–—-").strip()) if match and found else None
    )


def labelled_lines(lines: Sequence[str]) -> list[LabelledLine]:
    """What lines say of which the first has a label. One without a label goes on with what is above."""
    found: list[LabelledLine] = []
    for line in lines:
        if (own := labelled(line)) is not None:
            found.append(own)
        else:
            found[-1] = replace(found[-1], rest=f"{found[-1].rest}\n{line}")
    return found


def action_line(line: str) -> tuple[str, str] | None:
    """The words and the owner of a line that says it is an action."""
    match = _ACTION.match(line)
    return (match["text"].strip(), (match["owner"] or "").strip()) if match else None


def decision_line(line: str) -> str | None:
    """The words of a line that says it is a decision."""
    match = _DECISION.match(line)
    return match["text"].strip() if match else None


def decision_sentence(text: str) -> str | None:
    """A text that is a single sentence such as "It was decided that we meet again": as it is, because all of it is the decision."""
    return text.strip() if _DECIDED.fullmatch(text) else None


def with_owner(text: str) -> tuple[str, str]:
    """The words of an action, and who does it as far as the words say: "Apple service to count the trees"."""
    for pattern in (_OWNER_TO, _OWNER_FIRST, _OWNER_LAST):
        match = pattern.match(text.strip())
        if match and _is_owner(match["owner"]) and not _LISTED.fullmatch(match["text"]):
            return match["text"].strip(), match["owner"].strip(" ,")
    return text.strip(), ""


def _is_owner(words: str) -> bool:
    return _NO_OWNER.match(words) is None and _VERB.fullmatch(words) is None


def names(text: str) -> list[str]:
    """The names in a list of who was there, without those that say that there are none."""
    parts = (
        re.sub(r"\s+", " ", one).strip(" .*•-–—\t") for one in _EACH.split(_outside_brackets(re.sub(" +", " ", text)))
    )
    return [part.replace("\ufffc", ",") for part in parts if part and not _NONE.match(part)]


def _outside_brackets(text: str) -> str:
    """The text with commas in brackets hidden, which belong to one name: "Sample (chair, notes)"."""
    return re.sub(r"\([^()]*\)", lambda match: match[0].replace(",", "\ufffc"), text)


def says_nothing(text: str) -> bool:
    """Whether a text only says that there is nothing."""
    return _NONE.match(text.strip()) is not None


def all_but(text: str) -> str | None:
    """Who was missing, if the text says that all but these were there; empty if it says that all were."""
    if _ALL.match(text.strip()):
        return ""
    match = _ALL_BUT.match(text.strip())
    return match["but"].strip(" .") if match else None


def action_and_owner(text: str) -> tuple[str, str]:
    """The words of an action and who does it, whether or not the line says that it is one."""
    said, owner = action_line(text) or (text, "")
    return (said, owner) if owner else with_owner(said)


def is_about_actions(text: str) -> bool:
    """Whether a line says something about the actions that follow, and is none."""
    return text.endswith(":") or _ABOUT.match(text) is not None


def is_only_owner(text: str) -> bool:
    """Whether a line has a name, and nothing that the person does: "Apple service –"."""
    return _ONLY_OWNER.match(text.strip()) is not None
