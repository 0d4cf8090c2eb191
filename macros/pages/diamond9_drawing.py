"""The geometry of Diamond 9 drawings, which the templates turn into SVG."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import count, groupby

# The diamond of one group: the size of a box, and the distance from one to the next.
_SMALL, _SMALL_STEP = 30, 36
# The picture of all groups: the width and height of a card, the height of a row, and the smallest gap between cards.
_WIDTH, _HEIGHT, _ROW, _GAP = 104, 46, 86, 6
_STEP = _WIDTH + _GAP
# The width of the scale on the left, and the margin around everything.
_SCALE, _EDGE = 34, 3
# The track: the distance between marks, and the margin at each end.
_TRACK_STEP, _TRACK_EDGE = 18, 8
# The dots: the distance from one meeting to the next, and from five points to four.
_DOT_STEP, _DOT_ROW = 20, 9


@dataclass(frozen=True)
class Box:
    """The box of a card: its top left corner and its labels."""

    x: int
    y: int
    letter: str
    points: str = ""
    spread: str = ""


@dataclass(frozen=True)
class Drawing:
    """A picture with a text alternative. `lines` has the row number and y of each line, which starts at x `lines_from`."""

    title: str
    description: str
    width: int
    height: int
    box_width: int
    box_height: int
    boxes: Sequence[Box]
    lines: Sequence[tuple[int, int]] = ()
    lines_from: int = 0


@dataclass(frozen=True)
class Track:
    """A line with a mark for each row, the range of rows from `start` to `end`, and their mean."""

    width: int
    marks: Sequence[int]
    start: int
    end: int
    mean: int


@dataclass(frozen=True)
class Dots:
    """A card at several meetings: a dot for each that ranked it, higher for more points."""

    width: int
    height: int
    lines: Sequence[int]
    dots: Sequence[tuple[int, int]]


def diamond_of(name: str, rows: Sequence[Sequence[str]]) -> Drawing:
    """The diamond of one group, from rows of letters."""
    middle = 3 * _SMALL_STEP // 2
    boxes = [
        Box(middle - len(row) * _SMALL_STEP // 2 + place * _SMALL_STEP + _EDGE, number * _SMALL_STEP + _EDGE, letter)
        for number, row in enumerate(rows)
        for place, letter in enumerate(row)
    ]
    spoken = "; ".join(f"row {number}: {', '.join(row)}" for number, row in enumerate(rows, 1))
    return Drawing(
        title=f"The diamond of {name}",
        description=f"R{spoken[1:]}.",
        width=3 * _SMALL_STEP,
        height=len(rows) * _SMALL_STEP,
        box_width=_SMALL,
        box_height=_SMALL,
        boxes=boxes,
    )


def heights_of(cards: Sequence[tuple[str, Fraction, str]]) -> Drawing:
    """Each card at the height of its mean, from (letter, points, spread) tuples, highest first.

    Cards with the same mean are side by side. The others are as near the middle as there is room.
    """
    taken: list[tuple[int, int]] = []
    boxes: list[Box] = []
    for points, together in groupby(cards, key=lambda one: one[1]):
        tied = list(together)
        y = round((5 - points) * _ROW)
        places = _side_by_side(len(tied), y, taken)
        taken += [(x, y) for x in places]
        boxes += [
            Box(x, y, letter, tenths(points), spread) for x, (letter, _, spread) in zip(places, tied, strict=True)
        ]
    # Keep the diamond in the middle, even if cards reach further on one side.
    reach = max(max(-x, x + _WIDTH) for x, _ in taken)
    moved = [replace(box, x=box.x + reach + _SCALE, y=box.y + _EDGE) for box in boxes]
    spoken = "; ".join(f"{letter}: {tenths(points)} points, {spread}" for letter, points, spread in cards)
    return Drawing(
        title="How high the groups ranked each card",
        description=f"From the highest to the lowest. {spoken}.",
        width=2 * reach + _SCALE + _EDGE,
        height=4 * _ROW + _HEIGHT + 2 * _EDGE,
        box_width=_WIDTH,
        box_height=_HEIGHT,
        boxes=moved,
        lines=[(5 - row, row * _ROW + _HEIGHT // 2 + _EDGE) for row in range(5)],
        lines_from=_SCALE,
    )


def track(points: Fraction, rows: Sequence[int]) -> Track:
    """The track of one card, with the first row on the left."""

    def at(row: Fraction | int) -> int:
        return round((row - 1) * _TRACK_STEP) + _TRACK_EDGE

    return Track(at(5) + _TRACK_EDGE, [at(row) for row in range(1, 6)], at(min(rows)), at(max(rows)), at(6 - points))


def dots(points: Sequence[Fraction | None]) -> Dots:
    """The dots of one card, with the earliest meeting on the left and a line for each number of points from 5 to 1."""
    places = [
        (number * _DOT_STEP + _DOT_STEP // 2, round((5 - one) * _DOT_ROW) + _DOT_STEP // 2)
        for number, one in enumerate(points)
        if one is not None
    ]
    lines = [row * _DOT_ROW + _DOT_STEP // 2 for row in range(5)]
    return Dots(len(points) * _DOT_STEP, lines[-1] + _DOT_STEP // 2, lines, places)


def tenths(number: Fraction) -> str:
    """A number to one decimal place: "4.7". Half a tenth is rounded up, as people do."""
    whole, rest = divmod(int(number * 10 + Fraction(1, 2)), 10)
    return f"{whole}.{rest}"


def _side_by_side(number: int, y: int, taken: Sequence[tuple[int, int]]) -> list[int]:
    """The x of each of `number` cards at height `y`: around the middle, or on both sides of cards that are in the way."""
    beside = [x for x, other in taken if abs(other - y) < _HEIGHT + _GAP]
    middle = [(2 * place - number + 1) * _STEP // 2 - _WIDTH // 2 for place in range(number)]
    if all(abs(x - other) >= _STEP for x in middle for other in beside):
        return middle
    found: list[int] = []
    while len(found) < number:
        # Start on the side with fewer cards.
        side = -1 if sum(x + _WIDTH // 2 for x in [*beside, *found]) >= 0 else 1
        ways = (way * step * _STEP // 2 - _WIDTH // 2 for step in count(1) for way in (side, -side))
        found.append(next(x for x in ways if all(abs(x - other) >= _STEP for other in [*beside, *found])))
    return sorted(found)
