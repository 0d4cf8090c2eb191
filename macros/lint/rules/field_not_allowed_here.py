"""A field is given only where it has a meaning: what goes on has not stopped, and what still holds is not replaced.

Why: The record would say two things at once, and readers would not know which of them holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.kinds import Initiative, InitiativeStage, Meeting
from macros.lint.diagnostics import Diagnostic, RuleContext
from macros.lint.topic import RuleTopic

TOPIC = RuleTopic.FIELDS


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look at the stage of an initiative, the outcome of each action, and that of a review."""
    record = context.record
    if record is not None and not record.is_retired:
        for name in ("why_retired", "replaced_by"):
            if getattr(record, name, None):
                yield context.diagnostic(
                    f'The field "{name}" is only for a record that was retired. Take it out, or add a review under "reviews" '
                    'with its date and "outcome: retired".',
                    (name,),
                    key=True,
                )
    if isinstance(record, Initiative) and record.stage is not InitiativeStage.STOPPED:
        for name in ("stopped", "why_stopped"):
            if getattr(record, name) is not None:
                yield context.diagnostic(
                    f'The field "{name}" is only for an initiative that has stopped, and the stage here is "{record.stage}". '
                    f'Take it out, or change the stage to "stopped".',
                    (name,),
                    key=True,
                )
    if isinstance(record, Initiative) and record.stage is InitiativeStage.IDEA and record.started is not None:
        yield context.diagnostic(
            'An idea has not started. Take "started" out, or change the stage to "trying".', ("started",), key=True
        )
    if isinstance(record, Meeting):
        for index, action in enumerate(record.actions):
            if action.done is not None and action.dropped is not None:
                yield context.diagnostic(
                    "An action is either done or dropped. Take one of the two out.",
                    ("actions", index, "dropped"),
                    key=True,
                )
            if action.why is not None and action.dropped is None:
                yield context.diagnostic(
                    '"why" is only for an action that was dropped. Take it out, or add the day, such as "dropped: 2026-06-12".',
                    ("actions", index, "why"),
                    key=True,
                )
