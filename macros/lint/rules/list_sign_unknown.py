"""The entries of a list start with a hyphen.

Why: Lists that are copied from other programs start with signs such as • or –. The site takes their lines for one paragraph, and
runs them together.
"""

import re
from collections.abc import Iterator

from macros.kinds import KINDS as RECORD_KINDS
from macros.lint.diagnostics import Diagnostic, Level, RuleContext, RuleTopic
from macros.source.body import paragraphs

TOPIC = RuleTopic.TEXT
LEVEL = Level.WARNING
KINDS = (*RECORD_KINDS, "page")
# Bullets of word processors, and dashes. One dash alone may be the dash of a sentence, or stand before who said something.
_DASHES = "\u2013\u2014"
_BULLETS = "\u2022\u2023\u2043\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\u25a1\u00b7\uf0b7"
_ENTRY = re.compile(rf"^[ \t>]*([{_BULLETS}][ \t\u00a0]*|[{_DASHES}][ \t\u00a0]+)(?=\S)", re.MULTILINE)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for signs of lists at the start of lines, where the text is not code."""
    body = context.document.body
    if body.isascii() or not _ENTRY.search(body):
        return
    for start, end in paragraphs(body):
        line_start = body.rfind("\n", 0, start) + 1
        found = [match for match in _ENTRY.finditer(body, line_start, end) if match.start(1) >= start]
        if len(found) == 1 and found[0][1][0] in _DASHES:
            continue
        for match in found:
            yield context.diagnostic(
                f'Readers would not see a list here: an entry starts with a hyphen (-), not with "{match[1][0]}".',
                span=context.document.body_span(match.start(1), len(match[1])),
                fix="- ",
            )
