"""The meetings that came before a meeting."""

from collections.abc import Sequence

from macros.kinds import Meeting, MeetingStage
from macros.kinds.meeting import meeting_order
from macros.library.public import PublicLibrary


def earlier_meetings(meeting: Meeting, public: PublicLibrary) -> Sequence[Meeting]:
    """The meetings that come before this one, the earliest first."""
    before = (one for one in public.all_of(Meeting).values() if meeting_order(one) < meeting_order(meeting))
    return sorted(before, key=meeting_order)


def last_held(meeting: Meeting, public: PublicLibrary) -> Meeting | None:
    """The meeting that was held last before this one, if there was any."""
    held = [one for one in earlier_meetings(meeting, public) if one.stage is MeetingStage.HELD]
    return held[-1] if held else None
