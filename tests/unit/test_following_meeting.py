"""The record of the following meeting: its day, what carries over, and that it is valid once its blanks are filled."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.kinds import Action, Meeting, MeetingStage, Topic
from macros.library.library import Library, read_library
from macros.lint.engine import check_library
from macros.lint.report import one_line
from macros.propose.next_meeting import NoMeetingHeld, draft_of, name_of, next_meeting_draft, summary_of
from macros.schema.types import Month
from scripts.new_record import main
from tests.support.exporting import put
from tests.support.project import TODAY, TODAY_EPOCH

BLANKS = {
    "summary:": "summary: What two services learnt about breaks, and what we do next.",
    "tags:\n  -": "tags:\n  - peer-support",
    "starts:": "starts: 13:30",
    "ends:": "ends: 16:00",
    "place:": "place: Online",
    "standing_item:\n  title:\n  led_by:": "standing_item:\n  title: A made-up talk\n  led_by: Network chair",
}


@pytest.fixture
def small(smallest: Path) -> Library:
    """The smallest network, with a meeting that has left something open."""
    library = read_library(smallest)
    actions = [
        Action(id="sample-poster", text="Share the poster: now.", owner="sample-brindle", due=date(2026, 6, 30)),
        Action(id="sample-tea", text="Buy tea.", owner="sample-brindle"),
        Action(id="sample-cups", text="Buy cups.", owner="sample-brindle", done=date(2025, 12, 11)),
    ]
    held = library.all_of(Meeting)["sample-meeting"]
    put(library, held, actions=actions, topics=[Topic(text="Why?"), Topic(text="When?", taken_up="sample-meeting")])
    library.network = library.network.model_copy(update={"meets_every": 3, "openings": ["Have you got a joke?"]})
    return library


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments], env={"SOURCE_DATE_EPOCH": TODAY_EPOCH})


@pytest.mark.parametrize(
    ("latest", "months", "day"),
    [
        # The second Thursday, and the same again until it is not past.
        (date(2026, 9, 10), 3, date(2026, 12, 10)),
        (date(2025, 12, 11), 3, date(2026, 12, 10)),
        (date(2026, 10, 29), 1, date(2026, 11, 26)),
        (date(2027, 1, 13), 3, date(2027, 4, 14)),
        (date(2026, 11, 23), 12, date(2027, 11, 22)),
        (Month(2016, 10), 3, date(2027, 1, 14)),
    ],
)
def test_it_is_on_the_same_weekday_of_the_month_and_still_to_come(
    latest: date | Month, months: int, day: date, small: Library
) -> None:
    put(small, small.all_of(Meeting)["sample-meeting"], date=latest)
    small.network = small.network.model_copy(update={"meets_every": months})
    found = next_meeting_draft(small, TODAY)
    assert found.day == day
    assert (
        "we do not know the day of the last one" in draft_of(found, "", small, TODAY).replace("\n#: ", " ")
    ) == isinstance(latest, Month)


def test_a_planned_meeting_is_followed_too(small: Library) -> None:
    held = small.all_of(Meeting)["sample-meeting"]
    assert name_of(next_meeting_draft(small, TODAY), "") == "2026-12-meeting"
    put(small, held, "next", date=date(2026, 12, 1), stage=MeetingStage.PLANNED, actions=[])
    found = next_meeting_draft(small, TODAY)
    assert (found.latest.id, found.day) == ("next", date(2027, 3, 2))
    assert name_of(found, "Spring meeting") == "2027-03-spring-meeting"
    # The one planned before it takes the only question first.
    assert found.opening is not None
    assert found.opening.reason == "not used since 1 December 2026"
    text = draft_of(found, "", small, TODAY)
    assert "\ntitle: Meeting, March 2027\n" in text


@pytest.mark.parametrize(
    ("off", "day"),
    [
        (date(2027, 2, 11), date(2027, 3, 10)),
        (Month(2027, 2), date(2027, 3, 10)),
        # Whoever cancels a meeting does not hold another on the same day.
        (date(2027, 3, 10), date(2027, 6, 9)),
    ],
)
def test_it_follows_the_last_one_that_takes_place(off: date | Month, day: date, small: Library) -> None:
    held = small.all_of(Meeting)["sample-meeting"]
    put(small, held, "next", date=date(2026, 12, 9), stage=MeetingStage.PLANNED, starts=time(13, 30), place="York")
    put(small, held, "off", date=off, stage=MeetingStage.POSTPONED, reason="The trains do not run.")
    found = next_meeting_draft(small, TODAY)
    assert (found.latest.id, found.day, found.not_known) == ("next", day, ["ends"])


def test_what_a_planned_meeting_in_between_says_of_actions_is_taken_from_there(small: Library) -> None:
    poster, tea, cups = small.all_of(Meeting)["sample-meeting"].actions
    moved, new = poster.model_copy(update={"due": date(2027, 5, 1)}), tea.model_copy(update={"id": "sample-jam"})
    prepared_early = cups.model_copy(update={"done": None})
    put(
        small,
        small.all_of(Meeting)["sample-meeting"],
        "sample-next",
        title="Sample next",
        date=date(2026, 12, 1),
        stage=MeetingStage.PLANNED,
        actions=[moved, new, prepared_early],
    )
    found = next_meeting_draft(small, TODAY)
    assert found.actions == [moved, new, tea]
    told = [line for line in summary_of(found, small) if line.startswith("- ")]
    assert [line.endswith('(as "Sample next" has it, which is planned)') for line in told] == [True, True, False]


def test_a_mistyped_year_is_followed_by_none(small: Library) -> None:
    put(small, small.all_of(Meeting)["sample-meeting"], date=date(9999, 12, 11), stage=MeetingStage.PLANNED)
    with pytest.raises(NoMeetingHeld, match="11 December 9999"):
        next_meeting_draft(small, TODAY)


def test_no_meeting_is_followed_by_none(small: Library) -> None:
    del small.records["meeting"]["sample-meeting"]
    with pytest.raises(NoMeetingHeld):
        next_meeting_draft(small, TODAY)


def test_it_is_valid_once_its_blanks_are_filled(small: Library, smallest: Path) -> None:
    found = next_meeting_draft(small, TODAY)
    text = draft_of(found, "", small, TODAY)
    for blank, filled in BLANKS.items():
        assert f"\n{blank}\n" in text
        text = text.replace(f"\n{blank}\n", f"\n{filled}\n")
    path = smallest / "content/meetings/next.md"
    path.write_text(text, encoding="utf-8")
    library = read_library(smallest)
    assert [one_line(one) for one in check_library(library, TODAY) if one.rule != "style-differs"] == []
    written = library.all_of(Meeting)["next"]
    assert written.actions == small.all_of(Meeting)["sample-meeting"].actions[:2]
    assert written.opening is not None
    assert (written.opening.title, written.stage) == ("Have you got a joke?", MeetingStage.PLANNED)
    assert "attended" not in library.documents["content/meetings/next.md"].values


def test_says_what_carries_over_and_writes_over_nothing(smallest: Path) -> None:
    held = smallest / "content/meetings/sample-meeting.md"
    left = "topics:\n  - text: Why is that?\nactions:\n  - id: sample-tea\n    text: Buy tea.\n    owner: sample-brindle\n---\n\n"
    held.write_text(held.read_text(encoding="utf-8").replace("---\n\n", left), encoding="utf-8")
    done = run(smallest, "meeting", "--next")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.split("\n")[:-1] == [
        "It follows A made-up meeting. Suggested: the second Thursday of the month. The last one was on 11 December 2025.",
        "Not known from last time: starts, ends, place. Fill them in this time.",
        "Open actions carried over: 1.",
        "- Sample service Brindle: Buy tea",
        "Topics not discussed yet: 1. They stay where they were suggested, and the agenda shows them.",
        "Wrote content/meetings/2026-12-meeting.md. Fill in the blanks, "
        "then run: make check FILES=content/meetings/2026-12-meeting.md",
    ]
    before = (smallest / "content/meetings/2026-12-meeting.md").read_bytes()
    again = run(smallest, "meeting", "--next")
    assert "There is already a file content/meetings/2026-12-meeting.md." in again.stderr
    assert (smallest / "content/meetings/2026-12-meeting.md").read_bytes() == before
    other = run(smallest, "meeting", "--next", "Another title")
    assert "content/meetings/2026-12-meeting.md has a mistake" in other.stderr


def test_only_a_meeting_has_a_next_and_only_the_next_has_no_title(smallest: Path) -> None:
    assert "--next prepares a meeting" in run(smallest, "theme", "--next").stderr
    assert "Say what it is called" in run(smallest, "meeting").stderr
