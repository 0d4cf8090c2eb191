"""Every page has an address of its own.

Why: Of two pages at one address, only one is published. The other is lost, and nobody who writes it would notice.
"""

from collections.abc import Iterator

from macros.library.library import CONTENT, INDEX, Library
from macros.lint.diagnostics import Diagnostic, RuleTopic
from macros.source.diagnostic import Span

TOPIC = RuleTopic.FILES


def check_library(library: Library) -> Iterator[Diagnostic]:
    """Compare the addresses of all pages in lower case; some computers and servers ignore case."""
    taken: dict[str, str] = {}
    for path in sorted(document.path for document in library.documents.values() if document.path.endswith(".md")):
        address = path.removeprefix(f"{CONTENT}/").removesuffix(INDEX).removesuffix(".md").rstrip("/").lower()
        first = taken.setdefault(address, path)
        if first != path:
            yield Diagnostic(
                path,
                Span(),
                f'This page would have the same address as "{first}", and one of the two would be lost. Rename one of them, or '
                "put both texts into one file.",
            )
