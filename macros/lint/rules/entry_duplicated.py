"""A list has each choice once, and a list in the network's settings has each name and each question once.

Why: A choice that is in a list twice would be shown twice. Members could not tell apart two areas or two roles with one
name, and two meetings in a row would get the same question.
"""

from macros.lint.diagnostics import EVERY_FILE, Diagnostics, RuleContext, RuleTopic, repeated
from macros.schema.description import FieldDescription
from macros.schema.network import Network
from macros.schema.values import values

TOPIC = RuleTopic.NAMES
KINDS = EVERY_FILE


def check(context: RuleContext) -> Diagnostics:
    """Compare the entries of each list, as readers see them."""
    if context.document.kind == "network":
        yield from _of_settings(context)
    elif context.record is not None:
        for chosen in values(context.record, _is_list_of_choices):
            for index in repeated(map(str, chosen.value)):
                message = f'"{chosen.value[index]}" is in this list twice. Take one of them out.'
                yield context.diagnostic(message, (*chosen.location, index))


def _is_list_of_choices(field: FieldDescription) -> bool:
    return field.depth == 1 and bool(field.choices or field.vocabulary)


def _of_settings(context: RuleContext) -> Diagnostics:
    """Compare the entries of each list of words and the openings."""
    network = context.library.network
    lists = {"openings": dict(enumerate(network.openings))}
    lists |= {name: words for name in Network.model_fields if isinstance(words := getattr(network, name), dict)}
    for name, entries in lists.items():
        for index in repeated(entries.values()):
            key, written = list(entries.items())[index]
            message = f'"{written}" is in "{name}" already. Take one of them out, or write something else.'
            yield context.diagnostic(message, (name, key))
