"""A file name, a former file name or the short name of an action belongs to one thing only.

Why: Links and other records use these names. If two things had the same one, half of the links would go to the wrong
place.
"""

from macros.kinds import KINDS as RECORD_KINDS
from macros.kinds import Meeting, Record
from macros.library.cards import Card
from macros.library.library import Library
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, repeated
from macros.schema.part import known

TOPIC = RuleTopic.NAMES


def check(context: RuleContext, record: Meeting) -> Diagnostics:
    """Compare the names of the actions of a meeting."""
    for index in repeated(known(action, "id", f" {index}") for index, action in enumerate(record.actions)):
        message = f'This meeting already has an action "{record.actions[index].id}". Give each its own short name.'
        yield context.diagnostic(message, ("actions", index, "id"))


def check_library(library: Library) -> Diagnostics:
    """Check former names against every name of their kind."""
    for model in RECORD_KINDS.values():
        owners: dict[str, str] = {}
        for card in library.all_cards(model):
            yield from _former_names(card, model, owners, library)


def _former_names(card: Card, model: type[Record], owners: dict[str, str], library: Library) -> Diagnostics:
    for index, alias in enumerate(card.aliases):
        owner = owners.setdefault(alias, card.id)
        if alias in library.ids[model.KIND]:
            called = "This file" if alias == card.id else "Another file"
            message = f'{called} is called "{alias}", so it cannot be a former name. Take it out.'
        elif owner != card.id:
            message = f'"{alias}" is already a former name of "{owner}". Take it out here, or below "aliases:" in "{owner}.md".'
        elif alias in card.aliases[:index]:
            message = f'"{alias}" is in this list twice. Take one of them out.'
        else:
            continue
        yield RuleContext.at(card.id, model, library).diagnostic(message, ("aliases", index))
