"""Front matter can be read: every field is a name, a colon, a space and a value.

Why: One misplaced apostrophe or colon changes what all the lines after it mean. We would rather ask than guess.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import TWO_VERSIONS
from macros.source.diagnostic import Rejection, Span
from macros.source.writer import NEEDS_QUOTES, quoted

TOPIC = RuleTopic.FRONT_MATTER
_FIELD = re.compile(r"^\s*(?:- +)*(?:[\w-]+: +)?(?P<value>.*)$")
# An entry such as "- Agreed: York: in March": the name of a field has no capital letter.
_PROSE = re.compile(r"^\s*- +(?P<value>(?![a-z0-9_]+: )[\w ]+: .*: .*)$")
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_MAY_FOLLOW_QUOTE = re.compile(r"\s*(?:#.*|:.*)?$")
# Text after the sign for a value of several lines. Before a number, > may be meant.
_BESIDE_BLOCK = re.compile(
    r"(?P<sign>\|[1-9]?[-+]?|>[1-9]?[-+]|>(?=\s*[^\W\d_]))(?:\s+(?=[^\s#|>])|(?=[^\W\d_]))(?P<text>.*)"
)
_NO_BLOCK = re.compile(r"[|>](?![-+0-9]*(?:\s+#.*)?$)")
_COLON_LAST = re.compile(r"^\s*(?:- +)*[\w-]+: .*:\s*$")
_NO_SPACE_AFTER_HYPHEN = re.compile(r"^\s*-[^\s-]")
_STAR_FOR_HYPHEN = re.compile(r"^\s*\*\s+[^\s*]")
_NO_SPACE = re.compile(r"^\s*[\w-]+:[^\s/]")
_NO_BREAK = re.compile(r"^\s*(?:- +)*[\w-]+:\u00a0")
_NO_COLON = re.compile(r"^[^\s#:-][^:]*$")


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Explain the likeliest cause, on the line where parsing stopped or the nearest faulty line above it."""
    stopped, top = rejection.span or Span(), context.document.front_matter_line
    lines = context.document.front_matter.split("\n")
    if rejection.detail.get("is_too_far"):
        line = lines[stopped.line - top]
        return context.diagnostic(
            "This field starts further to the right than the ones around it, as if it were part of the one above. Line it up with them.",
            span=Span(stopped.line, 1, max(len(line) - len(line.lstrip()), 1)),
        )
    last = min(stopped.line - top, len(lines) - 1)
    if beside := _beside_block(lines, last, top, context):
        return beside
    # The lines before are read by themselves.
    first = int(rejection.detail.get("first", 1)) - 1
    for number in range(last, first - 1, -1):
        if remedy := _remedy(lines[number]):
            field = _FIELD.match(lines[number])
            column = stopped.column if number == last or field is None else field.start("value") + 1
            return context.diagnostic(f"This line cannot be read. {remedy}", span=Span(number + top, column))
        if number == last and "mapping values are not allowed" in str(rejection.detail["reason"]):
            break
    return context.diagnostic(
        "This line cannot be read. Check that it starts with as many spaces as the lines like it, and that it is a name, "
        'a colon, a space and a value, such as "stage: trying".',
        span=stopped,
    )


def _beside_block(lines: Sequence[str], number: int, top: int, context: RuleContext) -> Diagnostic | None:
    """That words are beside a sign such as |, after which a value starts on the next line; None if there are none.

    The fix is to leave the sign out. The whole value still has to be read as text then.
    """
    field = _FIELD.match(lines[number])
    beside = _BESIDE_BLOCK.match(field["value"]) if field else None
    if field is None or beside is None or not lines[number][: field.start("value")].strip():
        return None
    sign, text, indentation = beside["sign"], beside["text"].rstrip(), len(lines[number]) - len(lines[number].lstrip())
    below = [*takewhile(lambda line: line.startswith(" " * (indentation + 1)), lines[number + 1 :])]
    whole = " ".join([text, *map(str.strip, below)])
    is_plain = NEEDS_QUOTES.search(whole) is None
    made = text if is_plain else quoted(text)
    is_certain = is_plain or not (below or " #" in text)
    remedy = f": {made}" if is_certain else ", and put the whole value in quotation marks, on one line."
    return context.diagnostic(
        f"After {sign}, words are only read from the next line. Take the {sign} out{remedy}",
        span=Span(number + top, field.start("value") + 1, len(field["value"].rstrip())),
        fix=made if is_certain else None,
    )


def _remedy(line: str) -> str:
    """What to do about a line; empty if it looks right by itself."""
    field = _PROSE.match(line) or _FIELD.match(line)
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
    if _STAR_FOR_HYPHEN.match(line):
        return f'An entry starts with a hyphen (-) and a space, not with *. Write "- {value[1:].strip()}".'
    # A bracket or a comma alone ends a list of several lines.
    if (first and first in ("*&!%@`?" if line.strip() == value else "*&!%@`?,]}")) or _NO_BLOCK.match(value):
        return f"A value cannot start with {first}. Put the whole value in quotation marks: {quoted(value)}"
    if value.startswith("- "):
        return (
            "A list starts on the line after the name of its field. If this is text, put the whole value in quotation marks: "
            f"{quoted(value)}"
        )
    if first in ("[", "{"):
        return _bracket_remedy(value)
    if (": " in value or _COLON_LAST.match(line)) and first not in ("#", "|", ">"):
        return f"A value with a colon and a space in it needs quotation marks: {quoted(value)}"
    if _NO_SPACE_AFTER_HYPHEN.match(line):
        return 'There must be a space after the hyphen, such as "- peer-support".'
    if _NO_SPACE.match(line):
        return 'There must be a space after the colon, such as "stage: trying".'
    if _NO_COLON.match(line):
        return (
            'The name of a field needs a colon and a space after it, such as "stage: trying". Text that continues from the '
            "line above must start with two spaces."
        )
    return ""


def _bracket_remedy(value: str) -> str:
    if re.search(r"[\s\[,]#", value):
        return "What follows a # is not read, so the bracket has no end. Put what starts with a # in quotation marks."
    if any(value.count(opening) != value.count(closing) for opening, closing in ("[]", "{}")):
        return "A bracket is opened and not closed. Close it, or put the whole value in quotation marks."
    if value.endswith(("]", "}")):
        return ""
    return f"A value cannot start with a bracket. Put the whole value in quotation marks: {quoted(value)}"


def _quotation_remedy(value: str) -> str:
    match = _QUOTED[value[0]].match(value)
    if match is None:
        return f"A quotation mark is opened and not closed. Put another {value[0]} at the end of the value."
    if _MAY_FOLLOW_QUOTE.match(value[match.end() :]):
        return ""
    if value[0] == "'":
        return (
            "There is text after the closing quotation mark or apostrophe. Put double quotation marks around the whole value, "
            'such as "It\'s lunch".'
        )
    return (
        "There is text after the closing quotation mark. Put single quotation marks around the whole value, such as "
        "'\"Quiet\" hour'."
    )
