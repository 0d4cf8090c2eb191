"""Files as they were at an earlier commit."""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from macros.source.document import Document, parse_document
from macros.source.table import TABLE

# The last commit. A new project has none yet.
LATEST = "HEAD"


class CommitUnknown(Exception):
    """Git has no commit with the given name. The message is written for users."""


def former_documents(root: Path, commit: str, folder: str) -> Mapping[str, Document]:
    """The Markdown files and tables in `folder` that were changed, renamed or deleted since `commit`, as they were then.

    Of a table, a document has only the text. Empty if nothing has changed, git is not installed or there is no commit yet. Raises
    `CommitUnknown`.
    """
    if commit != LATEST:
        commit = _commit_called(root, commit)
    options = ("--name-only", "--diff-filter=MD", "--no-renames", "--relative", "-z")
    changed = _git(root, "diff", *options, commit, "--", folder).decode(errors="replace").split("\0")
    # `git cat-file --batch` reads one path per line.
    paths = [path for path in changed if path.endswith((".md", TABLE)) and "\n" not in path]
    return {path: former_document(path, content) for path, content in _contents(root, commit, paths)} if paths else {}


def former_document(path: str, content: bytes) -> Document:
    """The document parsed from `content`."""
    document = Document(path=path, kind="", id=Path(path).stem)
    if path.endswith(TABLE):
        document.text = content.decode("utf-8", "replace")
    else:
        parse_document(document, content)
    return document


def _commit_called(root: Path, name: str) -> str:
    """The hash of the commit called `name`, which git cannot mistake for an option or a path."""
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    if not commit:
        raise CommitUnknown(f'Git knows no commit "{name}" here. Check its name, or fetch it first.')
    return commit


def _contents(root: Path, commit: str, paths: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The path and content of each file at `commit`, from a single git process."""
    request = "".join(f"{commit}:./{path}\n" for path in paths).encode()
    answer = BytesIO(_git(root, "cat-file", "--batch", stdin=request))
    for path in paths:
        # git prints a header line that ends with the size, the content and a line break; only a header if the file is missing.
        _, _, size = answer.readline().rstrip().rpartition(b" ")
        if size.isdigit():
            yield path, answer.read(int(size))
            answer.readline()


def _git(root: Path, *arguments: str, stdin: bytes | None = None) -> bytes:
    try:
        result = subprocess.run(["git", "-C", str(root), *arguments], input=stdin, capture_output=True, check=False)
    except OSError:
        return b""
    return result.stdout if result.returncode == 0 else b""
