"""A file has no marks that git leaves where two people changed the same lines.

Why: Two people have changed the same lines, and both versions are still there. Only a person can say which is right.
"""

import re
from collections.abc import Iterator

from macros.kinds import KINDS as RECORD_KINDS
from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import TWO_VERSIONS

TOPIC = RuleTopic.FILES

# Marks in the front matter make it unreadable, and these rules already report them.
AFTER = ("front-matter-missing", "front-matter-unclosed", "front-matter-unreadable")
KINDS = (*RECORD_KINDS, "page", "network")
MARK = re.compile(r"^(?:<{7}|\|{7}|>{7})(?= )[^\n]*", re.MULTILINE)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Report each unfinished merge once, at its first mark."""
    text = context.document.text
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    is_open = False
    for mark in MARK.finditer(text):
        if not is_open:
            yield context.diagnostic(TWO_VERSIONS, span=context.document.text_span(mark.start(), len(mark.group())))
        is_open = not mark.group().startswith(">")
