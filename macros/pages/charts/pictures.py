"""Where the pictures of charts are that people can put on slides."""

from collections.abc import Iterable
from dataclasses import replace

from macros.pages.charts.shapes import Chart


def with_pictures(charts: Iterable[Chart], folder: str) -> list[Chart]:
    """The charts, each with the path of its picture in `folder`, relative to the top of the site, if it draws anything."""
    return [
        replace(one, about=replace(one.about, picture=f"{folder}/{one.about.name}.png")) if one.panels else one
        for one in charts
    ]
