"""A file is saved as UTF-8 text.

Why: If it is saved in another way, a letter such as é or a curly apostrophe turns into two strange characters on the
page, or the file cannot be read at all.
"""

from macros.lint.diagnostics import RuleContext, RuleTopic
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FILES


def explain(rejection: Rejection, context: RuleContext) -> str:
    """Say how to save the file again."""
    what = "This file was" if rejection.detail["utf_16"] else "A letter or character here was"
    return (
        f"{what} saved in a way that the site cannot read. Open the file in Notepad or another editor, choose "
        '"Save as" and set "Encoding" to "UTF-8".'
    )
