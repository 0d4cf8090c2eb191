"""Workforce figures: who was there, joined, moved and left in twelve months, with a table of protected counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from macros.kinds.name import KindName
from macros.kinds.question import Question, by_year
from macros.kinds.record import Record, summary_field, title_field
from macros.kinds.shown import ListGroup, Shown
from macros.kinds.table_row import TableRow
from macros.schema.durations import counted, days_in_words
from macros.schema.field import After, field
from macros.schema.part import ServiceId, Summary, Title
from macros.schema.protected import ProtectedCount
from macros.schema.types import Choice, Day


class Measure(Choice):
    """What is counted of a workforce in a period."""

    START = "start", "People in post on the day before the period."
    JOINED = "joined", "People who came from outside the network."
    MOVED_IN = "moved-in", "People who came from another service of the network. For everyone, all who moved within it."
    MOVED_OUT = "moved-out", "People who went to another service of the network. For everyone, all who moved within it."
    LEFT = "left", "People who left the network."
    END = "end", "People in post on the last day of the period."


class Destination(Choice):
    """Where people went who left."""

    LEFT_NHS = "left-nhs", "To another kind of employer."
    ANOTHER_SERVICE = "another-service", "To a service outside the network."
    OTHER_TRAINING = "training", "To train for another role or qualification."
    OTHER = "other", "Somewhere else."
    NOT_KNOWN = "not-known", "We do not know."


class WorkforceRow(TableRow):
    """How many people were in post, joined, moved or left."""

    WHOLES = frozenset({Measure.START, Measure.END})

    measure: Measure = field("What it counts.", ["left"])
    destination: Destination | None = field(
        "Where those who left went. Blank for all who left, and in rows of every other measure.",
        ["left-nhs"],
        default=None,
    )
    count: ProtectedCount = field("The number of people (not posts), rounded to 5. [c] if it is hidden.", ["40"])

    @property
    def about(self) -> tuple[str, str]:
        """The measure, and where people went, empty for all."""
        return self.measure.value, self.destination.value if self.destination else ""

    @classmethod
    def columns(cls, topic: str, what: str) -> Mapping[str, str]:
        """The measure and where people went."""
        return {"measure": topic, "destination": what}

    @property
    def fault(self) -> str:
        """Why no table has such a row: where people went is said of everyone who left, and of no group."""
        if self.destination and self.measure is not Measure.LEFT:
            return "Only those who left have a destination."
        if self.destination and not self.is_of_everyone:
            return "Where people went is published for the whole network only: in a service they are a handful."
        return super().fault


class WorkforceFigures(Record):
    """Who was in post, joined, moved and left in twelve months, as protected counts."""

    KIND = "workforce_figures"
    FOLDER = "workforce"
    NAME = KindName("workforce figures", "workforce figures", ("set of workforce figures", "sets of workforce figures"))
    PLACE = 80
    MARK = "M5 15l5 5-5 5-5-5zM12.5 22.5l5 5-5 5-5-5zM27.5 7.5l5 5-5 5-5-5zM35 15l5 5-5 5-5-5z"
    COLOUR = "service"
    # What was counted stays as it was.
    IS_REVIEWED = False
    IS_PROPOSED = False
    ROW = WorkforceRow

    title: Title = title_field("Workforce, April 2025 to March 2026")
    summary: Summary = summary_field("Who joined, moved and left in the services between April 2025 and March 2026.")
    starts: Day = field("The first day of the twelve months.", ["2025-04-01"], older=True)
    ends: Day = field(
        "The last day of the twelve months.",
        ["2026-03-31"],
        older=True,
        after=After("starts", "The period ends ({later}) before it starts ({earlier}). Check both dates."),
    )
    services: list[ServiceId] = field(
        "The services whose people are counted: file names of service records, without .md.", [["sample-brindle"]]
    )

    @property
    def period(self) -> tuple[date, date]:
        """Its first and its last day."""
        return self.starts, self.ends

    def fact_line(self, shown: Shown) -> list[str]:
        """The period, and the number of services."""
        return [days_in_words(*self.period), counted(len(self.services), "service")]

    @classmethod
    def groups(cls, records: Sequence[WorkforceFigures], shown: Shown) -> Iterable[ListGroup]:
        """All of them, latest first."""
        newest_first = sorted(records, key=lambda one: one.ends, reverse=True)
        return [ListGroup(cls.NAME.labels, newest_first)]

    @classmethod
    def questions(cls, records: Sequence[WorkforceFigures], shown: Shown) -> list[Question]:
        """The year in which the period ends."""
        return [by_year("Year", records, lambda record: record.ends.year)]
