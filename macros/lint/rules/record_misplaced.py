"""A record is in the folder of its kind.

Why: The folder says what kind of record it is, and so which fields it has and which list shows it.
"""

from macros.kinds import KINDS
from macros.library.library import CONTENT, INDEX
from macros.lint.diagnostics import RuleContext, RuleTopic, listed
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FILES


def explain(rejection: Rejection, context: RuleContext) -> str:
    """Name the folder where a record with these fields belongs."""
    kinds = rejection.detail["kinds"]
    if context.document.path.endswith(f"/{INDEX}"):
        return (
            f'The name "{INDEX}" belongs to the page that lists the records, and this is a record ({listed(kinds)}). Give the file '
            'another name, such as "shared-lunch.md". If that page was here before, put it back.'
        )
    folders = listed(f"{CONTENT}/{KINDS[kind].FOLDER}/" for kind in kinds)
    return (
        f"This file has the fields of another kind of record ({listed(kinds)}). Move it to {folders}, or use the fields of "
        "the records beside it."
    )
