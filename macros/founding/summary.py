"""What someone is shown before another network takes the place of this one, and what is left to do afterwards."""

from pathlib import Path
from typing import Any

from macros.founding.answers import Answers
from macros.founding.interview import Values, answers_in, questions, values_of
from macros.library.library import CONTENT
from macros.outputs.file import File
from macros.propose.skeleton import value_at
from macros.schema.durations import counted

_NEXT = f"""Look at it: make serve

It is empty. Add the first records in this order:
  make new KIND=theme TITLE="Time to learn"
  make new KIND=service TITLE="The name of a service"
  make new KIND=initiative TITLE="What it tried"
  make new KIND=meeting TITLE="First meeting"
Fill in the blanks in {CONTENT}/about/accessibility.md, and see that {CONTENT}/about/privacy.md is true of you.
Then: make check, make build, and commit."""


def summary(root: Path, values: Values, files: list[File]) -> str:
    """The answers with their numbers, what is deleted below `root`, and what is written instead."""
    new = {file.path for file in files}
    held = [path.relative_to(root).as_posix() for path in (root / CONTENT).rglob("*") if path.is_file()]
    changed = [file.path for file in files if not _is_there(root, file)]
    outside = sorted(path for path in changed if not path.startswith(f"{CONTENT}/"))
    inside = sorted(path.removeprefix(f"{CONTENT}/") for path in changed if path not in outside)
    gone = counted(len(set(held) - new), "file")
    return (
        f"These are your answers:\n\n{_numbered(values_of(answers_in(values)))}\n\n"
        f"This deletes {gone} in {root.resolve() / CONTENT}: the records, with their pictures and tables, and pages of the former "
        f"network. It writes there anew: {', '.join(inside)}. It changes {', '.join(outside)}. The forms on GitHub follow.\n"
    )


def what_is_left(answers: Answers) -> str:
    """What is told once the network is made: how to look at it, and what it still lacks."""
    translate = f"Menus are in the language {answers.language}. The pages in {CONTENT}/ are in English: translate them."
    return f"{answers.name} is ready. {_NEXT}" + ("" if answers.language.startswith("en") else f"\n{translate}")


def _numbered(values: Values) -> str:
    return "\n".join(
        f"{number:>3} {question.name}: {_shown(value_at(values, question.path))}"
        for number, question in enumerate(questions(), 1)
    )


def _shown(found: Any) -> str:
    return ", ".join(found) if isinstance(found, list) else "none" if found is None else str(found)


def _is_there(root: Path, file: File) -> bool:
    path = root / file.path
    return path.is_file() and path.read_bytes() == file.content
