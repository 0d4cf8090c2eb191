"""The agenda of a meeting to come says what a careful secretary would have written down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

import pytest

from macros.kinds import (
    Initiative,
    InitiativeStage,
    Meeting,
    MeetingStage,
    Opening,
    Review,
    ReviewOutcome,
    Service,
    Topic,
)
from macros.library.changes import Changes
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.pages.agenda import Agenda, AgendaItem, agenda
from macros.pages.meeting import view
from macros.pages.openings import proposed_opening
from macros.pages.parts import Item
from macros.schema.types import first_day
from tests.support.exporting import public, put

WINTER, SPRING, HARVEST = "2026-12-winter-meeting", "2027-03-spring-meeting", "2026-09-harvest-meeting"


def meetings(shown: Library) -> Mapping[str, Meeting]:
    return shown.all_of(Meeting)


def planned(shown: Library, day: date | None = None) -> Agenda:
    of = public(shown) if day is None else PublicLibrary.of(shown, day)
    return agenda(meetings(shown)[WINTER], of)


def item(found: Agenda, title: str) -> AgendaItem:
    return next(one for one in found.items if one.title.startswith(title))


def told(one: AgendaItem) -> list[tuple[str, str, list[str], str]]:
    """Every line of an item: below which heading, what, what is said of it, and how it stands."""
    return [
        (part.heading.text if part.heading else "", line.item.text, [detail.text for detail in line.details], line.state)
        for part in one.lists
        for line in part.lines
    ]  # fmt: skip


def test_items_come_in_their_order_and_fill_the_meeting(shown: Library) -> None:
    found = planned(shown)
    assert [(one.starts, one.title) for one in found.items] == [
        ("9am", "Ice"),
        ("9:30am", "Open actions"),
        ("9:45am", "Topics suggested and not discussed yet"),
        ("9:55am", "Reviews and agreements due"),
        ("10am", "Discussion"),
        ("10:25am", "Break"),
        ("10:35am", "Discussion"),
        ("11:55am", "Any other business and close"),
    ]
    assert sum(one.minutes for one in found.items) == 180
    assert found.too_long == ""


def test_minutes_of_the_record_come_before_the_usual_ones(shown: Library) -> None:
    winter = meetings(shown)[WINTER]
    [talk, *_] = meetings(shown)[HARVEST].presentations
    put(
        shown,
        winter,
        standing_item=winter.standing_item and winter.standing_item.model_copy(update={"minutes": 45}),
        opening=Opening(title="A song", minutes=3),
        presentations=[talk, talk.model_copy(update={"minutes": 20})],
    )
    found = planned(shown)
    assert [(one.label, one.minutes) for one in found.items[:4]] == [
        ("Opening", 3),
        ("Safety", 45),
        ("Presentation", 15),
        ("Presentation", 20),
    ]
    assert [one.text for one in found.items[2].details] == ["Apple service", "Picnic on the grass"]


def test_a_diamond_9_comes_after_the_standing_item_and_leads_to_its_cards(shown: Library) -> None:
    cards = meetings(shown)[HARVEST].diamond9
    assert cards
    put(shown, meetings(shown)[WINTER], diamond9=cards, presentations=meetings(shown)[HARVEST].presentations)
    standing_item, found, presentation, *_ = planned(shown).items
    assert (standing_item.label, presentation.label) == ("Safety", "Presentation")
    assert (found.label, found.title, found.minutes, found.can_wait) == ("Diamond 9", cards.question, 30, False)
    assert found.details == [Item("Rank these cards on screen", "diamond-9.md", after=f"?cards={WINTER}")]
    shown.pages = {path: page for path, page in shown.pages.items() if path != "content/diamond-9.md"}
    assert item(planned(shown), cards.question).details == []


def test_open_actions_are_those_of_meetings_held_by_service(shown: Library) -> None:
    assert told(item(planned(shown), "Open actions")) == [
        ("Apple service", "Count the trees.", ["Due 15 October 2026"], "overdue"),
        ("Medlar service", "Mend the ladder.", ["Due 15 December 2026"], "open"),
    ]
    later = put(shown, meetings(shown)[WINTER], date=date(2026, 12, 17))
    assert told(item(planned(shown), "Open actions"))[1][2:] == (["Due 15 December 2026"], "open")
    carried = [
        one.model_copy(update={"done": date(2026, 11, 20), "text": "Count them."})
        for one in meetings(shown)[HARVEST].actions
        if one.id == "count-the-trees"
    ]
    put(shown, later, actions=[*carried, carried[0].model_copy(update={"id": "rake", "text": "Rake.", "done": None})])
    assert [line[1:] for line in told(item(planned(shown), "Open actions"))] == [
        ("Count them.", ["Due 15 October 2026"], "done"),
        ("Rake.", ["Due 15 October 2026"], "overdue"),
        ("Mend the ladder.", ["Due 15 December 2026"], "open"),
    ]


def test_topics_of_all_meetings_so_far_wait_and_those_chosen_have_their_own_time(shown: Library) -> None:
    waits = "Topics suggested and not discussed yet"
    assert told(item(planned(shown), waits)) == [
        ("", "Who takes it home?", ["Medlar service", "The first meeting"], "")
    ]
    topics = [
        Topic(text="Chosen?", taken_up=WINTER),
        Topic(text="Another?", service="pear"),
        Topic(text="Talked about?", taken_up=HARVEST),
        Topic(text="For spring?", taken_up=SPRING),
    ]
    put(shown, meetings(shown)[HARVEST], topics=topics)
    put(shown, meetings(shown)[WINTER], topics=[Topic(text="Snow?")])
    found = planned(shown)
    assert (item(found, "Chosen?").label, item(found, "Chosen?").minutes) == ("Topic", 10)
    assert [line[1:3] for line in told(item(found, waits))] == [
        ("Who takes it home?", ["Medlar service", "The first meeting"]),
        ("Another?", ["Pear service", "The harvest meeting"]),
        ("Snow?", ["For this meeting"]),
    ]
    assert item(found, waits).minutes == 30


def test_what_is_new_since_the_last_meeting_is_named(shown: Library) -> None:
    assert not any(one.title == "New since the last meeting" for one in planned(shown).items)
    hammock = shown.all_of(Initiative)["hammock"]
    for number in range(7):
        put(shown, hammock, f"new-{number}", title=f"New {number}", added=date(2026, 9, 10 + number), aliases=[])
    [news] = item(planned(shown), "New since the last meeting").lists
    assert [line.item.text for line in news.lines] == [f"New {number}" for number in range(5)]
    assert news.heading is not None
    assert news.rest is not None
    assert (news.heading.text, news.rest.text) == ("New initiatives", "2 more: see all initiatives")


def test_champions_with_an_abbreviation_keep_its_capitals(shown: Library) -> None:
    champions = shown.network.champions.model_copy(update={"one": "PWP lead", "many": "PWP leads"})
    shown.network = shown.network.model_copy(update={"champions": champions})
    [(heading, *_)] = told(item(planned(shown), "Reviews"))
    assert heading == "PWP leads to ask about staying listed"


def test_reviews_and_consents_are_those_due_by_the_day_of_the_meeting_and_name_nobody(shown: Library) -> None:
    lines = told(item(planned(shown), "Reviews"))
    assert lines == [
        (
            "Safety champions to ask about staying listed",
            "Apple service",
            ["One safety champion, before 10 December 2026"],
            "",
        )
    ]
    put(
        shown,
        shown.all_of(Initiative)["hammock"],
        reviews=[Review(date=date(2025, 12, 10), outcome=ReviewOutcome.STILL_RIGHT)],
        review_every=12,
    )
    assert told(item(planned(shown), "Reviews"))[0][:3] == (
        "To review",
        "A hammock each",
        ["Apple service", "Due 10 December 2026"],
    )
    names = [champion.name for service in shown.all_of(Service).values() for champion in service.champions]
    assert names
    assert not any(name in str(planned(shown)) for name in names)


def test_of_two_meetings_on_one_day_the_one_that_starts_first_comes_first(shown: Library) -> None:
    harvest = meetings(shown)[HARVEST]
    put(shown, harvest, "an-evening", starts=time(19))
    put(shown, harvest, "the-morning", starts=time(9))
    held = [one.id for one in Changes(public(shown), first_day(harvest.date)).held]
    assert held == ["the-morning", HARVEST, "an-evening"]
    assert [one.id for one in public(shown).meetings_newest_first if one.date == harvest.date] == held[::-1]
    put(shown, meetings(shown)[WINTER], "the-frost", starts=time(8))
    assert public(shown).next_meeting == meetings(shown)["the-frost"]


def test_the_next_meeting_is_the_first_of_those_to_come(shown: Library) -> None:
    assert [one.id for one in public(shown).meetings_to_come] == [WINTER, SPRING]
    assert public(shown).next_meeting == meetings(shown)[WINTER]


def test_an_agenda_that_does_not_fit_says_what_was_cut_and_then_what_to_do(shown: Library) -> None:
    winter = put(shown, meetings(shown)[WINTER], ends=time(9, 55))
    found = planned(shown)
    assert [one.minutes for one in found.items] == [30, 5, 10, 5, 5]
    assert item(found, "Open actions").note == "Shortened from 15 minutes to fit."
    assert found.too_long == ""
    put(shown, winter, ends=time(9, 30))
    assert planned(shown).too_long == (
        "This agenda is 20 minutes too long, even with everything that can wait cut to 5 minutes. Shorten the longest item "
        "(Ice, 30 minutes), leave a presentation or a topic for another meeting, or end at 9:50am."
    )


@pytest.mark.parametrize("day", [date(2027, 3, 28), date(2026, 10, 25)])
def test_times_are_those_of_the_clock_on_the_wall_when_the_clocks_change(day: date, shown: Library) -> None:
    put(shown, meetings(shown)[WINTER], date=day, starts=time(0, 30), ends=time(3, 30))
    found = planned(shown, day)
    assert (found.items[0].starts, sum(one.minutes for one in found.items)) == ("12:30am", 180)
    assert found.items[-1].starts == "3:25am"


def opened(shown: Library, record_id: str = WINTER) -> tuple[str, str]:
    found = proposed_opening(meetings(shown)[record_id], public(shown))
    assert found is not None
    return found.title, found.reason


def test_what_opens_a_meeting_is_proposed_in_turn(shown: Library) -> None:
    network = shown.network.model_copy(update={"openings": ["Name a fruit!", "Why trees?"]})
    shown.network = network
    for name in ("hammock", "race"):
        put(shown, shown.all_of(Initiative)[name], opens_meetings=True)
    assert shown.all_of(Initiative)["race"].stage is InitiativeStage.STOPPED
    # The harvest meeting opened with a question and the hammock; the winter meeting takes the question that is left.
    assert opened(shown) == ("Why trees?", "not used yet")
    assert opened(shown, SPRING) == ("Name a fruit!", "not used since 10 September 2026")
    found = planned(shown).items[0]
    assert (found.label, found.note) == ("Opening", "Suggested because it is next in turn: not used yet.")
    put(shown, meetings(shown)[WINTER], opening=Opening(title="name a fruit"))
    assert opened(shown, SPRING) == ("Why trees?", "not used yet")
    put(shown, meetings(shown)["2016-10-first-meeting"], opening=Opening(title="Why trees?"))
    assert opened(shown, SPRING) == ("Why trees?", "not used since October 2016")
    put(shown, meetings(shown)["2016-10-first-meeting"], opening=Opening(title="Why trees?"))
    put(
        shown,
        meetings(shown)["2016-10-first-meeting"],
        "held",
        date=date(2026, 11, 1),
        opening=Opening(title="Why trees"),
    )
    assert opened(shown, SPRING) == ("A hammock each", "not used since 10 September 2026")


def test_a_meeting_that_was_held_says_what_happened(shown: Library) -> None:
    titles = [one.title for one in view(meetings(shown)[HARVEST], public(shown)).above]
    assert titles[0] == "What happened"
    assert "Agenda" not in titles
    held = put(shown, meetings(shown)[WINTER], stage=MeetingStage.HELD)
    assert [one.title for one in view(held, public(shown)).above] == ["What happened"]
