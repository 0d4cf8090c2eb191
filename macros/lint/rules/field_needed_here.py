"""A record has the fields that its stage calls for: when it started, why it stopped, whose it is.

Why: Readers decide by these whether it is worth trying: since when it has run, in which service, and if it was given
up, why. From the reason others learn the most.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.kinds import Initiative, InitiativeStage, Meeting, MeetingStage, Record, Service
from macros.library.examples import name_to_refer_to
from macros.lint.finding import Case, Mistake
from macros.lint.topic import Topic
from macros.schema.types import Month

TOPIC = Topic.FIELDS


def check(case: Case) -> Iterator[Mistake]:
    """Look at what the stage of an initiative, a meeting and each action asks for, and a record that was retired."""
    record = case.record
    if record is not None:
        yield from _review(case, record)
    if isinstance(record, Initiative):
        yield from _initiative(case, record)
    if isinstance(record, Meeting):
        yield from _meeting(case, record)


def _initiative(case: Case, record: Initiative) -> Iterator[Mistake]:
    # What we take from a source can say no more than the source does.
    if record.source is None:
        if record.stage is not InitiativeStage.IDEA and record.started is None:
            yield _needed(
                case,
                "started",
                f'An initiative whose stage is "{record.stage}" says when it started.',
                'Add the day or the month on a line of its own, such as "started: 2025-09".',
            )
        if not record.services:
            service = name_to_refer_to("service", "", case.document, case.library)
            yield _needed(
                case,
                "services",
                "Say whose initiative it is.",
                f'Add a line "services:", and below it a line for each service with the name of its file, such as "- {service}".',
                beside="title",
            )
    if record.stage is InitiativeStage.STOPPED:
        if record.stopped is None:
            yield _needed(
                case,
                "stopped",
                "An initiative that has stopped says when.",
                'Add the day or the month on a line of its own, such as "stopped: 2026-02".',
            )
        if record.why_stopped is None:
            yield _needed(
                case,
                "why_stopped",
                "An initiative that has stopped says what others should know before they try it.",
                'Add a line such as "why_stopped: The room was no longer free at lunchtime."',
            )


def _review(case: Case, record: Record) -> Iterator[Mistake]:
    if not record.is_retired:
        return
    # Minutes have nothing that replaces them.
    if record.why_retired is None and not getattr(record, "replaced_by", ()):
        other = "" if isinstance(record, Meeting) else ', or what replaces it, under "replaced_by"'
        yield _needed(
            case,
            "why_retired",
            "A record that was retired says why, or what replaces it.",
            f'Add a line such as "why_retired: The service it describes has closed."{other}.',
            beside="reviews",
        )
    if isinstance(record, Service) and record.active:
        yield case.mistake(
            'A service whose record was retired is no longer in the network. Add the line "active: false".',
            ("reviews",),
        )


def _needed(case: Case, name: str, why: str, how: str, beside: str = "stage") -> Mistake:
    """That a field is missing; or that its line is there and blank, which a second line would not mend."""
    if case.document.has_key((name,)):
        return case.mistake(f'{why} The field "{name}" is left blank: fill it in.', (name,), key=True)
    return case.mistake(f"{why} {how}", (beside,))


def _meeting(case: Case, record: Meeting) -> Iterator[Mistake]:
    if record.stage is MeetingStage.PLANNED and isinstance(record.date, Month):
        yield case.mistake(
            "A planned meeting needs a day, so that people can come: write 2026-06-18, not 2026-06.", ("date",)
        )
    for index, action in enumerate(record.actions):
        if action.dropped is not None and action.why is None:
            yield case.mistake(
                "An action that was dropped says why. Add the reason below this line, such as "
                '"why: The poster is out of date."',
                ("actions", index, "dropped"),
            )
