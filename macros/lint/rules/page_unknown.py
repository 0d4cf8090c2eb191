"""A page that the settings of the network name is there.

Why: The link to it would be left out without a word, and nobody would notice that new members are not shown what they agree to.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.library.library import CONTENT
from macros.lint.finding import Case, Mistake, did_you_mean
from macros.lint.topic import Topic

TOPIC = Topic.LINKS
KINDS = ("network",)


def check(case: Case) -> Iterator[Mistake]:
    """Look the page up that says what a champion is, whether or not it can be read."""
    about = case.library.network.champions.about
    pages = [
        path.removeprefix(f"{CONTENT}/") for path, document in case.library.documents.items() if document.kind == "page"
    ]
    if about is not None and about not in pages:
        hint = (
            did_you_mean(about, pages) or " Write the name of its file below content/, with .md, or take the line out."
        )
        yield case.mistake(f'There is no page "{about}".{hint}', ("champions", "about"))
