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
        default=None,
        proposed=True,
        description="Where what it says comes from, such as the minutes. Needed once it has been held, unless it says who attended.",
        examples=[{"title": "What helps a team", "url": "https://www.example.org/"}],
    )
    date: DayOrMonth = field(
        to_come=_PLANNED,
        description="The day it takes place, or the month if the day is not known.",
        examples=["2026-06-18"],
    )
    stage: MeetingStage = field(description="Whether it is planned or has been held.", examples=["held"])
    starts: TimeOfDay | None = field(
        default=None,
        needed=Need(_PLANNED, why="when it starts", rule="time-or-place-missing"),
        proposed=True,
        description="When it starts, on a 24-hour clock.",
        examples=["13:30"],
    )
    ends: TimeOfDay | None = field(
        default=None,
        after=After(
            "starts",
            "The meeting ends before it starts. Use a 24-hour clock: 16:30.",
            same="The meeting ends when it starts. Check both times.",
        ),
        proposed=True,
        description="When it ends, on a 24-hour clock.",
        examples=["16:30"],
    )
    place: Annotated[str, Text(2, 200)] | None = field(
        default=None,
        needed=Need(_PLANNED, why="where it is", rule="time-or-place-missing"),
        proposed=True,
        description="The venue and town, or how to join online.",
        examples=["Online"],
    )
    standing_item: StandingItemReport | None = field(
        default=None,
        needed=Need(rule="standing-item-missing"),
        description="What was done under the item that stands on every agenda. A meeting without it is an error.",
        examples=[{"title": "Diamond 9: what matters most to us", "led_by": "Network chair"}],
    )
    opening: Opening | None = field(
        default=None, description="How the meeting opens.", examples=[{"title": "What is your favourite film?"}]
    )
    presentations: list[Presentation] = field(
        default=[],
        description="What members present.",
        examples=[[{"title": "What our lunch club taught us", "service": "sample-brindle"}]],
    )
    attended: list[ServiceId] = field(
        default=[],
        max_length=100,
        ask=ASKED,
        needed=Need(When("stage", (MeetingStage.HELD,)), unless="source", rule="provenance-missing"),
        hint="The services that were there, if it has been held.",
        description=(
            "The services that were there: their file names, without .md. "
            "Needed once it has been held, unless source says where this comes from."
        ),
        examples=[["sample-brindle"]],
    )
    topics: list[Topic] = field(
        default=[],
        description="What members would like to talk about.",
        examples=[[{"text": "How do others protect time for supervision?"}]],
    )
    decisions: list[Sentence] = field(
        default=[],
        description="What was decided, a sentence each.",
        examples=[["We start every meeting with a question."]],
    )
    actions: list[Action] = field(
        default=[],
        description="Who agreed to do what.",
        examples=[[{"id": "share-lunch-poster", "text": "Share the poster.", "owner": "sample-brindle"}]],
    )
    diamond9: Diamond9 | None = field(
        default=None,
        ask=LATER,
        description="A Diamond 9 exercise and how its groups ranked the cards.",
        examples=[{"question": "What matters most to us at work?"}],
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
        return [
            by_theme(shown),
            by_year("Year", records, lambda record: record.date.year),
            by_stage(MeetingStage),
            Question(
                "service",
                "Service that took part",
                shown.titles_by_id(Service.KIND),
                lambda record: [*record.attended, *(one.service for one in record.presentations)],
                is_own=True,
            ),
        ]


def meeting_order(meeting: Meeting) -> tuple[tuple[int, int, int], time, str]:
    """Sort key: day, start time, id."""
    return sort_key(meeting.date), meeting.starts or time.min, meeting.id
