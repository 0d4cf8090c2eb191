"""What was typed into the agenda above the form: its lines that have words which the agenda of the meeting does not print."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from macros.kinds import Meeting
from macros.library.public import PublicLibrary
from macros.minutes.blocks import Block
from macros.minutes.form import agenda_of
from macros.minutes.messages import said
from macros.minutes.remainder import words_of
from macros.outputs.word_form import WHERE
from macros.pages.agenda import agenda
from macros.pages.meeting import join_link, when_and_where

# What every agenda prints, and the states that its actions may have had on the day it was printed.
_PRINTED = (
    f"Agenda Times Time Minutes Item Notes This is a demonstration. Everything here is made up. open overdue {WHERE}"
)
# The line with the day on which it was printed.
_PRINTED_ON = "Correct on "


def agenda_words(meeting: Meeting, body: str, public: PublicLibrary) -> list[str]:
    """The words that the agenda of a meeting prints, each once; none if it is not planned. `body` is the text of its record."""
    if not meeting.is_planned:
        return []
    join = join_link(meeting)
    told = [_PRINTED, meeting.title, when_and_where(meeting), join.text if join else "", meeting.summary, body]
    return sorted({word for text in (*told, *_texts(agenda(meeting, public))) for word in words_of(text)})


def typed_into_agenda(blocks: Sequence[Block], printed: Sequence[str]) -> list[str]:
    """A line for each paragraph before our form that has a word which was not printed. If it is not known what was, there is none."""
    known = {*printed}
    return [
        said("in-agenda", text=" ".join(text.split()))
        for text in dict.fromkeys(agenda_of(blocks))
        if known and not text.startswith(_PRINTED_ON) and not known.issuperset(words_of(text))
    ]


def _texts(value: Any) -> Iterator[str]:
    """The texts and numbers in data."""
    if isinstance(value, str | int):
        yield str(value)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))
    elif isinstance(value, Sequence):
        for one in value:
            yield from _texts(one)
