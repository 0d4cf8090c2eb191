"""What files said at a former commit."""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from macros.source.document import Document, parse_document

# The last commit, which a project does not have before its first.
LATEST = "HEAD"


class CommitUnknown(Exception):
    """Git knows no commit of a name that somebody gave. Its text is the sentence for them."""


def former_documents(root: Path, commit: str, folder: str) -> Mapping[str, Document]:
    """The Markdown files below `folder` that have changed since `commit`, by their paths, as they were then.

    Empty where nothing has changed, or where there is no git or no commit yet. Raises `CommitUnknown`.
    """
    if commit != LATEST:
        commit = _commit_called(root, commit)
    options = ("--name-only", "--diff-filter=M", "--no-renames", "--relative", "-z")
    changed = _git(root, "diff", *options, commit, "--", folder).decode(errors="replace").split("\0")
    # Git is asked with a line for each.
    paths = [path for path in changed if path.endswith(".md") and "\n" not in path]
    return {path: former_document(path, content) for path, content in _contents(root, commit, paths)} if paths else {}


def former_document(path: str, content: bytes) -> Document:
    """A file that held this."""
    document = Document(path=path, kind="", id=Path(path).stem)
    parse_document(document, content)
    return document


def _commit_called(root: Path, name: str) -> str:
    """The commit's own name, which git takes for nothing else."""
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    if not found:
        raise CommitUnknown(f'Git knows no commit "{name}" here. Check its name, or fetch it first.')
    return found


def _contents(root: Path, commit: str, paths: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """What each file held at `commit`. Git is started once for all of them."""
    asked = "".join(f"{commit}:./{path}\n" for path in paths).encode()
    answer = BytesIO(_git(root, "cat-file", "--batch", given=asked))
    for path in paths:
        # A line that ends with the size, the file, and a line break; of what is not there, a line that says so.
        _, _, size = answer.readline().rstrip().rpartition(b" ")
        if size.isdigit():
            yield path, answer.read(int(size))
            answer.readline()


def _git(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], input=given, capture_output=True, check=False)
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
