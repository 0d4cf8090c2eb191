"""What records said at a former commit, as far as a change may not take it back."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError

from macros.records.document import Document, parse_document
from macros.records.fields import parse_day
from macros.records.library import CONTENT, kind_of


def former_reviews(root: Path, commit: str) -> Mapping[str, Sequence[date]]:
    """The days on which records had been reviewed by `commit`, by the path of each file changed since.

    Empty where there is no git, no such commit, or nothing has changed.
    """
    changed = _git(
        root, "diff", "--name-only", "--diff-filter=M", "--no-renames", "--relative", "-z", commit, "--", CONTENT
    )
    paths = [path for path in changed.decode(errors="replace").split("\0") if path.endswith(".md")]
    return {path: review_days(path, _git(root, "show", f"{commit}:./{path}")) for path in paths}


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


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
