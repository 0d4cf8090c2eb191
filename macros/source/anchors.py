"""The address of a heading on its page, made of its words."""

import re
import unicodedata
from functools import lru_cache

# No heading of a page has a longer number.
_NUMBERED = re.compile(r"^(.*)_(\d{1,9})$")
# What the templates call parts of a page.
_OF_THE_FRAME = re.compile(r"main|(?:kb|d9|nc|propose)-.*")


def anchor(words: str, taken: dict[str, int]) -> str:
    """The address of a heading with these words. Adds it to those that are `taken` on the page.

    It has only ASCII letters, digits, hyphens and underscores. People have linked to these addresses and kept them: they must
    stay as they are. `taken` has the last number that each was given, so that the next of many is found at once.
    """
    wanted, name = _wanted(words)
    if not name or name in taken:
        numbered = _NUMBERED.match(name)
        base, number = (numbered[1], int(numbered[2])) if numbered else (name, 0)
        number = max(number, taken.get(wanted, 0))
        while not name or name in taken:
            number += 1
            name = f"{base}_{number}"
        taken[wanted] = number
    taken[name] = taken.get(name, 0)
    return name


@lru_cache(maxsize=4096)
def _wanted(words: str) -> tuple[str, str]:
    """What the words ask for, and what they get if it is free. Many records have the same headings."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    wanted = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
    return wanted, f"{wanted}_1" if _OF_THE_FRAME.fullmatch(wanted) else wanted
