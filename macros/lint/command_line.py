"""What the commands in scripts/ share: each refusal is a sentence that says what to do."""

import os
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from macros.library.library import CONTENT, Library, NetworkUnreadable, read_library
from macros.library.sharing import ProcessLost
from macros.library.today import today_in
from macros.lint.diagnostics import Diagnostic, Level
from macros.lint.engine import check_library
from macros.lint.report import one_line
from macros.lint.unforeseen import unforeseen
from macros.source.baseline import CommitUnknown
from macros.source.invisible import made_visible
from macros.source.settings import SettingsUnreadable

# Pydantic reads the metadata of every installed package to find plugins. The commands need none.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

ROOT = Path(__file__).resolve().parents[2]
# What a command may meet. Anything else is a fault of the program.
_EXPECTED = (
    *(click.ClickException, click.exceptions.Exit, click.Abort),
    *(NetworkUnreadable, SettingsUnreadable, CommitUnknown, ProcessLost, subprocess.SubprocessError, OSError),
)
_GITHUB = "gh"
_REMEDIES: dict[type[OSError], str] = {
    PermissionError: "Ask for permission to change it, or choose another folder",
    IsADirectoryError: "It is a folder: give it another name, or choose another folder",
    NotADirectoryError: "A part of its path is a file, not a folder: choose another",
    FileExistsError: "A part of its path is a file, not a folder: choose another",
}


def command(kind: type[click.ClickException] = click.ClickException) -> Callable[[Callable[..., None]], click.Command]:
    """A decorator that makes a command of a function, with the project's folder as `--root`.

    Errors from files, settings or programs become an exception of type `kind` with a helpful message.
    """
    folder = click.Path(path_type=Path, file_okay=False)
    root = click.option("--root", type=folder, default=ROOT, help="The project's folder.")
    return lambda function: click.command()(root(_refusals(kind)(function)))


@contextmanager
def _refusals(kind: type[click.ClickException]) -> Iterator[None]:
    try:
        yield
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except Exception as error:
        raise kind(made_visible(_sentence(error))) from None


def _sentence(error: Exception) -> str:
    """What to tell the user: what to do or, if the program has a fault, who to tell."""
    if isinstance(error, NetworkUnreadable | SettingsUnreadable | CommitUnknown):
        return str(error)
    if isinstance(error, ProcessLost):
        return (
            "The computer has ended one of the processes that did this, which happens most often when there is no memory left. Close "
            "other programs, and start this again."
        )
    if isinstance(error, subprocess.CalledProcessError | subprocess.TimeoutExpired) and error.cmd[0] == _GITHUB:
        return "GitHub did not do what we asked. Look at what gh says above; gh auth status says who you are to it."
    if isinstance(error, OSError) and error.filename == _GITHUB:
        return 'There is no program "gh" to run. Install it from https://cli.github.com/.'
    if isinstance(error, OSError) and error.filename:
        remedy = _REMEDIES.get(type(error), "Fix that, then run this again")
        return f'"{error.filename}" cannot be used: {error.strerror}. {remedy}.'
    return one_line(unforeseen(error))


def fault_in(error: Exception) -> Diagnostic:
    """The diagnostic for a fault of the program. Raises `error` itself if it is none."""
    if isinstance(error, _EXPECTED):
        raise error
    return unforeseen(error)


def sound_library(root: Path, undone: str) -> tuple[Library, date]:
    """The library and today's date. Raises `ClickException` if records have errors; `undone` says what was not done."""
    library = read_library(root)
    day = today_in(library.network)
    if any(diagnostic.level is Level.ERROR for diagnostic in check_library(library, day)):
        remedy = "Run scripts/validate.py first. It tells you where they are and what to do."
        raise click.ClickException(f"{undone}: the records have errors. {remedy}")
    return library, day


def shown_paths(files: Iterable[Path], root: Path) -> set[str]:
    """The paths as in the library. Raises `UsageError` if a file is missing or outside content/."""
    shown = set()
    for file in files:
        path = file.resolve()
        if not path.is_file():
            raise click.UsageError(f'There is no file "{file}".')
        if not path.is_relative_to(root / CONTENT):
            raise click.UsageError(f'"{file}" is not below content/, so there is nothing to check in it.')
        shown.add(path.relative_to(root).as_posix())
    return shown
