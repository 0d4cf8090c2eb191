"""The meetings around a given meeting, and the topics that wait to be taken up."""

from collections.abc import Sequence

from macros.kinds import Meeting, Topic
from macros.kinds.meeting import meeting_order
from macros.library.public import PublicLibrary


def earlier_meetings(meeting: Meeting, public: PublicLibrary) -> Sequence[Meeting]:
    """The meetings before this one that took or take place, earliest first."""
    before = (one for one in public.all_of(Meeting).values() if meeting_order(one) < meeting_order(meeting))
    return sorted((one for one in before if not one.is_called_off), key=meeting_order)


def last_held(meeting: Meeting, public: PublicLibrary) -> Meeting | None:
    """The last meeting held before this one, if any."""
    held = [other for other in earlier_meetings(meeting, public) if other.is_held]
    return held[-1] if held else None


def with_topics_for(meeting: Meeting, public: PublicLibrary) -> Sequence[Meeting]:
    """The meetings whose topics may be taken up at this one: those before it, those called off, and itself, in order of time."""
    suggested = {one.id: one for one in (*earlier_meetings(meeting, public), meeting)}
    suggested |= {one.id: one for one in public.all_of(Meeting).values() if one.is_called_off}
    return sorted(suggested.values(), key=meeting_order)


def taken_up_at(topic: Topic, public: PublicLibrary) -> Meeting | None:
    """The meeting that took a topic up, or was to do so and still may; None if it waits for one."""
    meeting = public.all_of(Meeting).get(topic.taken_up or "")
    return None if meeting is None or meeting.is_called_off else meeting
