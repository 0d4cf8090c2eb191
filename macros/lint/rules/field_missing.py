"""A record has every field that it needs.

Why: Lists, filters and the page itself show these fields for every record. Without one there would be a gap that
readers cannot fill.
"""

import re

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import about_field, place_of, where_in
from macros.source.diagnostic import Rejection
from macros.source.front_matter import NULL
from macros.source.writer import quoted

TOPIC = RuleTopic.FIELDS
_NOTE = re.compile(r"(?:[|>][-+1-9]{0,2} +)?#")


def explain(rejection: Rejection, context: RuleContext) -> Diagnostic:
    """Name the field and say what belongs in it."""
    at = rejection.location
    is_blank = context.document.has_key(at)
    to_add = f'is missing. Add a line that starts with "{at[-1]}:"{place_of(at)}.'
    written = context.document.line(context.document.span(at, key=True).line).partition(":")[2].strip()
    what = f"is left blank{_reason(written)}." if is_blank else to_add
    subject = f'The field "{at[-1]}"{where_in(at)} {what}'
    return context.diagnostic(f"{subject} {about_field(context, at)}", at, key=is_blank)


def _reason(written: str) -> str:
    """Why a value that is there counts as blank; empty if there is none."""
    if written.startswith("{"):
        return (
            f", because curly brackets are not read as text. Put the whole value in quotation marks: {quoted(written)}"
        )
    if written in NULL:
        return f', because "{written}" means that there is nothing'
    return ", because what follows a # is not read" if _NOTE.match(written) else ""
