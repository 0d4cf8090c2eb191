"""The page of a meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from macros.kinds import Meeting, MeetingStage, Topic
from macros.library.action_history import latest_first
from macros.library.chain import taken_up_at
from macros.library.public import PublicLibrary
from macros.pages.actions import meeting_actions
from macros.pages.agenda import agenda, asked_by, led_by, presented
from macros.pages.diamond9 import meeting_ranking
from macros.pages.downloads import (
    AGENDA_FILE,
    CALENDAR_TYPE,
    MINUTES_FILE,
    WORD_TYPE,
    Download,
    is_announced,
    meeting_file,
    with_minutes,
)
from macros.pages.parts import (
    Item,
    KindView,
    PageSection,
    fact,
    facts,
    item_for,
    item_with_alert,
    items_for,
    section,
    sections,
)
from macros.pages.rendering import address
from macros.pages.shortlist import shortlist, whole_list_of
from macros.pages.standing_item import came_of_it_section


@dataclass(frozen=True)
class PastItem:
    """One item of a meeting that was held. `label` is its type."""

    label: str
    title: str
    details: Sequence[Item]


@dataclass(frozen=True)
class TopicLine:
    """A topic that was suggested, and where it was taken up. `lost` is the meeting it was chosen for, if that was called off."""

    text: str
    service: Sequence[Item]
    taken_up: Sequence[Item]
    lost: Sequence[Item]


@dataclass(frozen=True)
class TakenUpLine:
    """A topic taken up at this meeting, who asked for it, and where it was suggested."""

    text: str
    service: Sequence[Item]
    suggested_at: Item


def view(record: Meeting, public: PublicLibrary) -> KindView:
    """When, where and who, then what is or was on the agenda."""
    when_where_who = facts(
        fact("Was planned for" if record.is_called_off else "Date", record.shown_day),
        fact("Time", record.shown_time),
        fact("Place", record.place, is_own=True),
        fact("Join online", join_link(record)),
        fact("Services present", *items_for(public, "service", record.attended)),
        fact("Themes", *items_for(public, "theme", record.tags)),
    )
    # Below, where what is sent out and kept does not take it from: their consent ends.
    named = [one for one in record.presentations if one.speaker and one.speaker.name]
    below = sections(section("Who spoke" if record.is_held else "Who speaks", "speakers", named))
    return KindView(when_where_who, _notices(record, public), above=_sections(record, public), below=below)


def join_link(record: Meeting) -> Item | None:
    """A link to the address to join at, if there is something to join. The address itself is too long to read."""
    return Item(f"Join at {urlsplit(record.join).hostname}", href=record.join) if record.join else None


def _notices(record: Meeting, public: PublicLibrary) -> list[Item]:
    """That it does not take place, and why; then the next one that does. Of one that is over, where its minutes can be read."""
    reading = public.main_pages.read_minutes
    if record.is_planned and record.ends_on < public.today and reading:
        return [Item("Filled in? Send in the minutes", reading)]
    if not record.is_called_off:
        return []
    # If the record was retired, another notice has the reason.
    reason = f" {record.reason}" if record.reason else ""
    new_day = " The new day is not known yet." if record.stage is MeetingStage.POSTPONED else ""
    following = public.next_meeting
    return [
        Item(f"This meeting is {record.alert.lower()}.{reason}{new_day}"),
        *([Item(f"The next meeting is {following.title}, {following.shown_day}", following.path)] if following else ()),
    ]


def day_and_time(record: Meeting) -> str:
    """The day and time of a meeting on one line, as far as they are known."""
    return ", ".join(part for part in (record.shown_day, record.shown_time) if part)


def when_and_where(record: Meeting) -> str:
    """The day, time and place of a meeting on one line, as far as they are known."""
    return ", ".join(part for part in (day_and_time(record), record.shown_place) if part)


def _sections(record: Meeting, public: PublicLibrary) -> list[PageSection]:
    """The agenda of a planned meeting; for others, what happened or was to happen."""
    if record.is_called_off:
        return sections(
            section("What was planned", "happened", _what_happened(record, public)),
            section("Actions to be reviewed", "actions", meeting_actions(record, public)),
            section("Topics chosen for it", "taken_up", _taken_up(record, public, but=record)),
            section("Topics suggested", "topics", [_topic(topic, public) for topic in record.topics]),
        )
    if record.is_planned:
        # The agenda leaves out this meeting's topics that another meeting has taken up. List them here.
        taken = [topic for topic in record.topics if taken_up_at(topic, public) not in (None, record)]
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
        section("Topics discussed", "taken_up", taken_up, more=more_taken_up),
        section("Topics suggested", "topics", [_topic(topic, public) for topic in record.topics]),
        section("Diamond 9", "ranking", meeting_ranking(record, public)),
    )


def _what_happened(record: Meeting, public: PublicLibrary) -> list[PastItem]:
    """The items of a meeting that was held, or those that one called off would have had."""
    items = []
    if record.opening:
        tried = items_for(public, "initiative", [record.opening.initiative])
        items.append(PastItem("Opening", record.opening.title, tried))
    if record.standing_item:
        item = record.standing_item
        details = led_by(item)
        if record.is_called_off:
            # Of a meeting that was held, a section of its own says what came of it.
            details += [
                *items_for(public, "initiative", item.initiatives),
                *items_for(public, "evidence", item.evidence),
            ]
        items.append(PastItem(public.network.standing_item.name, item.title, details))
    items.extend(PastItem("Presentation", one.title, presented(one, public)) for one in record.presentations)
    return items


def _topic(topic: Topic, public: PublicLibrary) -> TopicLine:
    chosen = public.get(Meeting.KIND, topic.taken_up or "")
    chosen_for = [item_with_alert(chosen)] if chosen else []
    is_lost = taken_up_at(topic, public) is None
    return TopicLine(topic.text, asked_by(topic, public), [] if is_lost else chosen_for, chosen_for if is_lost else [])


def _taken_up(record: Meeting, public: PublicLibrary, but: Meeting | None = None) -> list[TakenUpLine]:
    """The topics taken up at a meeting, or chosen for it, except those suggested at the meeting `but`."""
    return [
        TakenUpLine(topic.text, asked_by(topic, public), item_for(meeting))
        for meeting in latest_first(public.linking_to(record, Meeting, "topics"))
        for topic in meeting.topics
        if topic.taken_up == record.id and meeting is not but
    ]


def own_downloads(record: Meeting, public: PublicLibrary, top: str) -> list[Download]:
    """The agenda and the calendar file of an announced meeting; the minutes of one that was held lately.

    Of one that is called off, what tells calendars so.
    """
    folder = f"{record.FOLDER}/{record.id}"
    if record.is_called_off and isinstance(record.date, date) and record.ends_on >= public.today:
        label = f"Mark it as {record.alert.lower()} in your calendar (.ics)"
        return [Download(label, CALENDAR_TYPE, meeting_file(record))]
    if record in with_minutes(public):
        return [Download("This meeting as a Word document (.docx)", WORD_TYPE, f"{folder}/{MINUTES_FILE}")]
    if not is_announced(record):
        return []
    page = public.main_pages.read_minutes
    saved_as = f"{record.date} agenda and minutes.docx"
    return [
        Download("Agenda and form for the minutes (Word, .docx)", WORD_TYPE, f"{folder}/{AGENDA_FILE}", name=saved_as),
        *([Download("Filled in? Send in the minutes", "text/html", address(page))] if page else ()),
        Download("Put this meeting in your calendar (.ics)", CALENDAR_TYPE, meeting_file(record)),
    ]
