"""What someone is shown before another network takes the place of this one."""

from pathlib import Path

from macros.library.library import CONTENT
from macros.outputs.file import File
from macros.schema.durations import counted

# A file in this folder would be a change that git does not have.
TO_KEEP = (
    "To use these answers later, save them in a file outside this folder and correct them there. "
    "Then run: make network FROM=../answers.yml"
)


def summary(root: Path, answers: str, files: list[File]) -> str:
    """The answers, what is deleted below `root`, and what is written instead."""
    new = {file.path for file in files}
    held = [path.relative_to(root).as_posix() for path in (root / CONTENT).rglob("*") if path.is_file()]
    changed = [file.path for file in files if not _is_there(root, file)]
    outside = sorted(path for path in changed if not path.startswith(f"{CONTENT}/"))
    gone = counted(len(set(held) - new), "file")
    pages = counted(len(changed) - len(outside), "file")
    return (
        f"These are your answers:\n\n{answers}\n"
        f"This deletes {gone} in {root.resolve() / CONTENT}: the records, with their pictures and tables, and pages of the former "
        f"network. It writes {pages} there anew and changes {', '.join(outside)}. The forms on GitHub follow.\n"
    )


def _is_there(root: Path, file: File) -> bool:
    path = root / file.path
    return path.is_file() and path.read_bytes() == file.content
