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
        told.questions.append(f"{one.where}: {_asked(one, name, before, people)}")
    return before


def _asked(one: FoundAction, name: str, before: str, people: People) -> str:
    text = one_line(one.text)
    stays = f"{people.title(before)} still does it." if before else "Until then it stays in the text."
    if not name:
        return f'which service does "{text}"? {stays}'
    services = {found for part in _BETWEEN.split(name) if part and (found := people.service(part))}
    if len(services) > 1:
        return f'"{one_line(name)}" are several owners of "{text}". Which service sees to it? {stays}'
    return f'"{one_line(name)}" is not a service of the network. Which one does "{text}"? {stays}'
