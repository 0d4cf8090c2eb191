"""Records are all written in one style: fields in order, quotation marks only where needed, and no comments.

Why: People, programs and the editor on the site all change the same files. With one style, a change only shows what is
new, and whoever approves it can see that.
"""

from itertools import zip_longest

from macros.kinds import Record
from macros.lint.diagnostics import Diagnostic, Diagnostics, Fix, Level, RuleContext, RuleTopic
from macros.lint.engine import EVERY_ERROR
from macros.schema.description import described
from macros.source.diagnostic import Span
from macros.source.document import Document
from macros.source.front_matter import HELP, comments
from macros.source.writer import is_in_style, record_text

TOPIC = RuleTopic.FRONT_MATTER
LEVEL = Level.WARNING
AFTER_ANYWHERE = EVERY_ERROR
_UNLIKE = (
    "This is right, but not written in the style of the other records. You do not have to do anything: a maintainer "
    'can run ".venv/bin/python scripts/validate.py --fix", which does not change what it says.'
)


def check(context: RuleContext, record: Record) -> Diagnostics:
    """Compare the file with its canonical form. Report comments, which only their writer can move."""
    document = context.document
    if _is_in_style(document, record):
        return
    own_words = [span for span, text in comments(document.front_matter) if not text.startswith(HELP)]
    for span in own_words:
        yield context.diagnostic(
            "Readers do not see what follows this #, and the editor on the site drops it. Write what matters in the text below "
            "the second ---, and delete it here.",
            span=document.in_file(span),
        )
    text = record_text(described(type(record)), document.values, document.body)
    if not own_words and text != document.text:
        lines = enumerate(zip_longest(document.text.split("\n"), text.split("\n")), start=1)
        first = next(Span(number) for number, (one, other) in lines if one != other)
        yield Diagnostic(document.path, first, _UNLIKE, Fix(None, text))


def _is_in_style(document: Document, record: Record) -> bool:
    """Whether the file certainly is in its canonical form: most are, and this is faster than to write it."""
    if not document.is_plain or not is_in_style(described(type(record)), document.values, document.front_matter):
        return False
    body = document.body.strip("\n")
    return document.text == f"---\n{document.front_matter}---\n" + (f"\n{body}\n" if body else "")
