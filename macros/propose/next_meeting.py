"""Drafts the record of the next meeting, with what the network left open."""

from calendar import monthcalendar
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.kinds import Action, Meeting
from macros.kinds.meeting import meeting_order
from macros.library.chain import taken_up_at
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.library.today import last_day_to_plan
from macros.pages.openings import ProposedOpening, opening_after
from macros.propose.skeleton import draft, file_name
from macros.schema.durations import month_at, month_number
from macros.schema.types import Month, in_words, sort_key

_POSITIONS = "first second third fourth fifth".split()
# Used if the day of the last meeting is unknown: away from the ends of the week and month.
_USUAL_DAY = date(2026, 1, 8)
# Copied from the last meeting, if known.
_AS_LAST_TIME = ("starts", "ends", "place")


class NoMeetingHeld(Exception):
    """The next meeting cannot be prepared. The message says why."""


@dataclass(frozen=True)
class NextMeetingDraft:
    """The draft of the meeting after `latest`: its day, and what it takes over from `earlier`, which has those called off too.

    `planned` maps an action's id to the planned meeting it is taken from. `open_topics` counts the topics that wait to be taken
    up. They stay where they were suggested.
    """

    earlier: Sequence[Meeting]
    latest: Meeting
    day: date
    opening: ProposedOpening | None
    actions: Sequence[Action]
    planned: Mapping[str, Meeting]
    open_topics: int

    @property
    def not_known(self) -> Sequence[str]:
        """The fields that are unknown for the latest meeting and must be filled in for this one."""
        return [name for name in _AS_LAST_TIME if getattr(self.latest, name) is None]


def next_meeting_draft(library: Library, today: date) -> NextMeetingDraft:
    """The draft of the meeting after the latest one, planned or held.

    Raises `NoMeetingHeld` if there are no meetings, or if the latest is so far ahead that its year must be wrong.
    """
    public = PublicLibrary.of(library, today)
    earlier = sorted(public.all_of(Meeting).values(), key=meeting_order)
    if not earlier:
        raise NoMeetingHeld(
            "There is no meeting yet, so there is nothing to carry over. Start the first one: "
            'make new KIND=meeting TITLE="Spring meeting"'
        )
    takes_place = [one for one in earlier if not one.is_called_off]
    latest = (takes_place or earlier)[-1]
    if sort_key(latest.date) > sort_key(last_day_to_plan(today)):
        raise NoMeetingHeld(f'"{latest.path}" is dated {in_words(latest.date)}. Correct its year first.')
    carried_over = _carried_over(earlier, public)
    return NextMeetingDraft(
        earlier,
        latest,
        _day_after(latest, library.network.meets_every, today, {one.date for one in earlier}),
        opening_after(takes_place, public),
        [action for action, _ in carried_over],
        {action.id: meeting for action, meeting in carried_over if meeting.is_planned},
        sum(taken_up_at(topic, public) is None for meeting in earlier for topic in meeting.topics),
    )


def _carried_over(earlier: Sequence[Meeting], public: PublicLibrary) -> list[tuple[Action, Meeting]]:
    """The open actions, most urgent first, each with the last meeting that mentions it, held or planned."""
    latest = {one.latest.id: (one.latest, one.latest_meeting) for one in public.open_actions}
    held = [number for number, meeting in enumerate(earlier) if meeting.is_held]
    for meeting in earlier[held[-1] + 1 if held else 0 :]:
        for action in meeting.actions:
            # An action that a held meeting ended stays ended, even if a later meeting was drafted before that.
            if action.id in latest or action.id not in public.action_histories:
                latest[action.id] = (action, meeting)
    still_open = [pair for pair in latest.values() if pair[0].is_open]
    return sorted(still_open, key=lambda pair: (pair[0].due or date.max, pair[0].id))


def _day_after(latest: Meeting, months: int, today: date, taken: Container[date]) -> date:
    """The same weekday of the month `months` later, repeated until it is neither in the past nor taken, even by one called off."""
    model = _USUAL_DAY if isinstance(latest.date, Month) else latest.date
    number = month_number(latest.date)
    while True:
        number += months
        month = month_at(number)
        weeks = monthcalendar(month.year, month.month)
        same_weekday = [week[model.weekday()] for week in weeks if week[model.weekday()]]
        # Not every month has a fifth of each weekday.
        day = date(month.year, month.month, same_weekday[: _position(model) + 1][-1])
        if day >= today and day not in taken:
            return day


def _position(day: date) -> int:
    """Whether a day is the first of its weekday in the month (0), the second (1) and so on."""
    return (day.day - 1) // 7


def name_of(meeting: NextMeetingDraft, title: str) -> str:
    """The file name without .md: the month, then the title unless that is the month."""
    name = file_name(title) if title else "meeting"
    return f"{meeting.day:%Y-%m}-{name}"


def draft_of(meeting: NextMeetingDraft, title: str, library: Library, today: date) -> str:
    """The text of the draft record, with blanks for what is new each time."""
    latest, month = meeting.latest, Month(meeting.day.year, meeting.day.month)
    values: dict[str, Any] = {
        "title": title or f"Meeting, {in_words(month)}",
        "added": today.isoformat(),
        "date": meeting.day.isoformat(),
        "stage": "planned",
        **{name: f"{time:%H:%M}" for name in ("starts", "ends") if (time := getattr(latest, name))},
        **({"place": latest.place} if latest.place else {}),
    }
    notes = {
        "date": _why_this_day(meeting),
        **dict.fromkeys(_AS_LAST_TIME, f'As at "{latest.title}".'),
        **dict.fromkeys(meeting.not_known, f'Not known of "{latest.title}".'),
        "actions": "Carried over, as they were on the day this was prepared.",
    }
    if opening := meeting.opening:
        named = {"initiative": opening.initiative.id} if opening.initiative else {}
        values["opening"] = {"title": opening.title, **named}
        notes["opening"] = f"Next in turn: {opening.reason}. Choose another if you like."
    if meeting.actions:
        values["actions"] = [one.model_dump(mode="json", exclude_none=True) for one in meeting.actions]
    return draft("meeting", values, library, blanks={"tags", *meeting.not_known}, later={"attended"}, notes=notes)


def _why_this_day(meeting: NextMeetingDraft) -> str:
    latest = in_words(meeting.latest.date)
    day = f"the {_POSITIONS[_position(meeting.day)]} {meeting.day:%A} of the month"
    if isinstance(meeting.latest.date, Month):
        return f"Suggested: {day}, because we do not know the day of the last one, in {latest}."
    return f"Suggested: {day}. The last one was on {latest}."


def summary_of(meeting: NextMeetingDraft, library: Library) -> Iterator[str]:
    """Lines that say what the meeting takes over."""
    yield f"It follows {meeting.latest.title}. {_why_this_day(meeting)}"
    if names := meeting.not_known:
        yield f"Not known from last time: {', '.join(names)}. Fill them in this time."
    if meeting.opening:
        yield f'It opens with "{meeting.opening.title}": {meeting.opening.reason}.'
    number = len(meeting.actions)
    yield f"Open actions carried over: {number or 'none'}."
    for action in meeting.actions:
        owner = library.get("service", action.owner)
        due = f", due {in_words(action.due)}" if action.due else ""
        planned = meeting.planned.get(action.id)
        where = f' (as "{planned.title}" has it, which is planned)' if planned else ""
        yield f"- {owner.title if owner else action.owner}: {action.text.rstrip('.')}{due}{where}"
    if topics := sum(topic.taken_up is None for one in meeting.earlier for topic in one.topics):
        yield f"Topics not discussed yet: {topics}. They stay where they were suggested, and the agenda shows them."
