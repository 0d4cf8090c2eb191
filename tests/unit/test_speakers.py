"""A speaker is shown by role, and by name only while their consent lasts and nowhere that is sent out and kept."""

from __future__ import annotations

from datetime import date
from typing import Any

from macros.kinds import Meeting, Presentation, Speaker
from macros.library.library import Library
from macros.pages.agenda import presented
from macros.pages.champions import people_named
from macros.pages.meeting import view
from tests.support.exporting import public, put
from tests.support.project import TODAY

ROLE = "Head of learning, A teaching hospital"
NAME = "Sample Speaker A"
NAMED: dict[str, Any] = {"name": NAME, "consent_given": date(2026, 1, 8), "consent_until": date(2027, 1, 7)}


def meeting(shown: Library, **values: Any) -> Meeting:
    speaker = Speaker(role="Head of learning", organisation="A teaching hospital", **values)
    first = next(one for one in shown.all_of(Meeting).values() if one.is_held)
    put(shown, first, presentations=[Presentation(title="What keeps people", speaker=speaker)])
    return public(shown).all_of(Meeting)[first.id]


def test_a_speaker_is_named_below_the_minutes_while_they_agree(shown: Library) -> None:
    record = meeting(shown, **NAMED)
    page = view(record, public(shown))
    [section] = page.below
    assert (section.title, section.content[0].speaker.name) == ("Who spoke", NAME)
    assert NAME not in str(page.above)
    assert [item.text for item in presented(record.presentations[0], public(shown))] == [ROLE]
    assert ROLE in [*record.sentences()]


def test_without_consent_the_role_is_left(shown: Library) -> None:
    for values in (
        {"consent_until": TODAY},
        {"consent_withdrawn": TODAY},
        {"consent_given": None},
        {"consent_given": date(2026, 12, 31)},
    ):
        record = meeting(shown, **NAMED | values)
        assert record.presentations[0].speaker == Speaker(role="Head of learning", organisation="A teaching hospital")
        assert not view(record, public(shown)).below


def test_the_privacy_notice_counts_who_is_named(shown: Library) -> None:
    meeting(shown, **NAMED)
    champions, speakers = people_named(public(shown))
    assert NAME in [one.name for one in speakers]
    assert NAME not in [one.name for one in champions]


def test_a_speaker_who_was_never_named_stays_as_they_are(shown: Library) -> None:
    record = meeting(shown)
    assert record is shown.all_of(Meeting)[record.id]
