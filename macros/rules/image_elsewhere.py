"""A picture comes from this site: a reader's browser calls nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from macros.rulebook.finding import Case, Mistake
from macros.rulebook.wording import file_behind

AFTER = ("markup-unsafe",)


def check(case: Case) -> Iterator[Mistake]:
    """Look for pictures with an address of another site, and for files that are not there."""
    for image in case.body.images:
        span = case.document.body_span(image.offset, len(image.source))
        parts = urlsplit(image.source)
        if parts.scheme == "data":
            yield case.mistake(
                "This picture is written into the text. Save it as a file in the folder of the record and use its file name.",
                span=span,
            )
        elif parts.scheme or parts.netloc:
            yield case.mistake(
                "This picture would be fetched from another site, which would then know our readers. "
                "Put the picture into the folder of the record and use its file name.",
                span=span,
            )
        elif not (case.library.root / file_behind(PurePosixPath(case.document.path), parts.path)).is_file():
            yield case.mistake(f'There is no picture "{parts.path}". Check its name and folder.', span=span)
