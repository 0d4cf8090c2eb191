"""A comparison of how cards of the Diamond 9 ranked at successive meetings."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.kinds import Meeting
from macros.library.public import PublicLibrary
from macros.pages.diamond9 import Standing, standings
from macros.pages.diamond9_drawing import Dots, dots


@dataclass(frozen=True)
class CardLine:
    """A card, its result at each meeting (None where it was not used), and a picture of them."""

    text: str
    standings: Sequence[Standing | None]
    dots: Dots


@dataclass(frozen=True)
class Comparison:
    """The cards of several meetings, split into those ranked more than once and those ranked once."""

    meetings: Sequence[Meeting]
    again: Sequence[CardLine]
    once: Sequence[CardLine]


def comparison(public: PublicLibrary) -> Comparison | None:
    """The cards of all meetings that have ranked some, in the order of the latest ranking; None if no meeting has.

    A rule ensures that cards with the same short name have the same text.
    """
    ranked_at = [one for one in reversed(public.meetings_newest_first) if one.diamond9 and one.diamond9.groups]
    rankings = [{one.card: one for one in standings(meeting.diamond9)} for meeting in ranked_at if meeting.diamond9]
    latest_first = [card for ranked in reversed(rankings) for card in ranked]
    lines = [_line([ranked.get(card) for ranked in rankings]) for card in dict.fromkeys(latest_first)]
    again = [line for line in lines if len([one for one in line.standings if one]) > 1]
    return Comparison(ranked_at, again, [line for line in lines if line not in again]) if ranked_at else None


def _line(results: Sequence[Standing | None]) -> CardLine:
    text = next(one.text for one in results if one)
    return CardLine(text, results, dots([one.points if one else None for one in results]))
