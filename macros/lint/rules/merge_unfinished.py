"""A file has none of the marks that git leaves where two people changed the same lines.

Why: Two people have changed the same lines, and both versions are still there. Only a person can say which is right.
"""

import re

from macros.lint.diagnostics import EVERY_FILE, Diagnostics, RuleContext, RuleTopic
from macros.lint.messages import TWO_VERSIONS

TOPIC = RuleTopic.FILES
KINDS = EVERY_FILE
MARK = re.compile(r"^(?:<{7}|\|{7}|>{7})(?= )[^\n]*", re.MULTILINE)


def check(context: RuleContext) -> Diagnostics:
    """Report each unfinished merge once, at its first mark."""
    document = context.document
    body = document.body
    # Marks in the front matter make it unreadable, which is reported there.
    is_open = "\n<<<<<<<" in f"\n{document.front_matter}" and ">>>>>>>" not in document.front_matter
    for mark in MARK.finditer(body) if "<<<<<<<" in body or ">>>>>>>" in body else ():
        if not is_open:
            yield context.diagnostic(TWO_VERSIONS, span=document.body_span(mark.start(), len(mark.group())))
        is_open = not mark.group().startswith(">")
