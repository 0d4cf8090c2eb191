"""XmR charts: a share over several periods, with the limits of what is usual if there are enough periods."""

from collections.abc import Sequence

from macros.figures.xmr import XmrLimits
from macros.pages.charts.plane import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, along, shares_up
from macros.pages.charts.scale import Scale, share_scale
from macros.pages.charts.shapes import LINE, WIDTH, About, Chart, Label, Line, Mark, Panel, Shape

# As many periods as have room for their names.
_NAMED = 5
# A name further to the right would stick out.
_LAST = WIDTH - 28


def xmr_chart(about: About, periods: Sequence[tuple[str, float]], limits: XmrLimits | None) -> Chart:
    """A mark for each period (its name and its share), oldest first. Outside the limits it is a diamond, else a dot."""
    shares = [share for _, share in periods]
    edges = [max(0.0, limits.low), min(1.0, limits.high)] if limits else []
    up = share_scale([*shares, *edges], BOTTOM, TOP)
    right = Scale(-0.5, len(periods) - 0.5, LEFT, RIGHT)
    every = -(-len(periods) // _NAMED)
    # The newest period is always named.
    named = [(min(right(place), _LAST), periods[place][0]) for place in range(len(periods) - 1, -1, -every)]
    points = [(right(place), up(share)) for place, share in enumerate(shares)]
    marks = [
        Mark(*point, "text", "diamond" if limits and not limits.low <= share <= limits.high else "dot")
        for point, share in zip(points, shares, strict=True)
    ]
    axes: list[Shape] = [*shares_up(up), *along(named, "period that ends in")]
    course: list[Shape] = [Line(points, "text"), *marks]
    if limits is None:
        return Chart(about, [Panel(HEIGHT, [*axes, *course])])
    level = Line([(LEFT, up(limits.mean)), (RIGHT, up(limits.mean))], "initiative", bold=True)
    usual = [Line([(LEFT, up(edge)), (RIGHT, up(edge))], "text-quiet", dashed=True) for edge in edges]
    return Chart(about, [Panel(HEIGHT + LINE, [*axes, level, *usual, *course, *_key(HEIGHT)])])


def _key(y: float) -> list[Shape]:
    return [
        Line([(0, y - 4), (24, y - 4)], "initiative", bold=True),
        Label(30, y, "mean"),
        Line([(76, y - 4), (100, y - 4)], "text-quiet", dashed=True),
        Label(106, y, "limits of what is usual"),
    ]
