"""A file has no marks that git leaves where two people changed the same lines.

Why: Two people have changed the same lines, and both versions are still there. Only a person can say which is right.
"""

import re

from macros.lint.diagnostics import EVERY_FILE, Diagnostics, RuleContext, RuleTopic
from macros.lint.messages import TWO_VERSIONS

TOPIC = RuleTopic.FILES

# Marks in the front matter make it unreadable, and these rules already report them.
AFTER = ("front-matter-missing", "front-matter-unclosed", "front-matter-unreadable")
KINDS = EVERY_FILE
MARK = re.compile(r"^(?:<{7}|\|{7}|>{7})(?= )[^\n]*", re.MULTILINE)


def check(context: RuleContext) -> Diagnostics:
    """Report each unfinished merge once, at its first mark."""
    text, is_open = context.document.text, False
    for mark in MARK.finditer(text) if "<<<<<<<" in text or ">>>>>>>" in text else ():
        if not is_open:
            yield context.diagnostic(TWO_VERSIONS, span=context.document.text_span(mark.start(), len(mark.group())))
        is_open = not mark.group().startswith(">")
