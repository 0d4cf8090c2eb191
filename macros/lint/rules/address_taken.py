"""Every page has an address of its own.

Why: Of two pages at one address, only one is published. The other is lost, and nobody who writes it would notice.
"""

from macros.library.library import Library, address_of
from macros.lint.diagnostics import Diagnostic, Diagnostics, RuleTopic
from macros.source.diagnostic import Span

TOPIC = RuleTopic.FILES


# The editor's address. The other folders of the site have no page of their own.
_EDITOR = "admin"


def check_library(library: Library) -> Diagnostics:
    """Compare the addresses of all pages in lower case; some computers and servers ignore case."""
    taken: dict[str, str] = {}
    for path in sorted(path for path in library.documents if path.endswith(".md")):
        if address_of(path) == _EDITOR:
            wrong = "The editor of the site is at the address of this page, which would be lost."
            yield Diagnostic(path, Span(), f"{wrong} Give the file another name.")
        first = taken.setdefault(address_of(path).lower(), path)
        if first != path:
            wrong = f'This page would have the same address as "{first}", and one of the two would be lost.'
            yield Diagnostic(path, Span(), f"{wrong} Rename one of them, or put both texts into one file.")
