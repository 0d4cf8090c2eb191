"""Records are all written in one style: fields in order, quotation marks only where needed, and no comments of your own.

Why: People, programs and the editor on the site all change the same files. With one style, a change only shows what is
new, and whoever approves it can see that. Lines in which `make new` explains a field, and the blanks that it leaves, may stay
until `--fix` takes them out.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import zip_longest

from macros.kinds import Record
from macros.library.library import Library
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
_HELP_OR_BLANK = re.compile(rf"{HELP}.*| *-? *| *\w+: *")
_UNLIKE = (
    "This is right, but not written in the style of the other records. You do not have to do anything: a maintainer "
    'can run ".venv/bin/python scripts/validate.py --fix", which does not change what it says.'
)


def check(context: RuleContext, record: Record) -> Diagnostics:
    """Compare the file with its canonical form. Report comments, which only their writer can move."""
    document = context.document
    if _is_in_style(document, record):
        return
    own_words = [*_own_words(document)]
    for span in own_words:
        yield context.diagnostic(
            "Readers do not see what follows this #, and the editor on the site drops it. Write what matters in the text below "
            "the second ---, and delete it here.",
            span=document.in_file(span),
        )
    text = _in_style(document, record)
    if not own_words and not _differs_by_help_only(document, text):
        lines = enumerate(zip_longest(document.text.split("\n"), text.split("\n")), start=1)
        first = next(Span(number) for number, (one, other) in lines if one != other)
        yield Diagnostic(document.path, first, _UNLIKE, Fix(None, text))


def _own_words(document: Document) -> Iterator[Span]:
    return (span for span, text in comments(document.front_matter) if not text.startswith(HELP))


def help_taken_out(
    library: Library, paths: Collection[str] | None, found: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """A fix for each record without errors that `make new` still explains. That is no mistake, so the check does not mention it."""
    wrong = {one.path for one in found if one.level is Level.ERROR}
    for path, document in library.documents.items():
        record = library.at(path) if path not in wrong and (paths is None or path in paths) else None
        if record is not None and HELP in document.front_matter and not any(_own_words(document)):
            yield Diagnostic(path, Span(1), "", Fix(None, _in_style(document, record)))


def _in_style(document: Document, record: Record) -> str:
    return record_text(described(type(record)), document.values, document.body)


def _differs_by_help_only(document: Document, text: str) -> bool:
    """Whether the file is the `text` in style, but for lines in which `make new` explains fields and blanks that it left."""
    if HELP not in document.front_matter:
        return document.text == text
    in_style = iter(text.split("\n"))
    following = next(in_style, None)
    for line in document.text.split("\n"):
        if line == following:
            following = next(in_style, None)
        elif not _HELP_OR_BLANK.fullmatch(line):
            return False
    return following is None


def _is_in_style(document: Document, record: Record) -> bool:
    """Whether the file certainly is in its canonical form: most are, and this is faster than to write it."""
    if not document.is_plain or not is_in_style(described(type(record)), document.values, document.front_matter):
        return False
    body = document.body.strip("\n")
    return document.text == f"---\n{document.front_matter}---\n" + (f"\n{body}\n" if body else "")
