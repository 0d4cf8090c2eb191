"""The stages of a meeting, and the conditions on them that its fields have."""

from macros.schema.field import When
from macros.schema.types import Choice


class MeetingStage(Choice):
    """Whether a meeting is still to come, and whether it takes place at all."""

    PLANNED = (
        "planned",
        "It is still to come. If it was moved, its date is the new day.",
        ("moved", "rescheduled", "rearranged", "scheduled", "confirmed", "upcoming"),
    )
    HELD = "held", "It has taken place.", ("past", "done", "finished", "completed", "took-place")
    CANCELLED = "cancelled", "It does not take place.", ("canx", "called-off", "off", "abandoned")
    POSTPONED = (
        "postponed",
        "It is put off, and the new day is not known yet. Once it is, it is planned again.",
        ("delayed", "deferred", "put-off", "on-hold"),
    )


PLANNED = When("stage", (MeetingStage.PLANNED,))
HELD = When("stage", (MeetingStage.HELD,))
CALLED_OFF = When("stage", (MeetingStage.CANCELLED, MeetingStage.POSTPONED))
NOT_CALLED_OFF = When("stage", (MeetingStage.PLANNED, MeetingStage.HELD))
NOT_HELD = When("stage", (MeetingStage.PLANNED, MeetingStage.CANCELLED, MeetingStage.POSTPONED))
