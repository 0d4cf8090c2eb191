"""A file name, a former file name or the short name of an action belongs to one thing only.

Why: Links and other records use these names. If two things had the same one, half of the links would go to the wrong
place.
"""

from macros.kinds import KINDS, Meeting, Record
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, as_far_as_known, repeated
from macros.schema.part import known

TOPIC = RuleTopic.NAMES


def check_library(library: Library) -> Diagnostics:
    """Check former names against every name of their kind, and the action names within each meeting."""
    for model in KINDS.values():
        owners: dict[str, str] = {}
        for record in library.all_known(model).values():
            yield from as_far_as_known(_former_names(record, owners, library))
    for meeting in library.all_known(Meeting).values():
        yield from as_far_as_known(_names_of_actions(meeting, library))


def _former_names(record: Record, owners: dict[str, str], library: Library) -> Diagnostics:
    for index, alias in enumerate(record.aliases):
        owner = owners.setdefault(alias, record.id)
        if alias in library.ids[record.KIND]:
            called = "This file" if alias == record.id else "Another file"
            message = f'{called} is called "{alias}", so it cannot be a former name. Take it out.'
        elif owner != record.id:
            message = f'"{alias}" is already a former name of "{owner}". Take it out here, or below "aliases:" in "{owner}.md".'
        elif alias in record.aliases[:index]:
            message = f'"{alias}" is in this list twice. Take one of them out.'
        else:
            continue
        yield RuleContext.of(record, library).diagnostic(message, ("aliases", index))


def _names_of_actions(meeting: Meeting, library: Library) -> Diagnostics:
    for index in repeated(known(action, "id", f" {index}") for index, action in enumerate(meeting.actions)):
        message = f'This meeting already has an action "{meeting.actions[index].id}". Give each its own short name.'
        yield RuleContext.of(meeting, library).diagnostic(message, ("actions", index, "id"))
