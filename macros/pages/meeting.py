"""The page of a meeting."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.kinds import Meeting, MeetingStage, Topic
from macros.library.action_history import latest_first
from macros.library.public import PublicLibrary
from macros.pages.actions import meeting_actions
from macros.pages.agenda import agenda, asked_by, presented
from macros.pages.diamond9 import meeting_ranking
from macros.pages.downloads import (
    AGENDA_FILE,
    CALENDAR_TYPE,
    MINUTES_FILE,
    WORD_TYPE,
    Download,
    is_announced,
    meeting_file,
)
from macros.pages.parts import Item, KindView, PageSection, fact, facts, item_for, items_for, section, sections
from macros.pages.shortlist import shortlist, whole_list_of
from macros.pages.standing_item import came_of_it_section
from macros.schema.types import from_to


@dataclass(frozen=True)
class PastItem:
    """One item of a meeting that was held. `label` is its type."""

    label: str
    title: str
    details: Sequence[Item]


@dataclass(frozen=True)
class TopicLine:
    """A topic that was suggested, and where it was taken up."""

    text: str
    service: Sequence[Item]
    taken_up: Sequence[Item]


@dataclass(frozen=True)
class TakenUpLine:
    """A topic taken up at this meeting, who asked for it, and where it was suggested."""

    text: str
    service: Sequence[Item]
    suggested_at: Item


def view(record: Meeting, public: PublicLibrary) -> KindView:
    """When, where and who, then what is or was on the agenda."""
    when_where_who = facts(
        fact("Date", record.shown_day),
        fact("Time", from_to(record.starts, record.ends)),
        fact("Place", record.place, is_own=True),
        fact("Services present", *items_for(public, "service", record.attended)),
        fact("Themes", *items_for(public, "theme", record.tags)),
    )
    return KindView(when_where_who, above=_sections(record, public))


def day_and_time(record: Meeting) -> str:
    """The day and time of a meeting on one line, as far as they are known."""
    return ", ".join(part for part in (record.shown_day, from_to(record.starts, record.ends)) if part)


def when_and_where(record: Meeting) -> str:
    """The day, time and place of a meeting on one line, as far as they are known."""
    return ", ".join(part for part in (day_and_time(record), record.place) if part)


def _sections(record: Meeting, public: PublicLibrary) -> list[PageSection]:
    """The agenda of a planned meeting; for others, what was decided, agreed, suggested and ranked."""
    if record.stage is MeetingStage.PLANNED:
        # The agenda leaves out this meeting's topics that another meeting has taken up. List them here.
        taken = [topic for topic in record.topics if topic.taken_up not in (None, record.id)]
        return sections(
            section("Agenda", "agenda", agenda(record, public)),
            section("Decisions", "points", record.decisions),
            section("Topics suggested", "topics", [_topic(topic, public) for topic in taken]),
            section("Diamond 9", "ranking", meeting_ranking(record, public)),
        )
    taken_up, more_taken_up = shortlist(_taken_up(record, public), whole_list_of(Meeting))
    return sections(
        section("What happened", "happened", _what_happened(record, public)),
        came_of_it_section(record, public),
        section("Decisions", "points", record.decisions),
        section("Actions", "actions", meeting_actions(record, public)),
        section("Topics taken up", "taken_up", taken_up, more=more_taken_up),
        section("Topics suggested", "topics", [_topic(topic, public) for topic in record.topics]),
        section("Diamond 9", "ranking", meeting_ranking(record, public)),
    )


def _what_happened(record: Meeting, public: PublicLibrary) -> list[PastItem]:
    items = []
    if record.opening:
        tried = items_for(public, "initiative", [record.opening.initiative])
        items.append(PastItem("Opening", record.opening.title, tried))
    if record.standing_item:
        led_by = [Item(f"Led by {record.standing_item.led_by}")]
        items.append(PastItem(public.network.standing_item.name, record.standing_item.title, led_by))
    items.extend(PastItem("Presentation", one.title, presented(one, public)) for one in record.presentations)
    return items


def _topic(topic: Topic, public: PublicLibrary) -> TopicLine:
    taken_up = items_for(public, "meeting", [topic.taken_up])
    return TopicLine(topic.text, asked_by(topic, public), taken_up)


def _taken_up(record: Meeting, public: PublicLibrary) -> list[TakenUpLine]:
    return [
        TakenUpLine(topic.text, asked_by(topic, public), item_for(meeting))
        for meeting in latest_first(public.linking_to(record, Meeting, "topics"))
        for topic in meeting.topics
        if topic.taken_up == record.id
    ]


def own_downloads(record: Meeting, public: PublicLibrary, top: str) -> list[Download]:
    """The agenda and the calendar file of an announced meeting; the minutes of one that was held."""
    folder = f"{record.FOLDER}/{record.id}"
    if record.stage is MeetingStage.HELD:
        return [Download("Minutes as a Word document (.docx)", WORD_TYPE, f"{folder}/{MINUTES_FILE}")]
    if not is_announced(record):
        return []
    return [
        Download("Agenda as a Word document (.docx)", WORD_TYPE, f"{folder}/{AGENDA_FILE}"),
        Download("Put this meeting in your calendar (.ics)", CALENDAR_TYPE, meeting_file(record)),
    ]
