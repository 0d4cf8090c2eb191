"""Who does an action: a service, by what is written beside it."""

import re

from macros.minutes.found import FoundAction
from macros.minutes.markdown import first_words, one_line
from macros.minutes.messages import said
from macros.minutes.outcome import Told
from macros.minutes.people import People

_BETWEEN = re.compile(r"\s*(?:[,;/&+\n]|\band\b|\bwith\b)\s*")


def owner_of(
    one: FoundAction, about: str, name: str, before: str, people: People, told: Told, problem: str = ""
) -> str:
    """The id of the service that does an action.

    `about` is what a question about it names it by. `name` is what is written, without a day. `before` is the service that did it so
    far: it stays, and is empty for a new action, if there is none for certain. That is asked, and with it about the day if there is a
    `problem` with that.
    """
    action = first_words(one.text)
    if service := people.service(name):
        if not people.is_only(name):
            told.left_out.append(said("read-as", action=action, text=one_line(one.owner), day=people.title(service)))
        return service
    if name or not before:
        stays = said("owner-stays", service=people.title(before)) if before else said("owner-in-text")
        details = {"action": action, "problem": problem, "stays": stays}
        code = "owner-and-day" if problem else "which-owner"
        told.ask(code, about, in_public=said(f"{code}-in-public", **details), asked=_asked(name, people), **details)
    if name and (before or not are_services(name, people)):
        told.left_out.append(said("not-one-service", action=action, text=one_line(one.owner)))
    return before


def are_services(name: str, people: People) -> bool:
    """Whether what is written beside an action names several services and nothing else."""
    parts = [part for part in _BETWEEN.split(name) if part]
    return len(parts) > 1 and all(people.service(part) and people.is_only(part) for part in parts)


def _asked(name: str, people: People) -> str:
    if not name:
        return ""
    if are_services(name, people):
        return said("several-owners", name=one_line(name))
    return said("no-such-service", name=one_line(name), near=people.meant(name))
