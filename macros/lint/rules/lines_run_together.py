"""Lines that each name something and say what it is, such as "Chair: East Riding", are a list.

Why: Lines below each other are one paragraph, and the site runs them together. Readers would have to find out where one ends.
"""

import re
from collections.abc import Iterator

from macros.kinds import KINDS as RECORD_KINDS
from macros.lint.diagnostics import Diagnostic, Level, RuleContext, RuleTopic
from macros.source.body import paragraphs

TOPIC = RuleTopic.TEXT
LEVEL = Level.WARNING
KINDS = (*RECORD_KINDS, "page")
_NAME = r"[*_]{0,3}[^\W\d_][^:\n]{0,40}:[*_]{0,3} "
_NAMED = re.compile(rf"{_NAME}\S.*$")
_SUSPECTED = re.compile(rf"\n{_NAME}[^\n]+\n{_NAME}")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for paragraphs in which every line has a name and a colon."""
    body = context.document.body
    if not _SUSPECTED.search(f"\n{body}"):
        return
    for start, end in paragraphs(body):
        lines = body[start:end].split("\n")
        # A line that ends with a backslash or two spaces is shown as a line.
        if len(lines) < 2 or not all(map(_NAMED.match, lines)) or any(line.endswith(("\\", "  ")) for line in lines):
            continue
        for line in lines:
            yield context.diagnostic(
                "Readers would see this line and those around it as one paragraph. Start each with a hyphen and a space: "
                f'"- {line.partition(":")[0]}: ...".',
                span=context.document.body_span(start),
                fix=f"- {line[0]}",
            )
            start += len(line) + 1
