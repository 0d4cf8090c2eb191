"""No sign of Markdown is left over in the text: a link that is not one, a footnote, a comment that does not end.

Why: Readers would see the signs instead of what they were meant to do: a bracket where a link should be.
"""

from collections.abc import Iterator

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic

TOPIC = RuleTopic.TEXT
AFTER = ("markup-unsafe",)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for Markdown syntax that readers would see, except in code."""
    for leftover in context.body.leftovers:
        span = context.document.body_span(leftover.offset, len(leftover.snippet))
        yield context.diagnostic(_remedy(leftover.snippet), span=span)


def _remedy(snippet: str) -> str:
    if snippet.startswith("[^"):
        return "This is a footnote, which readers would see as it is written. Put what it says into the text."
    if snippet.startswith("<!"):
        return "This is the start of a hidden note (<!--), and readers would see it as it is written. Delete it."
    if snippet.endswith("("):
        return "There is a space between the two halves of this link. Take it out: [text](address)."
    return f"The link {snippet} has no address. Write it as [text](address)."
