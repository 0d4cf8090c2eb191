"""Who does an action: a service, by what is written beside it."""

import re

from macros.minutes.found import FoundAction
from macros.minutes.markdown import one_line
from macros.minutes.outcome import Told
from macros.minutes.people import People

_BETWEEN = re.compile(r"\s*(?:[,;/&+\n]|\band\b|\bwith\b)\s*")


def owner_of(one: FoundAction, name: str, before: str, people: People, told: Told) -> str:
    """The id of the service that does an action.

    `name` is what is written, without a day. `before` is the service that did it so far: it stays, and is empty for a new action, if
    there is none for certain. That is asked.
    """
    if service := people.service(name):
        return service
    if name or not before:
        text, asked = one_line(one.text), _asked(name, people)
        stays = f"{people.title(before)} still does it." if before else "Until then it stays in the text."
        told.ask_privately(
            f'{one.where}: {asked} Which service does "{text}"? {stays}'.replace(":  ", ": "),
            f'{one.where}: the owner is not one service of the network. Which one does "{text}"? {stays}',
        )
    return before


def _asked(name: str, people: People) -> str:
    if not name:
        return ""
    services = {found for part in _BETWEEN.split(name) if part and (found := people.service(part))}
    return (
        f'"{one_line(name)}" are several owners.'
        if len(services) > 1
        else f'"{one_line(name)}" is not a service of the network.{people.meant(name)}'
    )
