"""A field is given only where it has a meaning: an initiative that goes on has not stopped, an action done was not dropped.

Why: The record would say two things at once, and readers would not know which of them holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.records.models import Initiative, InitiativeStage, Meeting
from macros.rulebook.finding import Case, Mistake
from macros.rulebook.topic import Topic

TOPIC = Topic.FIELDS
KINDS = ("initiative", "meeting")


def check(case: Case) -> Iterator[Mistake]:
    """Look at the stage of an initiative and the outcome of each action."""
    record = case.record
    if isinstance(record, Initiative) and record.stage is not InitiativeStage.STOPPED:
        for name in ("stopped", "why_stopped"):
            if getattr(record, name) is not None:
                yield case.mistake(
                    f'The field "{name}" is only for an initiative that has stopped, and the stage here is "{record.stage}". '
                    f'Take it out, or change the stage to "stopped".',
                    (name,),
                    key=True,
                )
    if isinstance(record, Initiative) and record.stage is InitiativeStage.IDEA and record.started is not None:
        yield case.mistake(
            'An idea has not started. Take "started" out, or change the stage to "trying".', ("started",), key=True
        )
    if isinstance(record, Meeting):
        for index, action in enumerate(record.actions):
            if action.done is not None and action.dropped is not None:
                yield case.mistake(
                    "An action is either done or dropped. Take one of the two out.",
                    ("actions", index, "dropped"),
                    key=True,
                )
            if action.why is not None and action.dropped is None:
                yield case.mistake(
                    '"why" is only for an action that was dropped. Take it out, or add the day, such as "dropped: 2026-06-12".',
                    ("actions", index, "why"),
                    key=True,
                )
