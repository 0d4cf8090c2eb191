"""Nowhere in the content is there a row that looks like one person's answers to a survey, or the head of a file of such rows.

Why: Everything here is public, and the history keeps it for ever. In a small team, a row of answers is as good as a name. Only the
tables that the collating tool writes belong here.
"""

import re
from collections.abc import Iterator

from macros.lint.diagnostics import EVERY_FILE, Diagnostics, RuleContext, RuleTopic

TOPIC = RuleTopic.PEOPLE
KINDS = EVERY_FILE

_REMEDY = "Take it out, and never commit it. Give the file with the answers to whoever collates the survey."
# What the programs that services use call the columns before the answers, in small letters.
_COLUMNS = {
    *("id", "start time", "completion time", "email", "name", "last modified time"),  # Microsoft Forms
    *("timestamp", "email address", "username"),  # Google Forms
    *(
        "response id",
        "date submitted",
        "submitdate",
        "last page",
        "lastpage",
        "start language",
        "startlanguage",
        "seed",
    ),  # LimeSurvey
    *("start", "end", "_id", "_uuid", "_submission_time", "_submitted_by"),  # KoBo and ODK
}
_FEWEST_COLUMNS = 3
_ANSWERS = re.compile(
    r"(?:strongly |mostly |slightly )?(?:dis)?agree|neither agree nor disagree|neither|neutral|don.t know|always|often|sometimes|"
    r"seldom|rarely|never|(?:not at all|a little|moderately|quite a bit|extremely)|(?:very |fairly )?(?:dis)?satisfied"
)
_FEWEST_ANSWERS = 4
_NUMBERS = re.compile(r"[0-9]|10")
_WHEN = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[T ]\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?(?: GMT[+-]\d)?")
_ANONYMOUS = "anonymous"
_BETWEEN = re.compile(r"[\t;,|]")
_FEWEST_BETWEEN = 3


def check(context: RuleContext) -> Diagnostics:
    """Look at each line that has several cells."""
    text = context.document.text
    # In a sentence, a space follows a comma.
    commas = text.count(",") - text.count(", ") - text.count(",\n")
    if max(commas, *map(text.count, "\t;|")) < _FEWEST_BETWEEN:
        return
    start = 0
    for line in text.split("\n"):
        if wrong := next(_looks_like(line), ""):
            yield context.diagnostic(f"{wrong} {_REMEDY}", span=context.document.text_span(start, len(line)))
        start += len(line) + 1


def _looks_like(line: str) -> Iterator[str]:
    cells = [cell.strip(' "\u00a0').casefold() for cell in _BETWEEN.split(line)]
    if len(cells) <= _FEWEST_BETWEEN:
        return
    named = _COLUMNS.intersection(cells)
    if len(named) >= _FEWEST_COLUMNS and len(cells) > len(named):
        yield "This looks like the head of a file with people's answers to a survey."
    answers = [cell for cell in cells if _ANSWERS.fullmatch(cell)]
    is_about_one = any(_WHEN.fullmatch(cell.upper()) for cell in cells) or _ANONYMOUS in cells
    is_of_answers = len(answers) >= _FEWEST_ANSWERS and (is_about_one or len(set(answers)) < len(answers))
    if is_of_answers or (
        is_about_one and sum(_NUMBERS.fullmatch(cell) is not None for cell in cells) >= _FEWEST_ANSWERS
    ):
        yield "This looks like one person's answers to a survey."
