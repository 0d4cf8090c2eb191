"""A theme: a word of the network's vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from macros.kinds.name import KindName
from macros.kinds.question import Question
from macros.kinds.record import Record, replaced_by_field, summary_field, title_field
from macros.kinds.shown import ListGroup, Shown, in_groups
from macros.schema.durations import counted
from macros.schema.field import field
from macros.schema.part import Summary, ThemeId, Title
from macros.schema.types import Text, Word


class Theme(Record):
    """A word of the network's vocabulary, with what it means."""

    KIND = "theme"
    FOLDER = "themes"
    NAME = KindName("theme", "themes")
    PLACE = 50
    MARK = "M20 0l5 5-5 5-5-5zM20 15l5 5-5 5-5-5zM20 30l5 5-5 5-5-5z"
    COLOUR = "theme"
    GATHERED_BY = ("tags",)
    RELATES = True
    IS_TOLD_WHEN_NEW = False

    title: Title = title_field("Time to talk")
    summary: Summary = summary_field("Everything that gives colleagues time to talk to each other about how they are.")
    group: Annotated[str, Word("theme_groups")] = field("The group it is listed under.", ["how-we-work"])
    synonyms: list[Annotated[str, Text(2, 60)]] = field(
        "Other words that people use for it.", [["lunch breaks", "time out"]], default=[]
    )
    replaced_by: list[ThemeId] = replaced_by_field("theme", "peer-support")

    @property
    def other_names(self) -> Sequence[str]:
        """Its synonyms."""
        return self.synonyms

    def fact_line(self, shown: Shown) -> list[str]:
        """How many records belong to it."""
        number = len(shown.gathered_by(self))
        return [counted(number, "record") if number else "Nothing yet"]

    def search_words(self, shown: Shown) -> Iterator[str]:
        """Its group."""
        yield shown.network.words("theme_groups")[self.group]

    @classmethod
    def groups(cls, records: Sequence[Theme], shown: Shown) -> Iterable[ListGroup]:
        """Groups in the order of network.yml, then by title."""
        return in_groups(records, shown.network.words("theme_groups"), lambda one: one.group, is_own=True)

    @classmethod
    def questions(cls, records: Sequence[Theme], shown: Shown) -> list[Question]:
        """No facets: the groups of themes fit on a page."""
        return []
