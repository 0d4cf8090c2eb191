"""The address of a heading on its page, made of its words."""

import re
import unicodedata

_NUMBERED = re.compile(r"^(.*)_(\d+)$")
# What the templates call parts of a page.
_OF_THE_FRAME = re.compile(r"main|(?:kb|d9|nc|propose)-.*")


def anchor(words: str, taken: set[str]) -> str:
    """The address of a heading with these words. Adds it to those that are `taken` on the page.

    It has only ASCII letters, digits, hyphens and underscores. People have linked to these addresses and kept them: they must
    stay as they are.
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    name = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
    if _OF_THE_FRAME.fullmatch(name):
        name = f"{name}_1"
    while not name or name in taken:
        numbered = _NUMBERED.match(name)
        name = f"{numbered[1]}_{int(numbered[2]) + 1}" if numbered else f"{name}_1"
    taken.add(name)
    return name
