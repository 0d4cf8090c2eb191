"""A page that the settings of the network name is there.

Why: The link to it would be left out without a word, and nobody would notice that new members are not shown what they agree to.
"""

from collections.abc import Iterator

from macros.library.library import CONTENT
from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic, did_you_mean

TOPIC = RuleTopic.LINKS
KINDS = ("network",)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look up the page that says what a champion is; the page itself may have errors."""
    about = context.library.network.champions.about
    pages = [
        path.removeprefix(f"{CONTENT}/")
        for path, document in context.library.documents.items()
        if document.kind == "page"
    ]
    if about is not None and about not in pages:
        hint = (
            did_you_mean(about, pages) or " Write the name of its file below content/, with .md, or take the line out."
        )
        yield context.diagnostic(f'There is no page "{about}".{hint}', ("champions", "about"))
