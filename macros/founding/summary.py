"""What someone is shown before another network takes the place of this one, and what is left to do afterwards."""

from pathlib import Path

from macros.founding.answers import Answers
from macros.founding.interview import Values, answers_in, questions, shown, values_of
from macros.library.library import CONTENT
from macros.outputs.file import File
from macros.propose.skeleton import value_at
from macros.schema.durations import counted

_NEXT = f"""Look at it: make serve

It is empty. Add the first records in this order:
  make new KIND=theme TITLE="Time to learn"
  make new KIND=service TITLE="The name of a service"
  make new KIND=initiative TITLE="What it tried"
  make new KIND=meeting TITLE="Spring meeting"

Two pages make promises in your name, and no check can tell whether they are true:
  {CONTENT}/about/accessibility.md has blanks: who tested the site, and when
  {CONTENT}/about/privacy.md says what happens to what people send
Then: make generate, make check, make build, and commit."""


def summary(root: Path, values: Values, files: list[File]) -> str:
    """The answers with their numbers, what is deleted below `root`, and what is written instead."""
    new = {file.path for file in files}
    held = [path.relative_to(root).as_posix() for path in (root / CONTENT).rglob("*") if path.is_file()]
    changed = [file.path for file in files if not _is_there(root, file)]
    outside = [path for path in changed if not path.startswith(f"{CONTENT}/")]
    gone, anew = counted(len(set(held) - new), "file"), counted(len(changed) - len(outside), "page")
    return (
        f"These are your answers:\n\n{_numbered(values_of(answers_in(values)))}\n\n"
        f"This deletes {gone} in {root.resolve() / CONTENT}: the records, with their pictures and tables, and pages of the former "
        f"network. It writes {anew} there, and {counted(len(outside), 'file')} elsewhere. git keeps the former ones: afterwards, "
        '"git status" lists what changed.\n'
    )


def what_is_left(answers: Answers) -> str:
    """What is told once the network is made: how to look at it, and what it still lacks."""
    translate = f"Menus are in the language {answers.language}. The pages in {CONTENT}/ are in English: translate them."
    return f"{answers.name} is ready. {_NEXT}" + ("" if answers.language.startswith("en") else f"\n{translate}")


def _numbered(values: Values) -> str:
    return "\n".join(
        f"{number:>3} {question.name}: {shown(value_at(values, question.path))}"
        for number, question in enumerate(questions(), 1)
    )


def _is_there(root: Path, file: File) -> bool:
    path = root / file.path
    return path.is_file() and path.read_bytes() == file.content
