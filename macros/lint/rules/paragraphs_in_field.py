"""A field has one paragraph, and lists and further paragraphs go in the text below the fields.

Why: Fields are shown in lists, results and feeds, where there is room for a sentence or a paragraph. All lines of a
field become one, so the entries of a list would run together.
"""

import re
from collections.abc import Sequence

from macros.lint.diagnostics import EVERY_FILE, Diagnostics, RuleContext, RuleTopic
from macros.lint.messages import field_name, field_of
from macros.source.diagnostic import Location, Span

TOPIC = RuleTopic.FIELDS
KINDS = EVERY_FILE
# The signs with which lists start, also in Word, quotations and tables.
_ENTRY = re.compile("\\s*(?:[>|]|(?:[-*+\u2022\u00b7\u25aa\u2013]|[0-9]{1,2}[.)]|[a-z]\\))[ \t])")
# "Response rate: 60%" on every line is a list too.
_PAIR = re.compile(r"\s*\w+(?: \w+){0,3}: \S")
_BLOCK = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?")


def check(context: RuleContext) -> Diagnostics:
    """Look at every value of several lines."""
    document = context.document
    for location, text in () if document.is_plain else context.texts:
        # Only the words of a value on one line stand in the file as they are read.
        if text in document.front_matter:
            continue
        field = field_of(context, location)
        # Another rule explains how a list is written.
        if field is not None and field.is_list and not isinstance(location[-1], int):
            continue
        numbers = document.lines_of(location)
        lines = [document.line(number) for number in numbers]
        if len(lines) > 1:
            first = lines[0][document.span(location).column - 1 :]
            lines[0] = "" if _BLOCK.fullmatch(first) else first
            if (at := second_part(lines)) is not None:
                line = lines[at]
                indent = len(line) - len(line.lstrip())
                yield context.diagnostic(
                    _message(location, "this line", line, document.kind),
                    span=Span(numbers[at], indent + 1, len(line.strip())),
                )
                continue
        # Between double quotation marks, "\n" is the end of a line.
        parts = text.split("\n")
        if (at := second_part(parts)) is not None:
            yield context.diagnostic(_message(location, r'what follows "\n"', parts[at], document.kind), location)


def second_part(lines: Sequence[str]) -> int | None:
    """The index of the first line that starts a list or another paragraph; None if all are one paragraph, or a single line.

    A line of prose may happen to start with a hyphen or a number, so one alone is a list only after a colon.
    """
    written = [number for number, line in enumerate(lines) if line.strip()]
    if len(written) > 1 and all(_PAIR.match(lines[number]) for number in written):
        return written[1]
    entries = [number for number in written if _ENTRY.match(lines[number])]
    for before, number in zip([None, *written], written, strict=False):
        if number in entries and (len(entries) > 1 or (before is not None and lines[before].rstrip().endswith(":"))):
            return number
        if before is not None and before < number - 1:
            return number
    return None


def _message(location: Location, what_starts: str, line: str, kind: str) -> str:
    is_entry = isinstance(location[-1], int)
    what = f'{"An entry of" if is_entry else "The field"} "{field_name(location)}" takes one paragraph'
    found = "a list" if _ENTRY.match(line) or _PAIR.match(line) else "another paragraph"
    remedy = "Start another entry" if is_entry else "Make one paragraph of it"
    below = "" if kind == "network" else ", or move it into the text below the second line of three hyphens (---)"
    return f"{what}, and {what_starts} starts {found}. {remedy}{below}."
