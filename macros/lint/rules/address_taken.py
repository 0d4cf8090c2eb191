"""Every page and every picture has its own address.

Why: If two have the same address, only one is published. The other is lost, and the person who wrote it would not
notice.
"""

import unicodedata

from macros.library.library import NETWORK_FILE, Library, address_of
from macros.lint.diagnostics import Diagnostic, Diagnostics, RuleTopic
from macros.source.diagnostic import Span

TOPIC = RuleTopic.FILES


# The editor's address. The other folders of the site have no page of their own.
_EDITOR = "admin"


def check_library(library: Library) -> Diagnostics:
    """Compare the addresses of all pages and pictures; some computers ignore case, or how an accent is composed."""
    taken: dict[str, str] = {}
    for path in sorted(path for path in {*library.documents, *library.files} if path != NETWORK_FILE):
        if address_of(path) == _EDITOR:
            wrong = "The editor of the site is at the address of this page, which would be lost."
            yield Diagnostic(path, Span(), f"{wrong} Give the file another name.")
        first = taken.setdefault(unicodedata.normalize("NFC", address_of(path)).casefold(), path)
        if first != path:
            what, remedy = ("page", ", or put both texts into one file") if path.endswith(".md") else ("picture", "")
            wrong = f'This {what} would have the same address as "{first}", and one of the two would be lost.'
            yield Diagnostic(path, Span(), f"{wrong} Rename one of them{remedy}.")
