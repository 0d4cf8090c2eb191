"""A record has the fields that its stage calls for: when it started, why it stopped, whose it is.

Why: Readers decide by these whether it is worth trying: since when it has run, in which service, and if it was given
up, why. From the reason others learn the most.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.kinds import Initiative, InitiativeStage, Meeting, MeetingStage, Record, Service
from macros.library.examples import name_to_refer_to
from macros.lint.diagnostics import Diagnostic, RuleContext
from macros.lint.topic import RuleTopic
from macros.schema.types import Month

TOPIC = RuleTopic.FIELDS


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look at what the stage of an initiative, a meeting and each action asks for, and a record that was retired."""
    record = context.record
    if record is not None:
        yield from _review(context, record)
    if isinstance(record, Initiative):
        yield from _initiative(context, record)
    if isinstance(record, Meeting):
        yield from _meeting(context, record)


def _initiative(context: RuleContext, record: Initiative) -> Iterator[Diagnostic]:
    # What we take from a source can say no more than the source does.
    if record.source is None:
        if record.stage is not InitiativeStage.IDEA and record.started is None:
            yield _needed(
                context,
                "started",
                f'An initiative whose stage is "{record.stage}" says when it started.',
                'Add the day or the month on a line of its own, such as "started: 2025-09".',
            )
        if not record.services:
            service = name_to_refer_to("service", "", context.document, context.library)
            yield _needed(
                context,
                "services",
                "Say whose initiative it is.",
                f'Add a line "services:", and below it a line for each service with the name of its file, such as "- {service}".',
                beside="title",
            )
    if record.stage is InitiativeStage.STOPPED:
        if record.stopped is None:
            yield _needed(
                context,
                "stopped",
                "An initiative that has stopped says when.",
                'Add the day or the month on a line of its own, such as "stopped: 2026-02".',
            )
        if record.why_stopped is None:
            yield _needed(
                context,
                "why_stopped",
                "An initiative that has stopped says what others should know before they try it.",
                'Add a line such as "why_stopped: The room was no longer free at lunchtime."',
            )


def _review(context: RuleContext, record: Record) -> Iterator[Diagnostic]:
    if not record.is_retired:
        return
    # Minutes have nothing that replaces them.
    if record.why_retired is None and not getattr(record, "replaced_by", ()):
        other = "" if isinstance(record, Meeting) else ', or what replaces it, under "replaced_by"'
        yield _needed(
            context,
            "why_retired",
            "A record that was retired says why, or what replaces it.",
            f'Add a line such as "why_retired: The service it describes has closed."{other}.',
            beside="reviews",
        )
    if isinstance(record, Service) and record.active:
        yield context.diagnostic(
            'A service whose record was retired is no longer in the network. Add the line "active: false".',
            ("reviews",),
        )


def _needed(context: RuleContext, name: str, why: str, how: str, beside: str = "stage") -> Diagnostic:
    """That a field is missing; or that its line is there and blank, which a second line would not mend."""
    if context.document.has_key((name,)):
        return context.diagnostic(f'{why} The field "{name}" is left blank: fill it in.', (name,), key=True)
    return context.diagnostic(f"{why} {how}", (beside,))


def _meeting(context: RuleContext, record: Meeting) -> Iterator[Diagnostic]:
    if record.stage is MeetingStage.PLANNED and isinstance(record.date, Month):
        yield context.diagnostic(
            "A planned meeting needs a day, so that people can come: write 2026-06-18, not 2026-06.", ("date",)
        )
    for index, action in enumerate(record.actions):
        if action.dropped is not None and action.why is None:
            yield context.diagnostic(
                "An action that was dropped says why. Add the reason below this line, such as "
                '"why: The poster is out of date."',
                ("actions", index, "dropped"),
            )
