"""When records had been reviewed by a former commit, which a change may not take back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError

from macros.kinds import KINDS
from macros.library.library import CONTENT, kind_of
from macros.schema.types import parse_day
from macros.source.baseline import former_files
from macros.source.document import Document, parse_document


def baseline_reviews(root: Path, commit: str) -> Mapping[str, Sequence[date]]:
    """The days on which records had been reviewed by `commit`, by the path of each record changed since.

    Raises `CommitUnknown`.
    """
    return {path: review_days(path, content) for path, content in former_files(root, commit, CONTENT, _is_record)}


def _is_record(path: str) -> bool:
    return path.endswith(".md") and kind_of(path) in KINDS


def review_days(path: str, content: bytes) -> Sequence[date]:
    """The days of the reviews in the file of a record; what is no day is passed over."""
    document = Document(path=path, kind=kind_of(path), id=Path(path).stem)
    parse_document(document, content)
    reviews = document.values.get("reviews")
    return [*_days(reviews)] if isinstance(reviews, list) else []


def _days(reviews: list[Any]) -> Iterator[date]:
    for review in reviews:
        try:
            yield parse_day(review.get("date") if isinstance(review, dict) else None)
        except PydanticCustomError:
            continue
