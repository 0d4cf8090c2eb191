"""A record is written in one style: fields in their order, quotation marks only where needed, and no comments.

Why: People, programs and the editor on the site all change the same files. With one style a change shows only what is
new, and whoever approves it can see that.
"""

from collections.abc import Iterator
from itertools import zip_longest

from macros.kinds import KINDS as RECORD_KINDS
from macros.lint.diagnostics import Diagnostic, Fix, Level, RuleContext, RuleTopic
from macros.lint.engine import EVERY_ERROR
from macros.schema.description import described
from macros.source.diagnostic import Span
from macros.source.front_matter import HELP, comments
from macros.source.writer import record_text

TOPIC = RuleTopic.FRONT_MATTER
LEVEL = Level.WARNING
AFTER = EVERY_ERROR


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Compare the file with its canonical form. Report comments, which only their writer can move."""
    document = context.document
    if context.record is None:
        return
    own_words = [span for span, text in comments(document.front_matter) if not text.startswith(HELP)]
    for span in own_words:
        yield context.diagnostic(
            "Readers do not see what follows this #, and the editor on the site drops it. Write what matters in the text below "
            "the second ---, and delete it here.",
            span=document.in_file(span),
        )
    if own_words:
        return
    text = record_text(described(RECORD_KINDS[document.kind]), document.values, document.body)
    if text == document.text:
        return
    yield Diagnostic(
        document.path,
        _first_difference(document.text, text),
        "This is right, but not written in the style of the other records. You do not have to do anything: a maintainer can run "
        "scripts/validate.py --fix, which changes nothing of what it says.",
        Fix(None, text),
    )


def _first_difference(written: str, text: str) -> Span:
    pairs = enumerate(zip_longest(written.split("\n"), text.split("\n")), start=1)
    return next(Span(number) for number, (one, other) in pairs if one != other)
