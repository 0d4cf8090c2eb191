"""Text is plain Markdown: no raw HTML, no scripts, no attributes, and links that start with https, http or mailto.

Why: HTML can run programs in the browser of everyone who opens the page, and causes problems for people who use a
screen reader or print it.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from macros.lint.diagnostics import EVERY_FILE, Diagnostic, RuleContext, RuleTopic

TOPIC = RuleTopic.SAFETY
KINDS = EVERY_FILE
_SCHEMES = {"", "https", "http", "mailto"}
# What browsers take for the start of HTML. In "p < 0.001" they see a sign.
_TAG = re.compile(r"<[A-Za-z/!?]")
_HTML = (
    "This is HTML, the code of web pages, which is not allowed in a text. Write just the words. If you mean the character <, put a space "
    "after it, or write it between backticks: `<`"
)
_PICTURE = (
    'This picture is written as HTML. Add it to the folder of this record (on GitHub, open the folder, choose "Add file" and '
    '"Upload files", and drag it there), and write it here as ![What it shows](picture.png)'
)
_COMMENT = (
    "Readers never see this note (<!-- -->), and it stays in the file. Write what matters in the text, and delete this."
)
_BREAK = "Do not use HTML for a new line. End the line above with a backslash (\\), or leave an empty line for a new paragraph."
_BREAK_IN_CELL = "A cell of a table holds one line. Put what comes after this into a row of its own, or after a comma."
ATTRIBUTE = "This is code of web pages, which is not allowed in a record. Take it out, with the brackets around it."


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for HTML in values, and for HTML, attributes and unsafe addresses in the body."""
    document = context.document
    if "<" in document.front_matter:
        # A value of the wrong type is one error only, such as "A team <team@example.org>" for an address.
        wrong = {rejection.location for rejection in document.rejections if rejection.code == "type-wrong"}
        for location, text in context.texts:
            if _TAG.search(text) and location not in wrong:
                yield context.diagnostic(
                    'A field cannot have "<" before a letter or a slash, as in HTML. Put a space after it ("p < q"), or take it out.',
                    location,
                )
    # An HTML element yields several constructs (start, attributes and end): report it once.
    seen: set[int] = set()
    for construct in sorted(context.body.constructs, key=lambda construct: construct.offset):
        span = document.body_span(construct.offset, len(construct.snippet))
        if span.line in seen or (seen and construct.snippet.startswith("</")):
            continue
        seen.add(span.line)
        yield context.diagnostic(_remedy(construct.snippet, document.line(span.line)), span=span)
    for image in context.body.images:
        if not can_be_read(image.source):
            yield context.diagnostic(
                "The address of this picture cannot be read. Use the name of a file beside this one, such as picture.png.",
                span=document.body_span(image.offset, len(image.source)),
            )
    for link in context.body.links:
        if not _is_safe(link.target) or "\0" in unquote(link.target):
            yield context.diagnostic(
                "A link must start with https://, http:// or mailto:, or go to a file of this site. Write an address that "
                "every reader can open, such as https://www.example.org/, or take the link out.",
                span=document.body_span(link.offset, len(link.target)),
            )


def _remedy(snippet: str, line: str) -> str:
    if not snippet.startswith("<"):
        return ATTRIBUTE
    if snippet.startswith("<!--"):
        return _COMMENT
    if snippet[:4].lower() == "<img":
        return _PICTURE
    if snippet.lower().startswith("<br"):
        return _BREAK_IN_CELL if "|" in line else _BREAK
    return _HTML


def can_be_read(target: str) -> bool:
    """Whether an address can be taken apart."""
    try:
        urlsplit(target)
    except ValueError:
        return False
    return True


def _is_safe(target: str) -> bool:
    if not can_be_read(target):
        return False
    parts = urlsplit(target)
    return parts.scheme.lower() in _SCHEMES and not (parts.netloc and not parts.scheme) and "\\" not in target
