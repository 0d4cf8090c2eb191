"""What records said at a former commit, as far as a change may not take it back."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError

from macros.kinds import KINDS
from macros.library.library import CONTENT, kind_of
from macros.schema.types import parse_day
from macros.source.document import Document, parse_document

# The last commit, which a project does not have before its first.
LATEST = "HEAD"


class CommitUnknown(Exception):
    """Git knows no commit of a name that somebody gave. Its text is the sentence for them."""


def baseline_reviews(root: Path, commit: str) -> Mapping[str, Sequence[date]]:
    """The days on which records had been reviewed by `commit`, by the path of each record changed since.

    Empty where nothing has changed, or where there is no git or no commit yet. Raises `CommitUnknown`.
    """
    if commit != LATEST:
        commit = _commit_called(root, commit)
    options = ("--name-only", "--diff-filter=M", "--no-renames", "--relative", "-z")
    changed = _git(root, "diff", *options, commit, "--", CONTENT)
    paths = [path for path in changed.decode(errors="replace").split("\0") if _is_record(path)]
    return {path: review_days(path, content) for path, content in _former_files(root, commit, paths)} if paths else {}


def _commit_called(root: Path, name: str) -> str:
    """The commit's own name, which git takes for nothing else."""
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    if not found:
        raise CommitUnknown(f'Git knows no commit "{name}" here. Check its name, or fetch it first.')
    return found


def _is_record(path: str) -> bool:
    # Git is asked with a line for each, and no record may have such a name.
    return path.endswith(".md") and kind_of(path) in KINDS and "\n" not in path


def _former_files(root: Path, commit: str, paths: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """What each file held at `commit`. Git is started once for all of them."""
    asked = "".join(f"{commit}:./{path}\n" for path in paths).encode()
    answer = BytesIO(_git(root, "cat-file", "--batch", given=asked))
    for path in paths:
        # A line that ends with the size, the file, and a line break; of what is not there, a line that says so.
        _, _, size = answer.readline().rstrip().rpartition(b" ")
        if size.isdigit():
            yield path, answer.read(int(size))
            answer.readline()


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


def _git(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], input=given, capture_output=True, check=False)
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
