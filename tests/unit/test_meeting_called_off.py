"""A meeting that is cancelled or postponed: every place that speaks of it says so first, and none invites to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from itertools import pairwise
from typing import Any

import feedparser
import pytest
import vobject

from macros.kinds import Meeting, MeetingStage, Review, ReviewOutcome, Topic, Update
from macros.library.library import Library
from macros.outputs.calendars import calendars
from macros.outputs.digest_text import as_markdown, as_plain_text
from macros.outputs.feeds import feeds
from macros.outputs.word_agenda import agendas
from macros.pages.agenda import agenda
from macros.pages.digest import Digest, digest
from macros.pages.downloads import downloads
from macros.pages.edit_links import EditLinks
from macros.pages.home import next_meeting
from macros.pages.lists import list_page
from macros.pages.meeting import view
from macros.pages.openings import proposed_opening
from macros.pages.parts import badge
from macros.pages.record_page import record_page
from macros.pages.shortlist import talked_about
from macros.pages.standing_item import Gap, thread_page
from macros.propose.issue import Issue
from macros.propose.issue_form import forms
from macros.propose.next_meeting import next_meeting_draft
from macros.propose.record_from_issue import path_for
from macros.propose.site_form import Wanted, proposal_form
from macros.schema.types import Month
from macros.source.gfm import parse
from tests.support.exporting import PLACE, public, put
from tests.support.project import TODAY

WINTER, SPRING = "2026-12-winter-meeting", "2027-03-spring-meeting"
REASON = "The trains do not run on that day."
CANCELLED = {"stage": MeetingStage.CANCELLED, "reason": REASON}
POSTPONED = {"stage": MeetingStage.POSTPONED, "reason": REASON}
# What people did before there were stages for it.
RETIRED = {"reviews": [Review(date=date(2026, 11, 20), outcome=ReviewOutcome.RETIRED)], "why_retired": REASON}
EVERY_WAY = pytest.mark.parametrize(
    ("values", "word"), [(CANCELLED, "Cancelled"), (POSTPONED, "Postponed"), (RETIRED, "Cancelled")]
)


def meetings(shown: Library) -> Mapping[str, Meeting]:
    return shown.all_of(Meeting)


def off(shown: Library, **values: Any) -> Meeting:
    """The next meeting of the network, which is called off."""
    return put(shown, meetings(shown)[WINTER], **{**CANCELLED, **values})


def event(shown: Library, path: str = f"meetings/{WINTER}/meeting.ics") -> Any:
    content = {file.path: file.content for file in calendars(public(shown), PLACE)}[path]
    [found] = vobject.readComponents(content.decode("utf-8"))
    return found.vevent


def told(shown: Library, since: date = date(2026, 9, 10)) -> Digest:
    return digest(public(shown), since)


# It is never the next meeting.


@EVERY_WAY
def test_the_next_meeting_is_one_that_takes_place(values: dict[str, Any], word: str, shown: Library) -> None:
    put(shown, meetings(shown)[WINTER], **values)
    now = public(shown)
    assert now.next_meeting is meetings(shown)[SPRING]
    home = next_meeting(now)
    assert home is not None
    assert home.meeting.title == "The spring meeting"
    assert proposal_form(Wanted("topic", "propose-topic"), now, EditLinks("")).meeting.startswith("The spring meeting")
    assert told(shown).next_meeting is not None
    assert told(shown).next_meeting.title == "The spring meeting"  # type: ignore[union-attr]


@EVERY_WAY
def test_a_topic_that_is_proposed_goes_to_one_that_takes_place(
    values: dict[str, Any], word: str, shown: Library
) -> None:
    put(shown, meetings(shown)[WINTER], **values)
    [form] = [one for one in forms(public(shown)) if one.name == "topic"]
    assert path_for(Issue(7, "A topic", ""), form, {}, None, shown, TODAY) == f"content/meetings/{SPRING}.md"


@pytest.mark.parametrize("day", [TODAY, date(2026, 11, 10), Month(2026, 11), date(2027, 6, 10)])
def test_it_is_not_the_next_one_on_whatever_day_it_was(day: date | Month, shown: Library) -> None:
    off(shown, date=day)
    assert [one.id for one in public(shown).meetings_to_come] == [SPRING]


def test_if_all_are_called_off_there_is_no_next_meeting(shown: Library) -> None:
    off(shown)
    put(shown, meetings(shown)[SPRING], **POSTPONED)
    now = public(shown)
    assert now.next_meeting is None
    assert next_meeting(now) is None
    assert [notice.text for notice in view(meetings(shown)[WINTER], now).notices] == [
        f"This meeting is cancelled. {REASON}"
    ]
    assert told(shown).next_meeting is None


# It says so first.


@EVERY_WAY
def test_its_page_says_so_above_everything_else(values: dict[str, Any], word: str, shown: Library) -> None:
    meeting = put(shown, meetings(shown)[WINTER], **values)
    page = record_page(meeting, public(shown), {})
    notices = [(notice.text, notice.path) for notice in page.notices]
    new_day = " The new day is not known yet." if word == "Postponed" else ""
    reason = "" if meeting.is_retired else f" {REASON}"
    assert (f"This meeting is {word.lower()}.{reason}{new_day}", None) in notices
    assert sum(REASON in text for text, _ in notices) == 1
    assert notices[-1] == ("The next meeting is The spring meeting, 11 March 2027", f"meetings/{SPRING}.md")
    assert page.facts[0].label == "Was planned for"
    assert "Agenda" not in [section.title for section in page.above]


@pytest.mark.parametrize(("values", "word"), [(CANCELLED, "Cancelled"), (POSTPONED, "Postponed")])
def test_lists_show_it_apart_with_a_badge(values: dict[str, Any], word: str, shown: Library) -> None:
    meeting = put(shown, meetings(shown)[WINTER], **values)
    listings = {
        one.title: [entry.record.title for entry in one.entries] for one in list_page("meeting", public(shown)).listings
    }
    assert listings["To come"] == ["The spring meeting"]
    assert listings["Cancelled or postponed"] == ["The winter meeting"]
    assert badge(meeting) == (word.lower(), word)


@EVERY_WAY
def test_the_feed_says_so_first(values: dict[str, Any], word: str, shown: Library) -> None:
    update = Update(date=date(2026, 11, 20), note="The hall is ours again in spring.")
    put(shown, meetings(shown)[WINTER], updates=[update], **values)
    [content] = [file.content for file in feeds(public(shown), PLACE) if file.path == "meetings/feed.xml"]
    newest = feedparser.parse(content).entries[0]
    assert newest.title == f"{word}: The winter meeting"
    assert newest.summary.startswith(f"<p>{word}. {REASON}</p>\n<p>The hall is ours again in spring.</p>")


@EVERY_WAY
def test_the_digest_says_so_before_the_next_meeting(values: dict[str, Any], word: str, shown: Library) -> None:
    put(shown, meetings(shown)[WINTER], **values)
    one = told(shown)
    assert one.glance.startswith("1 meeting cancelled or postponed, ")
    for text in (as_markdown(one, PLACE), as_plain_text(one, PLACE)):
        assert text.index("Cancelled or postponed") < text.index(REASON) < text.index("Next meeting")
    assert one.called_off is not None
    [line] = one.called_off.lines
    assert (line.title, line.text) == (f"{word}: The winter meeting", REASON)
    assert line.note == "Was planned for 10 December 2026, 9am to midday, Online"


def test_the_digest_tells_of_it_once(shown: Library) -> None:
    off(shown, updates=[Update(date=date(2026, 11, 20), note="The meeting is cancelled.")])
    changed = [
        line.title for section in told(shown).happened if section.title == "What changed" for line in section.lines
    ]
    assert "The winter meeting" not in changed


def test_the_digest_forgets_it_once_the_day_is_over_and_all_have_heard(shown: Library) -> None:
    off(shown, date=date(2026, 10, 8), added=date(2026, 8, 1))
    assert told(shown).called_off is None
    off(shown, date=date(2026, 10, 8), updates=[Update(date=date(2026, 10, 1), note="The meeting is cancelled.")])
    assert told(shown).called_off is not None


# Calendars learn of it.


@EVERY_WAY
def test_calendars_keep_it_as_cancelled_and_keep_the_time_free(
    values: dict[str, Any], word: str, shown: Library
) -> None:
    planned = event(shown)
    put(shown, meetings(shown)[WINTER], **values)
    found = event(shown)
    assert (planned.status.value, planned.transp.value) == ("CONFIRMED", "OPAQUE")
    assert (found.status.value, found.transp.value) == ("CANCELLED", "TRANSPARENT")
    assert found.summary.value == f"{word}: The winter meeting"
    assert found.description.value.split("\n")[0] == f"{word}. {REASON}"
    assert found.uid.value == planned.uid.value
    assert found.dtstart.value == planned.dtstart.value
    assert int(found.sequence.value) > int(planned.sequence.value)
    assert found.dtstamp.value > planned.dtstamp.value
    assert found.last_modified.value > planned.last_modified.value


def test_each_turn_of_a_meeting_is_newer_than_the_one_before(shown: Library) -> None:
    """Planned, cancelled on the same day, planned again, moved twice on one day: a calendar takes only what is newer."""
    day = date(2026, 11, 20)

    def told_times(number: int) -> list[Update]:
        return [Update(date=day, note=f"Change {number}.") for number in range(number)]

    turns: list[dict[str, Any]] = [
        {"added": day},
        {**CANCELLED, "added": day},
        {"added": day, "updates": told_times(1)},
        {"added": day, "updates": told_times(2), "date": date(2026, 12, 17)},
        {"added": day, "updates": told_times(3), "starts": time(10)},
        {**POSTPONED, "added": day, "updates": told_times(3)},
    ]
    meeting, seen = meetings(shown)[WINTER], []
    for values in turns:
        put(shown, meeting, **values)
        found = event(shown)
        seen.append((int(found.sequence.value), found.dtstamp.value, found.last_modified.value))
    for one, other in pairwise(seen):
        assert all(later > earlier for earlier, later in zip(one, other, strict=True))


def test_its_page_offers_to_mark_it_in_a_calendar_until_its_day_is_over(shown: Library) -> None:
    meeting = off(shown)
    labels = [one.label for one in downloads(meeting, public(shown), PLACE.top)]
    assert "Mark it as cancelled in your calendar (.ics)" in labels
    assert not any("Agenda" in label or "Put this" in label for label in labels)
    past = off(shown, date=date(2026, 11, 22))
    assert not any("calendar" in one.label for one in downloads(past, public(shown), PLACE.top))


# It has no agenda, and what it was to do goes elsewhere.


@EVERY_WAY
def test_it_has_no_word_agenda(values: dict[str, Any], word: str, shown: Library) -> None:
    put(shown, meetings(shown)[WINTER], **values)
    assert [file.path for file in agendas(public(shown), PLACE, lambda _: parse(""), lambda _: b"")] == [
        f"meetings/{SPRING}/agenda.docx"
    ]


def waiting(shown: Library, of: str = SPRING) -> list[str]:
    items = agenda(meetings(shown)[of], public(shown)).items
    return [
        line.item.text
        for item in items
        if item.title.startswith("Topics suggested")
        for part in item.lists
        for line in part.lines
    ]


@pytest.mark.parametrize("taken_up", [None, WINTER])
def test_its_topics_wait_for_the_next_one_that_takes_place(taken_up: str | None, shown: Library) -> None:
    meeting = off(shown, topics=[Topic(text="How do we share the shade?", taken_up=taken_up)])
    assert "How do we share the shade?" in waiting(shown)
    [topics] = [one for one in view(meeting, public(shown)).above if one.title == "Topics suggested"]
    [line] = topics.content
    assert line.taken_up == []
    assert [item.text for item in line.lost] == (["The winter meeting (cancelled)"] if taken_up else [])


def test_the_agenda_says_that_the_meeting_of_a_topic_was_off(shown: Library) -> None:
    off(shown, topics=[Topic(text="How do we share the shade?")])
    [item] = [one for one in agenda(meetings(shown)[SPRING], public(shown)).items if one.title.startswith("Topics")]
    suggested_at = {line.item.text: [one.text for one in line.details] for line in item.lists[0].lines}
    assert suggested_at["How do we share the shade?"] == ["The winter meeting (cancelled)"]


def test_topics_of_others_that_were_chosen_for_it_wait_again(shown: Library) -> None:
    first = meetings(shown)["2016-10-first-meeting"]
    put(shown, first, topics=[Topic(text="Who takes it home?", taken_up=WINTER)])
    assert "Who takes it home?" not in waiting(shown)
    off(shown)
    assert "Who takes it home?" in waiting(shown)


def test_topics_of_a_later_meeting_that_is_off_go_to_an_earlier_one(shown: Library) -> None:
    put(shown, meetings(shown)[SPRING], topics=[Topic(text="Who oils the gate?")], **CANCELLED)
    assert "Who oils the gate?" in waiting(shown, WINTER)


def test_its_opening_was_not_used_and_it_took_no_turn(shown: Library) -> None:
    shown.network = shown.network.model_copy(update={"openings": ["What grows best?", "What grows worst?"]})
    put(shown, meetings(shown)[WINTER], opening=None)
    before = proposed_opening(meetings(shown)[WINTER], public(shown))
    off(shown, opening=None)
    after = proposed_opening(meetings(shown)[SPRING], public(shown))
    assert before is not None
    assert after is not None
    assert after.title == before.title


def test_what_it_was_to_look_at_is_on_its_page_and_leads_there_and_back(shown: Library) -> None:
    harvest = put(shown, meetings(shown)["2026-09-harvest-meeting"], attended=[], decisions=[], **CANCELLED)
    page = record_page(harvest, public(shown), {})
    assert [section.title for section in page.above][:2] == ["What was planned", "Actions to be reviewed"]
    planned = {item.title: [one.text for one in item.details] for item in page.above[0].content}
    assert planned["Ladders"] == ["Led by Apple service", "Picnic on the grass", "What shade does to gardeners"]
    talked = talked_about(shown.records["initiative"]["picnic"], public(shown))
    assert talked is not None
    assert [(one.record.title, badge(one.record)[1]) for one in talked.content] == [
        ("The harvest meeting", "Cancelled")
    ]
    service = record_page(shown.records["service"]["apple"], public(shown), {})
    [presented] = [one for one in service.below if one.title == "Presented at meetings"]
    assert [meeting.text for _, meeting, _ in presented.content] == ["The harvest meeting (cancelled)"]


def test_the_draft_of_the_next_one_counts_its_topics_as_open(shown: Library) -> None:
    chosen = [Topic(text="Who oils the gate?", taken_up=WINTER)]
    put(shown, meetings(shown)[WINTER], topics=chosen)
    before = next_meeting_draft(shown, TODAY).open_topics
    off(shown, topics=chosen)
    assert next_meeting_draft(shown, TODAY).open_topics == before + 1


def test_the_page_of_the_standing_item_says_why_there_is_a_gap(shown: Library) -> None:
    put(shown, meetings(shown)[WINTER], "off", title="The summer meeting", date=date(2018, 6, 14), **CANCELLED)
    gaps = [step for step in thread_page(public(shown)).steps if isinstance(step, Gap)]
    assert [[item.text for item in gap.called_off] for gap in gaps] == [["The summer meeting (cancelled)"]]


def test_a_meeting_that_was_postponed_and_then_held_is_like_any_other(shown: Library) -> None:
    day = date(2026, 11, 19)
    held = put(shown, meetings(shown)[WINTER], stage=MeetingStage.HELD, date=day, attended=["apple"])
    now = public(shown)
    assert now.last_held is held
    assert view(held, now).notices == []
    assert event(shown).status.value == "CONFIRMED"
