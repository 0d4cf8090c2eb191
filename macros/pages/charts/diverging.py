"""Answers on a scale: those against on the left of a line, those in favour on the right, the neutral one across it."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.pages.charts.rows import Row, panels_of
from macros.pages.charts.shapes import (
    HIDDEN_WIDTH,
    LETTERS,
    LINE,
    WIDTH,
    About,
    Box,
    Chart,
    Label,
    Line,
    Shape,
    hidden_mark,
)

_HEIGHT = 18
# A share gets its number inside its box if the box is as wide as this.
_ROOM_FOR_NUMBER = 27
_SWATCH = 10
# As wide as this share is an answer that may not be shown.
_HIDDEN = HIDDEN_WIDTH / WIDTH
_STRONG = {"stopped": "page", "idea": "page"}


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered to a question: for each option, from the worst to the best, its share (None if hidden) and what is said of it.

    `is_reversed` if for this question the last option is the worst.
    """

    question: str
    shares: Sequence[float | None]
    said: Sequence[str]
    is_reversed: bool = False


def diverging_bars(about: About, options: Sequence[str], questions: Sequence[Answers]) -> Chart:
    """A bar for each question. The options run from the least to the most favourable; one in the middle is neutral."""
    inks = _inks(len(options))
    left = max((_before_line(one.shares) for one in questions), default=0.0)
    right = max((_before_line([*reversed(one.shares)]) for one in questions), default=0.0)
    middle = WIDTH * left / (left + right or 1)
    unit = WIDTH / (left + right or 1)
    rows = [Row(one.question, _bar(one, inks, middle, unit), _HEIGHT + 2) for one in questions]
    key, height = _key(options, inks)
    return Chart(about, panels_of(rows, key, height))


def _inks(number: int) -> Sequence[str]:
    """A colour for each option, dark at both ends, so that shades of grey tell them apart too."""
    against, favour = ["stopped", "stopped-surface"], ["idea-surface", "idea"]
    half = number // 2
    sides = (
        [against[min(place, 1)] for place in range(half)],
        [favour[max(place - half + 2, 0)] for place in range(half)],
    )
    return [*sides[0], *(["surface-quiet"] * (number % 2)), *sides[1]]


def _before_line(shares: Sequence[float | None]) -> float:
    """How much of a bar is before the line, as a share, with half of the neutral option."""
    half, is_odd = divmod(len(shares), 2)
    known = [_HIDDEN if one is None else one for one in shares]
    return sum(known[:half]) + (known[half] / 2 if is_odd else 0)


def _bar(answers: Answers, inks: Sequence[str], middle: float, unit: float) -> list[Shape]:
    widths = [(_HIDDEN if one is None else one) * unit for one in answers.shares]
    x = middle - _before_line(answers.shares) * unit
    # An option keeps its colour on whichever side it is.
    inks = inks[::-1] if answers.is_reversed else inks
    shapes: list[Shape] = []
    for share, said, ink, width in zip(answers.shares, answers.said, inks, widths, strict=True):
        if share is None:
            shapes += hidden_mark(x, 0, _HEIGHT, width)
        else:
            shapes.append(Box(x, 0, width, _HEIGHT, ink, outlined=True))
            if width >= _ROOM_FOR_NUMBER:
                y = _HEIGHT / 2 + LETTERS / 3
                shapes.append(Label(x + width / 2, y, said, _STRONG.get(ink, "text"), "middle"))
        x += width
    # The line leaves the numbers legible.
    ends = ((-2, 2), (_HEIGHT - 2, _HEIGHT + 3))
    return [*shapes, *(Line([(middle, top), (middle, bottom)], "text", bold=True) for top, bottom in ends)]


def _key(options: Sequence[str], inks: Sequence[str]) -> tuple[list[Shape], float]:
    """What each colour stands for, one option a line, and the height that takes."""
    shapes: list[Shape] = []
    for number, (option, ink) in enumerate(zip(options, inks, strict=True)):
        y = LINE * number
        shapes += [Box(0, y, _SWATCH, _SWATCH, ink, outlined=True), Label(_SWATCH + 6, y + _SWATCH, option)]
    y = LINE * len(options)
    shapes += [*hidden_mark(0, y, _SWATCH), Label(_SWATCH + 6, y + _SWATCH, "Hatched: not shown, whatever its size")]
    return shapes, y + LINE + 8
