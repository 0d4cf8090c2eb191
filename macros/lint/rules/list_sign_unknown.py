"""The entries of a list start with a hyphen.

Why: Lists that are copied from other programs start with characters such as • or –. The site treats their lines as one
paragraph, and runs them together.
"""

import re
from collections.abc import Iterator

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostic, Level, RuleContext, RuleTopic
from macros.source.body import Line, paragraphs
from macros.source.typed_lists import SIGN, entries

TOPIC = RuleTopic.TEXT
LEVEL = Level.WARNING
KINDS = RECORDS_AND_PAGES
_MARKDOWN = r"(?:[-*+]|\d+[.)])[ \t]+"
_SUSPECTED = re.compile(rf"\n[ \t>]*(?:{_MARKDOWN})?{SIGN}")
_AFTER_MARKDOWN = re.compile(rf"{_MARKDOWN}\Z")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for signs of lists at the start of lines, where the text is not code."""
    body = context.document.body
    if (body.isascii() and "\t" not in body) or not _SUSPECTED.search(f"\n{body}"):
        return
    lines = list(_lines(body))
    for entry in entries("\n".join(indent + line.text if line else indent for line, indent in lines)):
        line, indent = lines[entry.line]
        sign = entry.sign.strip()
        if line is None or sign[0].isdigit():
            continue
        is_second = _AFTER_MARKDOWN.search(line.before) is not None
        yield context.diagnostic(
            f"Readers would see two characters in front of this entry. Take the second one out: {_named(sign)}."
            if is_second
            else f"Readers would not see a list here: an entry starts with a hyphen (-) and a space, not with {_named(sign)}.",
            span=context.document.body_span(line.offset - len(indent), len(entry.sign)),
            fix="" if is_second else entry.made,
        )


def _lines(body: str) -> Iterator[tuple[Line | None, str]]:
    """The lines of the paragraphs of a body, each with its indentation; between them None, and what stands there."""
    end = 0
    for paragraph in paragraphs(body):
        first, last = paragraph.lines[0], paragraph.lines[-1]
        # Lists do not go on after a heading or a table.
        between = body[end : first.offset - len(first.before)].strip(" \t\n>")
        yield from ((None, ""), (None, "x" if between else ""), (None, ""))
        for line in paragraph.lines:
            # What stands before the first line puts the paragraph into a quotation or an entry. The rest is indentation.
            yield line, "" if line is first else line.before[len(first.before) :]
        end = last.offset + len(last.text)


def _named(sign: str) -> str:
    return "a hyphen and a no-break space" if sign[0] == "-" else f'"{sign[0]}"'
