"""The meetings before a given meeting."""

from collections.abc import Sequence

from macros.kinds import Meeting, MeetingStage
from macros.kinds.meeting import meeting_order
from macros.library.public import PublicLibrary


def earlier_meetings(meeting: Meeting, public: PublicLibrary) -> Sequence[Meeting]:
    """The meetings before this one, earliest first."""
    before = (other for other in public.all_of(Meeting).values() if meeting_order(other) < meeting_order(meeting))
    return sorted(before, key=meeting_order)


def last_held(meeting: Meeting, public: PublicLibrary) -> Meeting | None:
    """The last meeting held before this one, if any."""
    held = [other for other in earlier_meetings(meeting, public) if other.stage is MeetingStage.HELD]
    return held[-1] if held else None
