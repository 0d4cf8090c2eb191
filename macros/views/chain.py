"""Meetings one after the other: what is real and what is made up are two chains that never mix."""

from __future__ import annotations

from collections.abc import Sequence

from macros.records.following import meeting_order
from macros.records.models import Meeting, MeetingStage
from macros.views.edition import Edition


def chain(edition: Edition, *, sample: bool) -> Sequence[Meeting]:
    """The meetings of a chain, planned and held, the first first."""
    found = [one for one in edition.library.of(Meeting).values() if one.sample == sample]
    return sorted(found, key=meeting_order)


def earlier_meetings(meeting: Meeting, edition: Edition) -> Sequence[Meeting]:
    """The meetings of the same chain that come before this one, the first first."""
    return [one for one in chain(edition, sample=meeting.sample) if meeting_order(one) < meeting_order(meeting)]


def last_held(meeting: Meeting, edition: Edition) -> Meeting | None:
    """The meeting that was held last before this one, if there was any."""
    held = [one for one in earlier_meetings(meeting, edition) if one.stage is MeetingStage.HELD]
    return held[-1] if held else None
