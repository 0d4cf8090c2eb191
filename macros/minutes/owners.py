"""Who does an action: a service, by what is written beside it."""

import re

from macros.minutes.found import FoundAction
from macros.minutes.markdown import one_line
from macros.minutes.messages import said
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
        stays = said("owner-stays", service=people.title(before)) if before else said("owner-in-text")
        details = {"where": one.where, "text": one_line(one.text), "stays": stays}
        told.ask_privately(
            said("which-owner", asked=_asked(name, people), **details), said("which-owner-in-public", **details)
        )
    return before


def _asked(name: str, people: People) -> str:
    if not name:
        return ""
    services = {found for part in _BETWEEN.split(name) if part and (found := people.service(part))}
    if len(services) > 1:
        return said("several-owners", name=one_line(name))
    return said("no-such-service", name=one_line(name), near=people.meant(name))
