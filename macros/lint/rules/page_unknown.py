"""A page that the network's settings name exists.

Why: The link to it would be left out without any warning, and no one would notice that new contacts are not shown what
they are agreeing to.
"""

from macros.library.library import CONTENT, kind_of
from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic, did_you_mean

TOPIC = RuleTopic.LINKS
KINDS = ("network",)


def check(context: RuleContext) -> Diagnostics:
    """Look up the page that says what a champion is; the page itself may have errors."""
    about = context.library.network.champions.about
    pages = [path.removeprefix(f"{CONTENT}/") for path in context.library.documents if kind_of(path) == "page"]
    if about is not None and about not in pages:
        to_write = " Write the name of its file below content/, with .md, or take the line out."
        hint = did_you_mean(about, pages) or to_write
        yield context.diagnostic(f'There is no page "{about}".{hint}', ("champions", "about"))
