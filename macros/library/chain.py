"""What came before a meeting: the meetings of its own chain, because what is real and what is made up never mix."""

from __future__ import annotations

from collections.abc import Sequence

from macros.kinds import Meeting, MeetingStage
from macros.kinds.meeting import meeting_order
from macros.library.action_history import chain
from macros.library.public import PublicLibrary


def earlier_meetings(meeting: Meeting, public: PublicLibrary) -> Sequence[Meeting]:
    """The meetings of the same chain that come before this one, the first first."""
    followed = chain(public.all_of(Meeting).values(), samples=meeting.sample)
    return [one for one in followed if meeting_order(one) < meeting_order(meeting)]


def last_held(meeting: Meeting, public: PublicLibrary) -> Meeting | None:
    """The meeting that was held last before this one, if there was any."""
    held = [one for one in earlier_meetings(meeting, public) if one.stage is MeetingStage.HELD]
    return held[-1] if held else None
