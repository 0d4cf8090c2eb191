"""A theme: a word of the network's vocabulary."""

from __future__ import annotations

from typing import Annotated

from macros.kinds.record import Record, replaced_by_field, summary_field, title_field
from macros.schema.field import field
from macros.schema.part import Summary, ThemeId, Title
from macros.schema.types import Text, Word


class Theme(Record):
    """A word of the network's vocabulary, with what it means."""

    KIND = "theme"
    FOLDER = "themes"

    title: Title = title_field("Time to talk")
    summary: Summary = summary_field("Everything that gives colleagues time to talk to each other about how they are.")
    group: Annotated[str, Word("theme_groups")] = field(
        description="The group it is listed under.", examples=["how-we-work"]
    )
    synonyms: list[Annotated[str, Text(2, 60)]] = field(
        default=[], description="Other words that people use for it.", examples=[["lunch breaks", "time out"]]
    )
    replaced_by: list[ThemeId] = replaced_by_field("theme", "peer-support")
