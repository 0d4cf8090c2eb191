"""Funnel plots: whether a group's share differs from that of all by more than chance alone would give."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.figures.funnel import funnel_limits
from macros.pages.charts.plane import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, along, shares_up
from macros.pages.charts.scale import Scale, share_scale
from macros.pages.charts.shapes import LINE, About, Anchor, Chart, Label, Line, Mark, Panel, Shape

# The inner and the outer limits, as Spiegelhalter draws them: about two and three standard deviations.
INNER, OUTER = 0.95, 0.998
# As many points of a limit as make it look like a curve.
_POINTS = 40


@dataclass(frozen=True, slots=True)
class Group:
    """A group: how many it is, its share, and whether the page is about it."""

    label: str
    number: int
    share: float
    is_own: bool = False


def funnel_plot(about: About, groups: Sequence[Group], share: float, across: str) -> Chart:
    """A mark for each group around the `share` of all. `across` says what the groups' numbers count."""
    most, fewest = max(one.number for one in groups), min(one.number for one in groups)
    step = max(1, (most - fewest) // _POINTS)
    numbers = [*range(max(1, fewest - step), most + step + 1, step)]
    limits = {level: [funnel_limits(number, share, level) for number in numbers] for level in (OUTER, INNER)}
    shown = [one.share for one in groups] + [edge for one in limits[OUTER] for edge in (one.low, one.high)]
    up, right = share_scale(shown, BOTTOM, TOP), Scale(numbers[0], max(numbers[-1], numbers[0] + 1), LEFT, RIGHT)
    curves: list[Shape] = []
    for level, along_level in limits.items():
        for edge in ("low", "high"):
            points = [(right(number), up(getattr(one, edge))) for number, one in zip(numbers, along_level, strict=True)]
            curves.append(Line(points, "text-quiet", dashed=level == OUTER))
    places = [(right(value), f"{value:g}") for value in right.named(7) if value == round(value)]
    shapes: list[Shape] = [
        *shares_up(up),
        *along(places, across),
        *curves,
        Line([(LEFT, up(share)), (RIGHT, up(share))], "text", bold=True),
        *(shape for one in sorted(groups, key=lambda one: one.is_own) for shape in _marks(one, right, up, share)),
    ]
    return Chart(about, [Panel(HEIGHT + 2 * LINE, [*shapes, *_key(HEIGHT)])])


def is_outside(group: Group, share: float, level: float = INNER) -> bool:
    """Whether a group's share lies outside the limits around the share of all."""
    return group.share not in funnel_limits(group.number, share, level)


def _marks(group: Group, right: Scale, up: Scale, share: float) -> list[Shape]:
    x, y = right(group.number), up(group.share)
    mark = Mark(x, y, "initiative" if group.is_own else "text", "diamond" if is_outside(group, share) else "dot")
    if not group.is_own:
        return [mark]
    # Above the mark, clear of the line that it may lie on.
    anchor: Anchor = "start" if x < (LEFT + RIGHT) / 2 else "end"
    return [mark, Label(x, y - 9, "this service", anchor=anchor, bold=True)]


def _key(y: float) -> list[Shape]:
    return [
        Line([(0, y - 4), (24, y - 4)], "text", bold=True),
        Label(30, y, "all together"),
        Line([(112, y - 4), (136, y - 4)], "text-quiet"),
        Label(142, y, "95%"),
        Line([(184, y - 4), (208, y - 4)], "text-quiet", dashed=True),
        Label(214, y, "99.8% limits"),
        Mark(6, y + LINE - 4, "text", "dot"),
        Label(16, y + LINE, "inside"),
        Mark(76, y + LINE - 4, "text", "diamond"),
        Label(86, y + LINE, "outside the 95% limits"),
    ]
