"""How the cards of a Diamond 9 stood at one meeting after the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.library.public import PublicLibrary
from macros.pages.diamond9 import Standing, standings
from macros.pages.diamond9_drawing import Dots, dots
from macros.pages.parts import Item
from macros.schema.types import in_words


@dataclass(frozen=True)
class MeetingColumn:
    """A meeting, with the day it was held, what it asked, and how many groups ranked its cards."""

    meeting: Item
    question: str
    groups: int


@dataclass(frozen=True)
class CardLine:
    """A card, how it stood at each meeting (None where it was not among the cards), and a picture of that."""

    text: str
    standings: Sequence[Standing | None]
    dots: Dots


@dataclass(frozen=True)
class Comparison:
    """The cards of several meetings: those that were ranked more than once, and those that were ranked once."""

    columns: Sequence[MeetingColumn]
    again: Sequence[CardLine]
    once: Sequence[CardLine]


def comparison(public: PublicLibrary) -> Comparison | None:
    """The cards of the meetings that have ranked some; None if none has.

    Cards with the same short name have the same words, which a rule sees to. They stand as the latest meeting ranked them.
    """
    columns, found = [], []
    for meeting in reversed(public.meetings_newest_first):
        if meeting.diamond9 and meeting.diamond9.groups:
            title = Item(in_words(meeting.date), meeting.path)
            columns.append(MeetingColumn(title, meeting.diamond9.question, len(meeting.diamond9.groups)))
            found.append({one.card: one for one in standings(meeting.diamond9)})
    latest_first = [card for ranked in reversed(found) for card in ranked]
    lines = [_line([ranked.get(card) for ranked in found]) for card in dict.fromkeys(latest_first)]
    again = [line for line in lines if len([one for one in line.standings if one]) > 1]
    return Comparison(columns, again, [line for line in lines if line not in again]) if columns else None


def _line(found: Sequence[Standing | None]) -> CardLine:
    text = next(one.text for one in found if one)
    return CardLine(text, found, dots([one.points if one else None for one in found]))
