"""The Diamond 9: the sets of cards to rank, and how the groups at a meeting ranked them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from macros.kinds import Diamond9, Group, Meeting
from macros.library.public import PublicLibrary
from macros.pages.diamond9_drawing import Drawing, Track, diamond_of, heights_of, track
from macros.pages.parts import Item, page_that_calls
from macros.schema.network import Cards

# The mean place of the cards in each row, from the most important row to the least.
MIDDLE_PLACES = (Fraction(1), Fraction(5, 2), Fraction(5), Fraction(15, 2), Fraction(9))

# As many sets of cards as anyone looks through, including the network's own.
MOST_SETS = 12


@dataclass(frozen=True)
class CardSet:
    """Nine cards and their question. `ids` are the meetings that use them. `name` is empty for the network's own set."""

    ids: Sequence[str]
    name: str
    cards: Diamond9 | Cards


@dataclass(frozen=True)
class Exercise:
    """The sets of cards on the exercise page, the network's own first."""

    sets: Sequence[CardSet]
    has_own_cards: bool


@dataclass(frozen=True)
class Standing:
    """The result of one card over all groups. `letter` marks it in the drawing, and `rows` has its row in each group."""

    card: str
    letter: str
    text: str
    rank: int
    is_tied: bool
    points: Fraction
    place: Fraction
    rows: Sequence[int]
    reasons: Sequence[tuple[str, int, str]]
    track: Track

    @property
    def rank_label(self) -> str:
        """Its rank, with an equals sign for a tie: "=2"."""
        return f"={self.rank}" if self.is_tied else str(self.rank)

    @property
    def spread(self) -> str:
        """The range of its rows: "rows 1 to 3"."""
        low, high = min(self.rows), max(self.rows)
        return f"row {low}" if low == high else f"rows {low} to {high}"


@dataclass(frozen=True)
class Ranking:
    """The Diamond 9 of a meeting, and the results once groups have ranked its cards."""

    diamond: Diamond9
    standings: Sequence[Standing]
    whole: Drawing | None
    diamonds: Sequence[Drawing]
    exercise: Item | None
    over_time: Item | None


def exercise(public: PublicLibrary) -> Exercise:
    """The sets of cards to choose from. Meetings with the same cards share a set."""
    own = public.network.diamond9
    sets = {_key(own): CardSet((), "", own)} if own else {}
    for meeting in public.meetings_newest_first:
        if meeting.diamond9:
            key = _key(meeting.diamond9)
            known = sets.get(key) or CardSet((), meeting.title, meeting.diamond9)
            sets[key] = replace(known, ids=(*known.ids, meeting.id))
    return Exercise(list(sets.values())[:MOST_SETS], own is not None)


def meeting_ranking(meeting: Meeting, public: PublicLibrary) -> Ranking | None:
    """The Diamond 9 of a meeting, or None if it has none."""
    diamond = meeting.diamond9
    if diamond is None:
        return None
    ranked = standings(diamond)
    letters = {one.card: one.letter for one in ranked}
    over_time = page_that_calls("diamond_comparison", public) if ranked else None
    return Ranking(
        diamond=diamond,
        standings=ranked,
        whole=heights_of([(one.letter, one.points, one.spread) for one in ranked]) if ranked else None,
        diamonds=[
            diamond_of(group.name, [[letters[card] for card in row] for row in group.rows]) for group in diamond.groups
        ],
        exercise=link_to_exercise(meeting, public),
        over_time=over_time and over_time.saying("Compare with other meetings"),
    )


def link_to_exercise(meeting: Meeting, public: PublicLibrary) -> Item | None:
    """A link to rank a meeting's cards on screen, if the network has that page. It preselects the cards if they are offered."""
    page = page_that_calls("diamond_exercise", public)
    if page is None:
        return None
    offered = any(meeting.id in one.ids for one in exercise(public).sets)
    return page.saying("Rank these cards on screen", f"?cards={meeting.id}" if offered else "")


def standings(diamond: Diamond9) -> list[Standing]:
    """The cards of a meeting from the most important to the least; empty if no group has ranked them.

    A card scores five points in the first row and one in the last. Its result is the mean over the groups. The points of
    all cards add up to 27, and their places to 45.
    """
    if not diamond.groups:
        return []
    rows = {card.id: [_row_of(card.id, group) for group in diamond.groups] for card in diamond.statements}
    points = {card: _mean(Fraction(6 - row) for row in in_groups) for card, in_groups in rows.items()}
    texts = {card.id: card.text for card in diamond.statements}
    ranked = []
    for number, card in enumerate(sorted(rows, key=lambda one: (-points[one], texts[one].casefold()))):
        ranked.append(
            Standing(
                card=card,
                letter="ABCDEFGHI"[number],
                text=texts[card],
                rank=1 + sum(other > points[card] for other in points.values()),
                is_tied=list(points.values()).count(points[card]) > 1,
                points=points[card],
                place=_mean(MIDDLE_PLACES[row - 1] for row in rows[card]),
                rows=rows[card],
                reasons=[
                    (group.name, row, reason.text)
                    for group, row in zip(diamond.groups, rows[card], strict=True)
                    for reason in group.reasons
                    if reason.statement == card
                ],
                track=track(points[card], rows[card]),
            )
        )
    return ranked


def _row_of(card: str, group: Group) -> int:
    return next(number for number, row in enumerate(group.rows, 1) if card in row)


def _mean(numbers: Iterable[Fraction]) -> Fraction:
    all_numbers = list(numbers)
    return sum(all_numbers, Fraction()) / len(all_numbers)


def _key(cards: Diamond9 | Cards) -> tuple[str, frozenset[tuple[str, str]]]:
    return cards.question, frozenset((one.id, one.text) for one in cards.statements)
