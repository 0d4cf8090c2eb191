"""Takes what looks personal out of texts that are shown: a message, a log and a comment are public, too."""

import re

from macros.lint.people.look import sightings

_OWN_WORDS = frozenset[str]()
_QUOTED = re.compile(r'"[^"]*"')
# A telephone number, also where the words around it in the message say that it is an office's.
_TELEPHONE = re.compile(r"(?<![\w./-])(?:\+[0-9]|0[0-9])(?:[ ().-]{0,3}[0-9]){8}")
_LEFT_OUT, _COVER = "\N{HORIZONTAL ELLIPSIS}", "\N{BULLET}"


def untold(message: str) -> str:
    """The message without quotations that have something personal in them, and without anything personal elsewhere."""
    if not sightings(message, _OWN_WORDS) and not _TELEPHONE.search(message):
        return message
    shown = _QUOTED.sub(lambda match: f'"{_LEFT_OUT}"' if _is_personal(match[0]) else match[0], message)
    for one in reversed(sightings(shown, _OWN_WORDS)):
        shown = f"{shown[: one.start]}{_LEFT_OUT}{shown[one.end :]}"
    return shown


def _is_personal(quoted: str) -> bool:
    return bool(sightings(quoted, _OWN_WORDS)) or _TELEPHONE.search(quoted) is not None


def covered(line: str) -> str:
    """The line, at the same length, with something else in place of what looks personal."""
    for one in sightings(line, _OWN_WORDS):
        line = f"{line[: one.start]}{_COVER * (one.end - one.start)}{line[one.end :]}"
    return line
