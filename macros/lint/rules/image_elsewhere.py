"""A picture comes from this site: a reader's browser calls nobody else.

Why: A picture from another site tells that site who reads this page, and is gone when that site changes.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic
from macros.lint.messages import file_behind
from macros.source.folder import PICTURES

TOPIC = RuleTopic.LINKS
AFTER = ("markup-unsafe",)


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for pictures that are on another site, pasted in or missing."""
    for image in context.body.images:
        span = context.document.body_span(image.offset, len(image.source))
        parts = urlsplit(image.source)
        if parts.scheme == "data":
            yield context.diagnostic(
                "This picture is pasted into the text. Save it as a file in the folder of this record, and write only its name "
                "here: ![What it shows](picture.png)",
                span=span,
            )
        elif parts.scheme or parts.netloc:
            yield context.diagnostic(
                "This picture would be fetched from another site, which would then know our readers. Add the picture to the folder of "
                'this record (on GitHub, open the folder, choose "Add file" and "Upload files", and drag it there), and write only its '
                "name here: ![What it shows](picture.png)",
                span=span,
            )
        elif not _is_picture(context, file_behind(context.document.path, unquote(parts.path))):
            yield context.diagnostic(
                f'There is no picture "{parts.path}". Add it to the folder of this record, or check its name.',
                span=span,
            )


def _is_picture(context: RuleContext, path: str) -> bool:
    return path in context.library.files and PurePosixPath(path).suffix.lower() in PICTURES
