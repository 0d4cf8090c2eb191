"""The entries of a list start with a hyphen.

Why: Lists that are copied from other programs start with signs such as • or –. The site takes their lines for one paragraph, and
runs them together.
"""

import re
from collections.abc import Iterator

from macros.kinds import KINDS as RECORD_KINDS
from macros.lint.diagnostics import Diagnostic, Level, RuleContext, RuleTopic
from macros.source.body import paragraphs
from macros.source.typed_lists import DASHES, SIGN

TOPIC = RuleTopic.TEXT
LEVEL = Level.WARNING
KINDS = (*RECORD_KINDS, "page")
_ENTRY = re.compile(rf"^[ \t>]*({SIGN})", re.MULTILINE)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for signs of lists at the start of lines, where the text is not code."""
    body = context.document.body
    if body.isascii() or not _ENTRY.search(body):
        return
    for start, end in paragraphs(body):
        line_start = body.rfind("\n", 0, start) + 1
        found = [match for match in _ENTRY.finditer(body, line_start, end) if match.start(1) >= start]
        if len(found) == 1 and found[0][1].strip() in DASHES:
            continue
        for match in found:
            yield context.diagnostic(
                f"Readers would not see a list here: an entry starts with a hyphen (-) and a space, not with {_named(match[1])}.",
                span=context.document.body_span(match.start(1), len(match[1])),
                fix="- ",
            )


def _named(sign: str) -> str:
    return "a hyphen and a no-break space" if sign[0] == "-" else f'"{sign[0]}"'
