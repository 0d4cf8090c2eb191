"""Lines that are a list, such as "Chair: Brindle" and "Lead: Marsh", or the rows of a table, are written as a list or table.

Why: Lines below each other are one paragraph, and the site runs them together. Readers would have to work out where one
ends.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostic, Level, RuleContext, RuleTopic
from macros.source.body import Line, paragraphs

TOPIC = RuleTopic.TEXT
LEVEL = Level.WARNING
KINDS = RECORDS_AND_PAGES
# One to three words, as in minutes. A sentence has more before its colon, or goes on from the line before in small letters.
# What is taken is never given back ("*+"): the colon would not follow earlier.
_NAME = r"[*_]{0,3}[^\W\d_][^\s:|]*+(?: [^\s:|]++){0,2}+:[*_]{0,3}[ \t]"
_ROW = r"\|[^\n]*\|[ \t]*(?=\n|\Z)"
_POINTERS = "\u2192\u21d2\u25b6\u25ba\u2794\u27a2\u27a4"
# How people number entries and times, and what word processors put before them. Markdown knows none of it.
_SIGNS = (
    r"\d{1,2}(?:[.:]\d{1,2})+\.?(?: ?[ap]m)?(?=[ \t])",
    r"\((?:\d{1,2}|[a-z]|[ivx]{2,4})\)(?=\s*\w)",
    r"(?:[a-z]|[ivx]{2,4})\)(?=\s*\w)",
    r"\d{1,2}[.)](?=[^\W\d_])",
    r"-(?=[^\W\d_])",
    rf"[{_POINTERS}\u2610-\u2612\u2713\u2714](?=\s*\w)",
)
_STARTS = tuple(map(re.compile, (_NAME, _ROW, *_SIGNS)))
_NAMED, _IN_TABLE = _STARTS[:2]
_BEFORE = r"\n[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?"
_TWICE = "|".join(rf"{start}[^\n]*{_BEFORE}{start}" for start in (_NAME, _ROW, *_SIGNS))
_SUSPECTED = re.compile(f"{_BEFORE}(?:{_TWICE})")
# Two such lines may be a salutation and a farewell. Those of minutes are a list for certain.
_ENOUGH = 3
_OF_MINUTES = frozenset(
    "action actions apologies attended attendees chair contact date decision decisions host lead minutes next notes place present "
    "secretary time topic venue when where who".split()
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for lines below each other in a paragraph that start alike."""
    body = context.document.body
    if not _SUSPECTED.search(f"\n{body}"):
        return
    for paragraph in paragraphs(body):
        for start, run in groupby(paragraph.lines if paragraph.run_together else (), _start):
            lines = list(run)
            if start and len(lines) > 1:
                yield from _findings(context, start, lines, is_whole=lines == paragraph.lines)


def _start(line: Line) -> re.Pattern[str] | None:
    """How a line starts that may be one of several."""
    start = next((one for one in _STARTS if one.match(line.text)), None)
    return None if start is _NAMED and line.text.lstrip("*_")[0].islower() else start


def _findings(
    context: RuleContext, start: re.Pattern[str], lines: list[Line], *, is_whole: bool
) -> Iterator[Diagnostic]:
    span = context.document.body_span
    first = lines[0]
    if start is _IN_TABLE:
        columns = " | ".join(["---"] * (len(re.findall(r"(?<!\\)\|", first.text)) - 1))
        yield context.diagnostic(
            "Readers would see a paragraph with strokes here, not a table. Below its first row, a table has a row of hyphens with "
            f'as many cells: "| {columns} |".',
            span=span(first.offset),
        )
    elif start is _NAMED and is_whole and _is_list(lines):
        for line in lines:
            yield context.diagnostic(
                "Readers would see this line and those around it as one paragraph. Start each with a hyphen and a space: "
                f'"- {line.text.partition(":")[0]}: ...".',
                span=span(line.offset),
                fix=f"- {line.text[0]}",
            )
    else:
        yield context.diagnostic(
            "Readers would see this line and those around it as one paragraph. If they are a list, start each with "
            f"{_meant(start, first.text)}",
            span=span(first.offset),
        )


def _is_list(lines: list[Line]) -> bool:
    """Whether lines with names are the entries of a list for certain, and become one if each starts with a hyphen."""
    names = {line.text.partition(":")[0].strip("*_").lower() for line in lines}
    return (
        (len(lines) >= _ENOUGH or names <= _OF_MINUTES)
        and len({line.before for line in lines}) == 1
        and not lines[0].before.strip(" \t>")
        and not any(line.text.endswith(",") for line in lines)
    )


def _meant(start: re.Pattern[str], text: str) -> str:
    """What the entries of a list start with, instead of this text."""
    found = start.match(text)
    sign = found.group().strip() if found else ""
    if sign == "-" or sign in _POINTERS:
        return 'a hyphen and a space: "- ...".'
    if sign[0].isdigit() and sign[-1] in ".)" and sign[:-1].isdigit():
        return f'a number, a full stop and a space: "{sign[:-1]}. ...".'
    return f'a hyphen and a space: "- {sign} ...".'
