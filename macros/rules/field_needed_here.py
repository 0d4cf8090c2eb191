"""A record has the fields that its stage calls for: when it started, why it stopped, whose it is.

Why: Readers decide by these whether it is worth trying: since when it has run, in which service, and if it was given
up, why. From the reason others learn the most.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.records.fields import Month
from macros.records.models import Initiative, InitiativeStage, Meeting, MeetingStage
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.FIELDS
KINDS = ("initiative", "meeting")


def check(case: Case) -> Iterator[Mistake]:
    """Look at what the stage of an initiative, a meeting and each action asks for."""
    record = case.record
    if isinstance(record, Initiative):
        yield from _initiative(case, record)
    if isinstance(record, Meeting):
        yield from _meeting(case, record)


def _initiative(case: Case, record: Initiative) -> Iterator[Mistake]:
    # What we take from a source can say no more than the source does.
    if record.source is None:
        if record.stage is not InitiativeStage.IDEA and record.started is None:
            yield case.mistake(
                f'An initiative whose stage is "{record.stage}" needs "started": the day or month it started, such as 2025-09.',
                ("stage",),
            )
        if not record.services:
            yield case.mistake('Say whose initiative it is: add "services" with at least one service.', ("title",))
    if record.stage is InitiativeStage.STOPPED:
        if record.stopped is None:
            yield case.mistake(
                'An initiative that has stopped needs "stopped": the day or month it stopped, such as 2026-02.',
                ("stage",),
            )
        if record.why_stopped is None:
            yield case.mistake(
                'An initiative that has stopped needs "why_stopped": what others should know before they try it.',
                ("stage",),
            )


def _meeting(case: Case, record: Meeting) -> Iterator[Mistake]:
    if record.stage is MeetingStage.PLANNED and isinstance(record.date, Month):
        yield case.mistake(
            "A planned meeting needs a day, so that people can come: write 2026-06-18, not 2026-06.", ("date",)
        )
    for index, action in enumerate(record.actions):
        if action.dropped is not None and action.why is None:
            yield case.mistake(
                'An action that was dropped needs "why": the reason, in a sentence.', ("actions", index, "dropped")
            )
