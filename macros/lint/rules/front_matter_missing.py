"""A file starts with its front matter: fields between two lines of three hyphens.

Why: Without it the record has no title, no themes and no date, so no list could show it.
"""

from macros.lint.diagnostics import RuleContext, RuleTopic
from macros.lint.messages import TWO_VERSIONS
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FRONT_MATTER


def explain(rejection: Rejection, context: RuleContext) -> str:
    """Explain what is wrong with the first line."""
    first = context.document.line(1)
    if not context.document.text.strip():
        return "This file is empty. Copy all the text of a record like yours into it, the --- lines too, and change it."
    if not first.strip():
        return "The first line is blank. Delete it: a file starts with a line of three hyphens (---), then its fields."
    if first.strip().startswith("--"):
        return "The first line must be three hyphens and nothing else: ---"
    if first.startswith("<<<<<<<"):
        return TWO_VERSIONS
    return (
        "This file does not start with a line of three hyphens. Put --- on the first line, then the fields, such as "
        '"title: Shared lunch", then another --- and then the text.'
    )
