"""What the files of a built site say in every network, whichever it is."""

import re

from macros.lint.people.words import ROLE_WORDS

# The form that looks for people knows the places and roles of the whole country. The search's table of letters is packed into
# characters that may spell anything.
OF_ALL_NETWORKS = {"assets/personal.js", "search-index/language.js"}
# The page that reads minutes knows the roles too, each as a word in quotation marks. Its other words are looked at.
_WITH_ROLES = "assets/minutes.js"


def without_roles(path: str, held: bytes) -> bytes:
    """What a file says, but for the words for roles that the page of minutes knows in every network."""
    if path != _WITH_ROLES:
        return held
    roles = {f'"{word}"'.encode() for word in ROLE_WORDS}
    return re.sub(rb'"[a-z0-9-]+"', lambda word: b"" if word[0] in roles else word[0], held)
