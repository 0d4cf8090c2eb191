"""Every footnote can be read: the text has a mark for it, and no other footnote has its name.

Why: A footnote without a mark is left off the page, and if two have the same name, readers only get to one.
"""

import re
from collections.abc import Iterator

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostic, RuleContext, RuleTopic
from macros.source.body import not_in_words
from macros.source.gfm import Kind, Node

TOPIC = RuleTopic.TEXT
KINDS = RECORDS_AND_PAGES
_FOOTNOTE = re.compile(r"^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*(\[\^([^\]\s]+)\]:)", re.MULTILINE)
_LIKE_A_SECOND_MARK = re.compile(r"-\d+$")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for footnotes that nothing in the text refers to, but for the footnote itself, and for names that are used twice."""
    body = context.document.body
    if "[^" not in body:
        return
    tree, written = not_in_words(_FOOTNOTE, body)
    marked = {name.lower() for name in _marked(tree)} if tree else ()
    seen: set[str] = set()
    for match in written:
        name = match[2].lower()
        span = context.document.body_span(match.start(1), len(match[1]))
        if _LIKE_A_SECOND_MARK.search(name):
            yield context.diagnostic(
                "The name of a footnote does not end in a hyphen and a number, which the page adds to its marks. Give "
                f"{match[1][:-1]} another name, here and in the text.",
                span=span,
            )
        elif name in seen:
            yield context.diagnostic(
                f"There are two footnotes {match[1][:-1]}, and readers only get to one of them. Give this one its own "
                "name, and write that in the text too.",
                span=span,
            )
        elif name not in marked:
            yield context.diagnostic(
                f"Nothing in the text refers to this footnote. Put {match[1][:-1]} into the text where it belongs, or take the "
                "footnote out.",
                span=span,
            )
        seen.add(name)


def _marked(node: Node, inside: str = "") -> Iterator[str]:
    """The names of the footnotes that have a mark outside themselves."""
    if node.kind is Kind.FOOTNOTE:
        inside = node.target
    elif node.kind is Kind.FOOTNOTE_MARK and node.target != inside:
        yield node.target
    for child in node.children:
        yield from _marked(child, inside)
