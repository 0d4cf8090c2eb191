"""A meeting of the network: its agenda, decisions and actions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date as date_of_calendar
from datetime import time
from typing import Annotated

from macros.kinds.agenda import Action, Opening, Presentation, StandingItemReport, Topic
from macros.kinds.consent import Named
from macros.kinds.diamond9 import Diamond9
from macros.kinds.meeting_stage import CALLED_OFF, HELD, NOT_CALLED_OFF, NOT_HELD, PLANNED, MeetingStage
from macros.kinds.name import KindName
from macros.kinds.question import Question, by_stage, by_theme, by_year
from macros.kinds.record import Record, Source, summary_field, title_field
from macros.kinds.service import Service
from macros.kinds.shown import ListGroup, Shown, in_groups, titles
from macros.schema.clock import clock, from_to
from macros.schema.durations import days_in_words, month_number
from macros.schema.field import ASKED, LATER, After, Need, Only, field
from macros.schema.part import Sentence, ServiceId, Summary, Title
from macros.schema.types import Day, DayOrMonth, Month, SafeAddress, Text, TimeOfDay, in_words, sort_key
from macros.source.diagnostic import Location

_TAKES_PLACE = Only(
    NOT_CALLED_OFF,
    '"{name}" is only for a meeting that takes place, and the stage of this one is "{stage}". Take it out or, if the meeting has '
    'taken place, change the stage to "held".',
)


class Meeting(Record):
    """A meeting of the network: planned, held, cancelled or postponed."""

    KIND = "meeting"
    FOLDER = "meetings"
    NAME = KindName("meeting", "meetings", where="on record")
    PLACE = 20
    MARK = "M12.5 7.5l5 5-5 5-5-5zM27.5 7.5l5 5-5 5-5-5zM12.5 22.5l5 5-5 5-5-5zM27.5 22.5l5 5-5 5-5-5z"
    COLOUR = "meeting"
    # Minutes stay as they were agreed.
    IS_REVIEWED = False
    # The digest reports its day and decisions instead.
    IS_TOLD_WHEN_NEW = False

    title: Title = title_field("Summer meeting")
    summary: Summary = summary_field("How two services protect time to learn, and what we decided about lunch breaks.")
    source: Source | None = field(
        "Where this comes from, such as the minutes. Needed once it has been held, unless it says who attended.",
        default=None,
        proposed=True,
    )
    date: DayOrMonth = field(
        "The day it takes place, or the month if the day is not known. If it is called off, the day it was planned for.",
        ["2026-06-18"],
        to_come=NOT_HELD,
        also=("day", "when"),
    )
    last_day: Day | None = field(
        "Its last day, if it takes more than one. It then starts on the first day and ends on the last.",
        ["2026-06-19"],
        default=None,
        to_come=NOT_HELD,
        after=After(
            "date",
            "The last day of the meeting ({later}) is before its first ({earlier}). Check both days.",
            same="The last day of the meeting is also its first. Take this line out: only a meeting of several days needs it.",
        ),
        proposed=True,
        also=("until", "end_date", "ends_on", "last_date", "to"),
    )
    stage: MeetingStage = field(
        "Whether it is planned, has been held, or is called off.",
        ["held"],
        also=("status", "state", "cancelled", "postponed"),
    )
    reason: Sentence | None = field(
        "Why it does not take place. Only for a meeting that is cancelled or postponed, which needs it.",
        ["There is a rail strike on that day."],
        default=None,
        ask=LATER,
        needed=Need(CALLED_OFF, why="A meeting that is {stage} says why."),
        only=Only(
            CALLED_OFF,
            '"{name}" is only for a meeting that is cancelled or postponed. Take it out, or write "stage: cancelled".',
        ),
        proposed=True,
        also=("why", "why_cancelled", "why_postponed"),
    )
    starts: TimeOfDay | None = field(
        "When it starts, on a 24-hour clock.",
        ["13:30"],
        default=None,
        needed=Need(PLANNED, why="when it starts", rule="time-or-place-missing"),
        proposed=True,
        also=("start", "start_time", "time", "from"),
    )
    ends: TimeOfDay | None = field(
        "When it ends, on a 24-hour clock.",
        ["16:30"],
        default=None,
        after=After(
            "starts",
            "The meeting ends before it starts. Use a 24-hour clock: 16:30.",
            same="The meeting ends when it starts. Check both times.",
            unless="last_day",
        ),
        proposed=True,
        also=("end", "end_time"),
    )
    place: Annotated[str, Text(2, 200, instead="join")] | None = field(
        'The venue and town, or "Online".',
        ["Online"],
        default=None,
        needed=Need(PLANNED, unless="join", why="where it is", rule="time-or-place-missing"),
        proposed=True,
        also=("where", "venue", "location"),
    )
    join: SafeAddress | None = field(
        "The web address to join, such as a link from Teams. Anyone can read it while the meeting is planned.",
        ["https://teams.microsoft.com/l/meetup-join/19%3ameeting"],
        default=None,
        proposed=True,
        also=("link", "url", "address", "teams", "zoom", "meeting_link"),
    )
    standing_item: StandingItemReport | None = field(
        "What was done under the standing item. A meeting without it is an error, unless it is cancelled or postponed.",
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
        needed=Need(HELD, unless="source", rule="provenance-missing"),
        only=_TAKES_PLACE,
        hint="The services that were there, if it has been held.",
    )
    topics: list[Topic] = field("What members would like to talk about.", default=[])
    decisions: list[Sentence] = field(
        "What was decided, in a sentence each.",
        [["We start every meeting with a question."]],
        default=[],
        only=_TAKES_PLACE,
    )
    actions: list[Action] = field("Who agreed to do what.", default=[])
    diamond9: Diamond9 | None = field(
        "A Diamond 9 exercise and how its groups ranked the cards.", default=None, ask=LATER
    )

    @property
    def is_held(self) -> bool:
        """Whether it has taken place."""
        return self.stage is MeetingStage.HELD

    @property
    def is_planned(self) -> bool:
        """Whether it is to take place. If its record was retired, readers were told that it is not."""
        return self.stage is MeetingStage.PLANNED and not self.is_retired

    @property
    def is_called_off(self) -> bool:
        """Whether it does not take place on its day: it is cancelled or postponed."""
        return not self.is_held and not self.is_planned

    @property
    def ends_on(self) -> DayOrMonth:
        """Its last day; the month if only that is known."""
        return self.last_day or self.date

    @property
    def shown_day(self) -> str:
        """Its days or month in words. A planned meeting with only a month adds that the day is not set yet."""
        is_open = self.is_planned and isinstance(self.date, Month)
        return f"{in_words(self.date)} (day not set yet)" if is_open else days_in_words(self.date, self.last_day)

    @property
    def shown_time(self) -> str:
        """Its times in words, as far as they are known: "10am to midday", "10am on the first day to 4pm on the last"."""
        if self.last_day is None:
            return from_to(self.starts, self.ends)
        times = ((self.starts, "on the first day"), (self.ends, "on the last"))
        return " to ".join(f"{clock(when.hour, when.minute)} {which}" for when, which in times if when)

    @property
    def shown_place(self) -> str:
        """Where it is: its place or, if it only has an address to join at, "Online"."""
        return self.place or ("Online" if self.join else "")

    @property
    def alert(self) -> str:
        """What readers must know before its title: "Cancelled", "Postponed"."""
        off = MeetingStage.POSTPONED if self.stage is MeetingStage.POSTPONED else MeetingStage.CANCELLED
        return off.label if self.is_called_off else ""

    @property
    def alert_reason(self) -> str:
        """Why it is called off."""
        return (self.reason or self.why_retired or "") if self.is_called_off else ""

    def named_people(self) -> Iterator[tuple[Location, Named]]:
        """The speakers who are named."""
        for index, one in enumerate(self.presentations):
            if one.speaker and one.speaker.name:
                yield ("presentations", index, "speaker"), one.speaker

    def as_consented(self, today: date_of_calendar) -> Meeting:
        """Itself without the names of speakers whose consent does not cover `today`."""
        hidden = [one for _, one in self.named_people() if not one.may_be_shown(today)]
        if not hidden:
            return self
        shown = [
            one.model_copy(update={"speaker": one.speaker.without_name()}) if one.speaker in hidden else one
            for one in self.presentations
        ]
        return self.model_copy(update={"presentations": shown})

    def fact_line(self, shown: Shown) -> list[str]:
        """When and where."""
        return [part for part in (self.shown_day, self.shown_place) if part]

    def sentences(self) -> Iterator[str | None]:
        """Why it is called off, its agenda, decisions, actions and Diamond 9."""
        yield self.reason
        yield self.opening.title if self.opening else None
        yield self.standing_item.title if self.standing_item else None
        for one in self.presentations:
            yield one.title
            yield one.speaker.in_words if one.speaker else None
        under_item = self.standing_item.decisions if self.standing_item else ()
        # An excerpt says what it quotes, and who looks for decisions finds them.
        yield from (f"Decision: {text}" for text in (*under_item, *self.decisions))
        yield from (f"Action: {action.text}" for action in self.actions)
        yield from (topic.text for topic in self.topics)
        yield from self.diamond9.sentences() if self.diamond9 else ()

    def search_words(self, shown: Shown) -> Iterator[str]:
        """Its day, and the services that attended."""
        yield in_words(self.date)
        yield from titles(shown, Service.KIND, self.attended)

    @classmethod
    def groups(cls, records: Sequence[Meeting], shown: Shown) -> Iterable[ListGroup]:
        """Planned meetings, next first; then those called off and held meetings by year, latest first."""
        in_order = sorted(records, key=meeting_order)
        held = [one for one in reversed(in_order) if one.is_held]
        years = dict.fromkeys(one.date.year for one in held)
        return [
            ListGroup("To come", [one for one in in_order if one.is_planned]),
            ListGroup("Cancelled or postponed", [one for one in reversed(in_order) if one.is_called_off]),
            *in_groups(held, {year: str(year) for year in years}, lambda one: one.date.year),
        ]

    @classmethod
    def gap(cls, records: Sequence[Meeting], shown: Shown, today: date_of_calendar) -> str:
        """That most meetings are missing, if fewer than half of the periods since the network began can have one."""
        network = shown.network
        began = Month(network.established.year, network.established.month)
        periods = (month_number(today) - month_number(network.established)) // network.meets_every
        if 2 * sum(one.is_held for one in records) >= periods:
            return ""
        return f"The network began in {in_words(began)}. We do not have a record of every meeting since."

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
