"""A record has no personal data: no NHS or national insurance number, no birth date, home address or private contact.

Why: What is published can be copied within minutes, and stays in the history of the files after it is taken off the
page. For anyone it is about, that can do real harm.
"""

from contextlib import suppress

from macros.library.library import Library
from macros.lint.diagnostics import EVERY_FILE, Diagnostic, Diagnostics, RuleContext, RuleTopic
from macros.lint.people.messages import certain
from macros.lint.people.seen_in import in_name, seen_in
from macros.source.diagnostic import Span
from macros.source.document import Document
from macros.source.settings import SETTINGS_FILE

TOPIC = RuleTopic.PEOPLE
KINDS = EVERY_FILE


def check(context: RuleContext) -> Diagnostics:
    """Look for what is certainly personal in the text of the file and its name."""
    for place, looks in seen_in(context, is_certain=True):
        yield context.diagnostic(certain(looks, in_name=place is None), span=place)


def check_library(library: Library) -> Diagnostics:
    """Look for what is certainly personal in the names of pictures and folders, and in the settings of the site."""
    with suppress(OSError, UnicodeDecodeError):
        text = (library.root / SETTINGS_FILE).read_text(encoding="utf-8")
        yield from check(RuleContext(library, Document(SETTINGS_FILE, "settings", "mkdocs", text=text), None))
    for path in sorted(library.files - library.documents.keys()):
        for one in in_name(path.partition("/")[2], library.network.role_words):
            if one.is_certain:
                yield Diagnostic(path, Span(), certain(one.looks, in_name=True))
