"""A meeting of the network: its agenda, decisions and actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from typing import Annotated

from macros.kinds.agenda import Action, Opening, Presentation, StandingItemReport, Topic
from macros.kinds.diamond9 import Diamond9
from macros.kinds.name import KindName
from macros.kinds.question import Question, by_stage, by_theme, by_year
from macros.kinds.record import Record, Source, summary_field, title_field
from macros.kinds.service import Service
from macros.kinds.shown import ListGroup, Shown, in_groups, titles
from macros.schema.field import ASKED, LATER, After, Need, When, field
from macros.schema.part import Sentence, ServiceId, Summary, Title
from macros.schema.types import Choice, DayOrMonth, Month, Text, TimeOfDay, in_words, sort_key


class MeetingStage(Choice):
    """Whether a meeting is still to come."""

    PLANNED = "planned", "It is still to come."
    HELD = "held", "It has taken place."


_PLANNED = When("stage", (MeetingStage.PLANNED,))


class Meeting(Record):
    """A meeting of the network, planned or held."""

    KIND = "meeting"
    FOLDER = "meetings"
    NAME = KindName("meeting", "meetings")
    PLACE = 20
    MARK = "M12.5 7.5l5 5-5 5-5-5zM27.5 7.5l5 5-5 5-5-5zM12.5 22.5l5 5-5 5-5-5zM27.5 22.5l5 5-5 5-5-5z"
    COLOUR = "meeting"
    # Minutes stay as they were agreed.
    IS_REVIEWED = False
    # The digest reports its day and decisions instead.
    IS_TOLD_WHEN_NEW = False

    title: Title = title_field("Summer meeting")
    summary: Summary = summary_field(
        "How two services protect time for supervision, and what we decided about lunch breaks."
    )
    source: Source | None = field(
        "Where what it says comes from, such as the minutes. Needed once it has been held, unless it says who attended.",
        default=None,
        proposed=True,
    )
    date: DayOrMonth = field(
        "The day it takes place, or the month if the day is not known.", ["2026-06-18"], to_come=_PLANNED
    )
    stage: MeetingStage = field("Whether it is planned or has been held.", ["held"])
    starts: TimeOfDay | None = field(
        "When it starts, on a 24-hour clock.",
        ["13:30"],
        default=None,
        needed=Need(_PLANNED, why="when it starts", rule="time-or-place-missing"),
        proposed=True,
    )
    ends: TimeOfDay | None = field(
        "When it ends, on a 24-hour clock.",
        ["16:30"],
        default=None,
        after=After(
            "starts",
            "The meeting ends before it starts. Use a 24-hour clock: 16:30.",
            same="The meeting ends when it starts. Check both times.",
        ),
        proposed=True,
    )
    place: Annotated[str, Text(2, 200)] | None = field(
        "The venue and town, or how to join online.",
        ["Online"],
        default=None,
        needed=Need(_PLANNED, why="where it is", rule="time-or-place-missing"),
        proposed=True,
    )
    standing_item: StandingItemReport | None = field(
        "What was done under the item that stands on every agenda. A meeting without it is an error.",
        default=None,
        needed=Need(rule="standing-item-missing"),
    )
    opening: Opening | None = field("How the meeting opens.", default=None)
    presentations: list[Presentation] = field("What members present.", default=[])
    attended: list[ServiceId] = field(
        "The services that were there: their file names, without .md. "
        "Needed once it has been held, unless source says where this comes from.",
        [["sample-brindle"]],
        default=[],
        max_length=100,
        ask=ASKED,
        needed=Need(When("stage", (MeetingStage.HELD,)), unless="source", rule="provenance-missing"),
        hint="The services that were there, if it has been held.",
    )
    topics: list[Topic] = field("What members would like to talk about.", default=[])
    decisions: list[Sentence] = field(
        "What was decided, a sentence each.", [["We start every meeting with a question."]], default=[]
    )
    actions: list[Action] = field("Who agreed to do what.", default=[])
    diamond9: Diamond9 | None = field(
        "A Diamond 9 exercise and how its groups ranked the cards.", default=None, ask=LATER
    )

    @property
    def shown_day(self) -> str:
        """Its day or month in words. A planned meeting with only a month adds that the day is not set yet."""
        is_open = self.stage is MeetingStage.PLANNED and isinstance(self.date, Month)
        return f"{in_words(self.date)} (day not set yet)" if is_open else in_words(self.date)

    def fact_line(self, shown: Shown) -> list[str]:
        """When and where."""
        return [part for part in (self.shown_day, self.place) if part]

    def sentences(self) -> Iterator[str | None]:
        """Its agenda, decisions, actions and Diamond 9."""
        yield self.opening.title if self.opening else None
        yield self.standing_item.title if self.standing_item else None
        yield from (one.title for one in self.presentations)
        yield from self.decisions
        yield from (action.text for action in self.actions)
        yield from (topic.text for topic in self.topics)
        yield from self.diamond9.sentences() if self.diamond9 else ()

    def search_words(self, shown: Shown) -> Iterator[str]:
        """Its day, and the services that attended."""
        yield in_words(self.date)
        yield from titles(shown, Service.KIND, self.attended)

    @classmethod
    def groups(cls, records: Sequence[Meeting], shown: Shown) -> Iterable[ListGroup]:
        """Planned meetings, next first; then held meetings by year, latest first."""
        in_order = sorted(records, key=meeting_order)
        held = [one for one in reversed(in_order) if one.stage is MeetingStage.HELD]
        years = dict.fromkeys(one.date.year for one in held)
        return [
            ListGroup("To come", [one for one in in_order if one.stage is MeetingStage.PLANNED]),
            *in_groups(held, {year: str(year) for year in years}, lambda one: one.date.year),
        ]

    @classmethod
    def questions(cls, records: Sequence[Meeting], shown: Shown) -> list[Question]:
        """Theme, year, stage and services that took part."""
        services = shown.titles_by_id(Service.KIND)

        def took_part(record: Meeting) -> list[str | None]:
            return [*record.attended, *(one.service for one in record.presentations)]

        return [
            by_theme(shown),
            by_year("Year", records, lambda record: record.date.year),
            by_stage(MeetingStage),
            Question("service", "Service that took part", services, took_part, is_own=True),
        ]


def meeting_order(meeting: Meeting) -> tuple[tuple[int, int, int], time, str]:
    """Sort key: day, start time, id."""
    return sort_key(meeting.date), meeting.starts or time.min, meeting.id
