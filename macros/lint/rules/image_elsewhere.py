"""A picture comes from this site: a reader's browser does not contact anyone else.

Why: A picture from another site tells that site who is reading this page, and disappears when that site changes.
"""

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostics, RuleContext, RuleTopic
from macros.lint.messages import file_behind
from macros.lint.rules.markup_unsafe import can_be_read
from macros.source.folder import PICTURES

TOPIC = RuleTopic.LINKS
KINDS = RECORDS_AND_PAGES
AFTER = ("markup-unsafe",)
_NAME = "and write only its name here: ![What it shows](picture.png)"
_ON_GITHUB = '(on GitHub, open the folder, choose "Add file" and "Upload files", and drag it there)'


def check(context: RuleContext) -> Diagnostics:
    """Look for pictures that are on another site, pasted in or missing."""
    # What macros add to a written page is checked in the built site.
    for image in context.body.images:
        # Rule markup-unsafe reports an address that cannot be read.
        if "{{" in image.source or not can_be_read(image.source):
            continue
        parts = urlsplit(image.source)
        if parts.scheme == "data":
            message = f"This picture is pasted into the text. Save it as a file in this folder, {_NAME}"
        elif parts.scheme or parts.netloc:
            wrong = "This picture would come from another site, which could then track our readers."
            message = f"{wrong} Add the picture to this folder {_ON_GITHUB}, {_NAME}"
        elif not _is_picture(context, file_behind(context.document.path, unquote(parts.path))):
            message = f'There is no picture "{parts.path}". Add it to this folder, or check its name.'
        else:
            continue
        yield context.diagnostic(message, span=context.document.body_span(image.offset, len(image.source)))


def _is_picture(context: RuleContext, path: str) -> bool:
    return path in context.library.files and PurePosixPath(path).suffix.lower() in PICTURES
