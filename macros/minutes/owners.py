"""Who does an action: a service, by what is written beside it."""

import re

from macros.minutes.found import FoundAction
from macros.minutes.markdown import first_words, one_line
from macros.minutes.messages import said
from macros.minutes.outcome import Told
from macros.minutes.people import People

_BETWEEN = re.compile(r"\s*(?:[,;/&+\n]|\band\b|\bwith\b)\s*")


def owner_of(one: FoundAction, name: str, before: str, people: People, told: Told, problem: str = "") -> str:
    """The id of the service that does an action.

    `name` is what is written, without a day. `before` is the service that did it so far: it stays, and is empty for a new action, if
    there is none for certain. That is asked, and with it about the day if there is a `problem` with that.
    """
    if service := people.service(name):
        return service
    if name or not before:
        stays = said("owner-stays", service=people.title(before)) if before else said("owner-in-text")
        details = {"action": first_words(one.text), "problem": problem, "stays": stays}
        code = "owner-and-day" if problem else "which-owner"
        told.ask_privately(said(code, asked=_asked(name, people), **details), said(f"{code}-in-public", **details))
    return before


def _asked(name: str, people: People) -> str:
    if not name:
        return ""
    services = {found for part in _BETWEEN.split(name) if part and (found := people.service(part))}
    if len(services) > 1:
        return said("several-owners", name=one_line(name))
    return said("no-such-service", name=one_line(name), near=people.meant(name))
