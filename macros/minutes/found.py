"""What is found in a file of minutes, in the words that stand there: who was there, what was decided, who does what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from macros.minutes.blocks import Block
from macros.minutes.vocabulary import Section


@dataclass(frozen=True, slots=True)
class Said:
    """Words, and what they stand beside or under, as a person would look for them."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class FoundAction:
    """An action. All but the words of the action may be empty."""

    text: str
    ref: str = ""
    owner: str = ""
    due: str = ""
    done: str = ""
    is_struck: bool = False


@dataclass(slots=True)
class Notes:
    """A section of the notes. `level` is that of its heading, 0 for what comes before the first.

    `taken` says of what below it became a decision or an action, and is not among its blocks. `is_marked` says that its heading is only a
    line that looks like one.
    """

    heading: str
    level: int
    blocks: list[Block] = field(default_factory=list)
    taken: list[Section] = field(default_factory=list)
    is_marked: bool = False


@dataclass(slots=True)
class Found:
    """What is found in a file.

    - `title`: the first heading.
    - `dates`: the words of each place that gives the day of the meeting.
    - `unmarked`: those with no mark beside their names.
    - `unclear`: the marks beside the names of those who may have been there or not.
    - `summary`: what happened, in a sentence.
    - `page`: the address of the meeting's page.
    - `asides`: what a record has no place for, such as who took the notes.
    - `own`: words of the form itself.
    - `agenda`: what stands before the form.
    """

    title: str = ""
    dates: list[str] = field(default_factory=list)
    present: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    unclear: list[Said] = field(default_factory=list)
    summary: str = ""
    page: str = ""
    decisions: list[str] = field(default_factory=list)
    actions: list[FoundAction] = field(default_factory=list)
    notes: list[Notes] = field(default_factory=list)
    asides: list[Said] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    agenda: list[str] = field(default_factory=list)

    def note(self, blocks: Iterable[Block]) -> None:
        """Add blocks to the section at hand."""
        if not self.notes:
            self.notes.append(Notes("", 0))
        self.notes[-1].blocks += blocks
