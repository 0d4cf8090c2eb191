"""Front matter can be read: every field is a name, a colon, a space and a value.

Why: One misplaced apostrophe or colon changes what all the lines after it mean. We would rather ask than guess.
"""

import re

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import TWO_VERSIONS
from macros.source.diagnostic import Rejection, Span

TOPIC = RuleTopic.FRONT_MATTER
_FIELD = re.compile(r"^\s*(?:- +)*(?:[\w-]+: +)?(?P<value>.*)$")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_MAY_FOLLOW_QUOTE = re.compile(r"\s*(?:#.*|:.*)?$")
_NO_SPACE = re.compile(r"^\s*[\w-]+:[^\s/]")
_NO_BREAK = re.compile(r"^\s*(?:- +)*[\w-]+:\u00a0")
_NO_COLON = re.compile(r"^[^\s#:-][^:]*$")


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Explain the likeliest cause, on the line where parsing stopped or the nearest faulty line above it."""
    stopped, top = rejection.span or Span(), context.document.front_matter_line
    lines = context.document.front_matter.split("\n")
    last = min(stopped.line - top, len(lines) - 1)
    for number in range(last, -1, -1):
        if remedy := _remedy(lines[number]):
            field = _FIELD.match(lines[number])
            column = stopped.column if number == last or field is None else field.start("value") + 1
            return context.diagnostic(f"This line cannot be read. {remedy}", span=Span(number + top, column))
        if number == last and "mapping values are not allowed" in str(rejection.detail["reason"]):
            break
    return context.diagnostic(
        "This line cannot be read. Check that as many spaces stand at its start as in the lines like it, and that it is a name, "
        'a colon, a space and a value, such as "stage: trying".',
        span=stopped,
    )


def _remedy(line: str) -> str:
    """What to do about a line; empty if it looks right by itself."""
    field = _FIELD.match(line)
    value = field["value"].strip() if field else ""
    first, indentation = value[:1], line[: len(line) - len(line.lstrip())]
    if line.startswith(("<<<<<<<", "|||||||", "=======", ">>>>>>>")):
        return TWO_VERSIONS
    if "\t" in indentation:
        return "It starts with a tab. Delete it, and type two spaces instead."
    if "\u00a0" in indentation:
        return "It starts with a special space, which often comes from Word. Delete it, and type an ordinary space."
    if _NO_BREAK.match(line):
        return "A special space follows the colon, which often comes from Word. Delete it, and type an ordinary space."
    if first in _QUOTED:
        return _quotation_remedy(value)
    if first in ("*", "&", "!", "%", "@", "`"):
        return f'A value may not start with {first}. Put the whole value in quotation marks, such as "{first}home".'
    if value.startswith("- "):
        return (
            "A list starts on the line after the name of its field. If this is text, put the whole value in quotation marks, "
            'such as "- and breathe".'
        )
    if first in ("[", "{"):
        is_closed = all(value.count(opening) == value.count(closing) for opening, closing in ("[]", "{}"))
        remedy = "A bracket is opened and not closed. Close it, or put the whole value in quotation marks."
        return "" if is_closed else remedy
    if ": " in value and first not in ("#", "|", ">"):
        return 'A value with a colon and a space in it must stand in quotation marks, such as title: "Lunch: a start".'
    if _NO_SPACE.match(line):
        return 'There must be a space after the colon, such as "stage: trying".'
    if _NO_COLON.match(line):
        return (
            'A colon and a space must follow the name of a field, such as "stage: trying". Text that goes on from the line '
            "above must start with two spaces."
        )
    return ""


def _quotation_remedy(value: str) -> str:
    quoted = _QUOTED[value[0]].match(value)
    if quoted is None:
        return f"A quotation mark is opened and not closed. Put another {value[0]} at the end of the value."
    if _MAY_FOLLOW_QUOTE.match(value[quoted.end() :]):
        return ""
    if value[0] == "'":
        return (
            "Text goes on after the closing quotation mark or apostrophe. Put double quotation marks around the whole value, "
            'such as "It\'s lunch".'
        )
    return (
        "Text goes on after the closing quotation mark. Put single quotation marks around the whole value, such as "
        "'\"Quiet\" hour'."
    )
