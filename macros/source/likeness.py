"""Names that readers cannot tell apart."""

import unicodedata
from functools import lru_cache

from macros.source.as_read import ALIKE
from macros.source.invisible import HIDDEN

# Each mark, with others that are read as it. A script for the form is made from these too.
KINDS_OF = {
    "'": "".join(sign for sign, plain in ALIKE.items() if plain == "'"),
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043",
    '"': "\u201c\u201d\u201e",
}
_PLAIN = {ord(sign): plain for plain, signs in KINDS_OF.items() for sign in signs}


@lru_cache(maxsize=4096)
def alike(name: str) -> str:
    """`name` as it is compared with others: the same for two that readers can hardly tell apart.

    These differ in case, in how an accent is composed, in the width of letters, in kinds of space, dash and quotation mark, or in
    characters that no one can see.
    """
    if not name.isascii():
        plain = unicodedata.normalize("NFKC", name.translate(_PLAIN))
        name = HIDDEN.sub("", unicodedata.normalize("NFKC", plain.casefold()))
    return " ".join(name.casefold().split())


def plain_name(name: str) -> str:
    """The name of a field as it should be written, from how people write it: "Review every" is review_every."""
    return name.strip().lower().replace("-", "_").replace(" ", "_")
