"""Lines that each name something and say what it is, such as "Chair: East Riding", are a list.

Why: Lines below each other are one paragraph, and the site runs them together. Readers would have to find out where one ends.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from macros.kinds import KINDS as RECORD_KINDS
from macros.lint.diagnostics import Diagnostic, Level, RuleContext, RuleTopic
from macros.source.body import Line, paragraphs

TOPIC = RuleTopic.TEXT
LEVEL = Level.WARNING
KINDS = (*RECORD_KINDS, "page")
# One to three words, as in minutes. A sentence has more before its colon, or goes on from the line before in small letters.
_NAME = r"[*_]{0,3}[^\W\d_][^\s:]*(?: [^\s:]+){0,2}:[*_]{0,3}[ \t]"
_NAMED = re.compile(rf"{_NAME}\s*\S")
_SUSPECTED = re.compile(rf"\n[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?{_NAME}[^\n]+\n[ \t>]*{_NAME}")
# Two such lines may be a salutation and a farewell. Those of minutes are a list for certain.
_ENOUGH = 3
_OF_MINUTES = frozenset(
    "action actions apologies attended attendees chair contact date decision decisions host lead minutes next notes place present "
    "secretary time topic venue when where who".split()
)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for lines below each other in a paragraph that have a name and a colon."""
    body = context.document.body
    if not _SUSPECTED.search(f"\n{body}"):
        return
    for paragraph in paragraphs(body):
        for is_named, run in groupby(paragraph.lines if paragraph.run_together else (), _is_named):
            named = list(run)
            if is_named and len(named) > 1:
                yield from _findings(context, named, is_list=named == paragraph.lines and _is_list(named))


def _is_named(line: Line) -> bool:
    return _NAMED.match(line.text) is not None and not line.text.lstrip("*_")[0].islower()


def _is_list(lines: list[Line]) -> bool:
    """Whether lines are the entries of a list for certain, and become one if each starts with a hyphen."""
    names = {line.text.partition(":")[0].strip("*_").lower() for line in lines}
    return (
        (len(lines) >= _ENOUGH or names <= _OF_MINUTES)
        and len({line.before for line in lines}) == 1
        and not lines[0].before.strip(" \t>")
        and not any(line.text.endswith(",") for line in lines)
    )


def _findings(context: RuleContext, lines: list[Line], *, is_list: bool) -> Iterator[Diagnostic]:
    for line in lines if is_list else lines[:1]:
        meant = "Start" if is_list else "If they are a list, start"
        yield context.diagnostic(
            f"Readers would see this line and those around it as one paragraph. {meant} each with a hyphen and a space: "
            f'"- {line.text.partition(":")[0]}: ...".',
            span=context.document.body_span(line.offset),
            fix=f"- {line.text[0]}" if is_list else None,
        )
