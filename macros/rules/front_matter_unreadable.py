"""Front matter can be read: every field is a name, a colon, a space and a value."""

from __future__ import annotations

import re

from macros.records.document import Problem
from macros.rulebook.finding import Case, Mistake

_COLON_IN_VALUE = re.compile(r"^\s*(?:- )?[\w-]+: [^'\"\[{|>].*: ")


def explain(problem: Problem, case: Case) -> Mistake:
    """Say what most likely confused the reader, from the line that it stopped at."""
    return case.mistake(f"This line cannot be read. {_remedy(problem)}", span=problem.span)


def _remedy(problem: Problem) -> str:
    line, reason = str(problem.detail["line"]), str(problem.detail["reason"])
    if "\t" in line:
        return "It has a tab character. Use spaces instead."
    if "\u00a0" in line:
        return "It has a non-breaking space, which often comes from Word. Type an ordinary space instead."
    if "mapping values are not allowed" in reason or _COLON_IN_VALUE.match(line):
        return "A value that has a colon and a space in it must stand in quotation marks, such as title: \"Lunch: a start\"."
    if "found unexpected end of stream" in reason or "quoted scalar" in str(problem.detail.get("context", "")):
        return "A quotation mark is opened and not closed, or closed too early. Inside single quotes write an apostrophe twice."
    if re.match(r"^\s*(?:- )?[\w-]+: ['\"]", line):
        return "Text goes on after the closing quotation mark. Put the whole value inside the quotation marks."
    if "cannot start any token" in reason:
        return "A value may not start with this character. Put the value in quotation marks."
    if "[" in line or "{" in line:
        return "A bracket is opened and not closed. Close it, or write the list as one line an item, each starting with a hyphen."
    if re.match(r"^\s*[\w-]+:\S", line):
        return "There must be a space after the colon."
    return "Each field must be a name, a colon, a space and a value, and lists must be indented evenly."
