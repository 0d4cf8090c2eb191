"""The ref of an action in a Word file: short enough for a column, and made from its id, so that it lives as long as that."""

import hashlib
import re
from string import ascii_uppercase, digits

# Without vowels, so that it is no word that a program would correct, and without what looks like another character.
_CHARACTERS = "".join(sign for sign in digits + ascii_uppercase if sign not in "AEIOU01LY")
_LENGTH = 4
REF = re.compile(rf"\bA[{_CHARACTERS}]{{{_LENGTH}}}\b", re.IGNORECASE)


def action_ref(action_id: str) -> str:
    """The ref of an action, such as "A7KM2". Of half a million, two actions hardly ever share one."""
    number = int.from_bytes(hashlib.sha256(action_id.encode()).digest()[:8])
    signs = ""
    for _ in range(_LENGTH):
        number, place = divmod(number, len(_CHARACTERS))
        signs += _CHARACTERS[place]
    return f"A{signs}"
