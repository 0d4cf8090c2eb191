"""A value is of the kind that its field takes: text, a number, a list, an address.

Why: The site calculates with numbers, sorts by dates and makes links of addresses. It can only do that if they are
written in the right way.
"""

import re
from typing import Any

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import about_field, field_name, field_of, how_to_write, model_of
from macros.schema.description import fields_beside
from macros.source.diagnostic import Location, Rejection, Span
from macros.source.document import Document
from macros.source.writer import quoted

TOPIC = RuleTopic.FIELDS
_LIKE_FIELD = re.compile("[a-z][a-z0-9_]*")
# How people and word processors start the entries of a list.
_MARK = re.compile(r"(?:^|\s)(?:[\u2022\u00b7\u25aa\u2013*+]\s*|-(?=\S)|[0-9]{1,2}[.)]\s)")
_SET = "a set of names and values"
_WRITE_A_SET = "Write each on a line of its own, which starts with two spaces: a name, a colon, a space, a value."


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Say what belongs here instead. Fix text without its quotation marks, and what can mean only one thing."""
    written, expected = rejection.detail["written"], rejection.detail["expected"]
    location, field = rejection.location, field_of(context, rejection.location)
    # The network file chooses the names in its lists of words, so the name itself can be wrong.
    is_name = context.document.kind == "network" and len(location) > 1 and location[-1] == written
    subject = f'A name in "{field_name(location[:-1])}"' if is_name else f'The field "{field_name(location)}"'
    if field is not None and field.characters and (unquoted := _unquoted(written, context.document, location)):
        text, span = unquoted
        cause = "brackets make a list" if isinstance(written, list) else "a colon and a space make a field"
        return context.diagnostic(
            f"{subject} needs {expected}, and {cause}. Put the whole text in quotation marks: {quoted(text)}",
            span=span,
            # Someone may have meant a list.
            fix=None if isinstance(written, list) else quoted(text),
        )
    if field is not None and isinstance(written, str) and (meant := field.meant(written)) not in ("", None, written):
        return context.diagnostic(f'Write {meant} in the field "{field.name}", not "{written}".', location, fix=meant)
    group_or_text = "a group of fields" if isinstance(written, dict) else f'"{written}"'
    found = "a list" if isinstance(written, list) else group_or_text
    return context.diagnostic(
        f"{subject} needs {expected}, not {found}. {_remedy(written, expected, context, location)}".rstrip(),
        location,
        key=is_name,
    )


def _unquoted(written: Any, document: Document, location: Location) -> tuple[str, Span] | None:
    """The text that YAML takes for a list or a field, such as "[Draft]" or "Agreed: we meet", and its span."""
    span = document.span(location)
    text = document.line(span.line)[span.column - 1 :].rstrip()
    match written:
        case list():
            is_text = text.startswith("[") and text.endswith("]")
        case dict():
            as_read = "".join(f"{name}:{value}" for name, value in written.items())
            is_text = not all(map(_LIKE_FIELD.fullmatch, written)) and "".join(text.split()) == "".join(as_read.split())
        case _:
            is_text = False
    return (text, Span(span.line, span.column, len(text))) if is_text else None


def _remedy(written: Any, expected: str, context: RuleContext, location: Location) -> str:
    """What to write instead."""
    if expected == "a list" and isinstance(location[-1], int) and isinstance(written, str):
        return f'Put brackets around what is on this line, with commas in between: "- [{written}]".'
    if expected == "a list" and isinstance(written, str) and (mark := _MARK.match(written)):
        entry = _MARK.split(written)[1].strip()
        return (
            f'Start each line with two spaces, a hyphen and a space instead of "{mark[0].strip()}", such as "- {entry}"'
        )
    if expected in ("a list", "a group of fields"):
        return how_to_write(context, location)
    if expected == _SET:
        return _WRITE_A_SET
    if (
        isinstance(written, str)
        and "://" in written
        and "url" in fields_beside(model_of(context.document.kind), location[:-1])
    ):
        return 'Write a web address in the field "url".'
    about = "" if "such as" in expected else about_field(context, location, sentence=expected == "a whole number")
    if isinstance(location[-1], int) and isinstance(written, dict):
        field = field_of(context, location)
        or_quote = ", or put all of them in quotation marks" if field and field.characters else ""
        return f"Leave the hyphen, and write just the words after it{or_quote}. {about}"
    return about
