"""A value ends where its line ends, anything after a space and a # is not read, and no value starts with a #.

Why: In these lines a space and a # start a note to yourself, and the rest of the line is dropped without any warning.
The end of your sentence would be missing from the page.
"""

import re

from macros.lint.diagnostics import EVERY_FILE, Diagnostic, Diagnostics, RuleContext, RuleTopic
from macros.source.diagnostic import Rejection, Span
from macros.source.writer import quoted

TOPIC = RuleTopic.FRONT_MATTER
KINDS = EVERY_FILE
# A comment has a space after the #; "Room #2" or "#lunch" is meant as text.
_BEFORE_FIELD = re.compile(" *(?:- +)*(?=[^-# ])")
# The sign for a value of several lines, which start below it.
_BLOCK = re.compile(r"[|>][-+1-9]{0,2} +$")
_CUT_OFF = re.compile(r"\s+(?P<rest>#[^\s#].*)")


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Say that a value that starts with # is not read at all. Fix it if no other line belongs to it."""
    written, span = rejection.detail["written"], rejection.span or Span()
    line, following = context.document.line(span.line), context.document.line(span.line + 1)
    is_block = _BLOCK.search(line, 0, span.column - 1) is not None
    is_whole = not is_block and not line.lstrip().startswith("#") and not _goes_on(line, following)
    remedy = (
        f"Put it in quotation marks: {quoted(written)}"
        if is_whole
        else "Put the whole value in quotation marks, on one line"
    )
    return context.diagnostic(
        f'"{written}" is not read, because it starts with a #. {remedy}; or if it is a note to yourself, put a space after the #.',
        span=span,
        fix=quoted(written) if is_whole else None,
    )


def _goes_on(line: str, following: str) -> bool:
    """Whether the line that follows belongs to the field or entry that starts in this one."""
    before = _BEFORE_FIELD.match(line)
    column = len(before[0]) if before else len(line) - len(line.lstrip())
    indent = len(following) - len(following.lstrip())
    is_list = before is not None and following[indent:].startswith("- ")
    return bool(following.strip()) and (indent > column or (indent == column and is_list))


def check(context: RuleContext) -> Diagnostics:
    """Look for text after a value that is parsed as a comment."""
    document = context.document
    for location, _ in context.texts if " #" in document.front_matter else ():
        span = document.span(location)
        match = _CUT_OFF.match(document.line(span.line), span.column - 1 + span.length) if span.whole else None
        if match:
            yield context.diagnostic(
                f'"{match["rest"]}" is not read, because it follows a space and a #. Put the whole value in quotation marks, such '
                'as "Room #2"; or if it is a note to yourself, put a space after the #.',
                span=Span(span.line, match.start("rest") + 1, len(match["rest"])),
            )
