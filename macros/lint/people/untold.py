"""Takes what looks personal out of texts that are shown: a message, a log and a comment are public, too."""

import re

from macros.lint.people.look import sightings

_OWN_WORDS = frozenset[str]()
_QUOTED = re.compile(r'"[^"]*"')
_LEFT_OUT, _COVER = "\N{HORIZONTAL ELLIPSIS}", "\N{BULLET}"


def untold(message: str) -> str:
    """The message without quotations that have something personal in them, and without anything personal elsewhere."""
    if not sightings(message, _OWN_WORDS):
        return message
    shown = _QUOTED.sub(
        lambda match: f'"{_LEFT_OUT}"' if sightings(match.group(), _OWN_WORDS) else match.group(), message
    )
    for one in reversed(sightings(shown, _OWN_WORDS)):
        shown = f"{shown[: one.start]}{_LEFT_OUT}{shown[one.end :]}"
    return shown


def covered(line: str) -> str:
    """The line, at the same length, with something else in place of what looks personal."""
    for one in sightings(line, _OWN_WORDS):
        line = f"{line[: one.start]}{_COVER * (one.end - one.start)}{line[one.end :]}"
    return line
