"""Make another network of this project: its settings, its colours and its written pages, and none of the records."""

import shutil
import subprocess
import sys
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.founding.agreement import agreed
from macros.founding.interview import Values, answers_in, interview, is_complete
from macros.founding.network_files import copy_of_project, new_files
from macros.founding.saved_answers import saved, values_in
from macros.founding.summary import what_is_left
from macros.library.library import CONTENT, NetworkUnreadable
from macros.lint.command_line import ROOT, command
from macros.lint.engine import network_diagnostics
from macros.lint.report import one_line
from macros.outputs.file import File


@command()
@click.option("--from", "file", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="A YAML file.")
@click.option(
    "--into", type=click.Path(path_type=Path, file_okay=False), help="A new folder, for a copy of the project."
)
@click.option("--yes", is_flag=True, help="Do not ask before the records are deleted.")
def main(file: Path | None, into: Path | None, yes: bool, root: Path) -> None:
    """Ask what the new network is called and the rest, or read it from a file, and make the network.

    The records and the pages about the former network are deleted. So git must have everything, and you are asked first. With
    --into, this folder stays as it is.
    """
    if into is None and _git(root, "status", "--porcelain"):
        raise click.ClickException("There are changes that git does not have yet. Commit them first, or use --into.")
    if into is not None and into.exists() and any(into.iterdir()):
        raise click.ClickException(f'"{into}" is not empty. Choose a new folder.')
    copy = copy_of_project(root, _git(root, "config", "--default", "", "--get", "remote.origin.url"))
    known = {"repository": copy} if copy else {}
    values = known | ({} if file is None else _from(file))
    try:
        if not is_complete(values):
            interview(_ask, click.echo, values)
        is_wanted = bool(into or yes) or agreed(root, values, _ask, click.echo)
    except (KeyboardInterrupt, EOFError):
        is_wanted = False
    if not is_wanted:
        click.echo(f"\nNothing was changed.{saved({} if values == known else values, root)}")
        return
    answers = answers_in(values)
    files = list(new_files(root, answers))
    if into is not None:
        _copy(root, into)
    _write(into or root, files)
    for name in ("generate", "validate"):
        done = subprocess.run([sys.executable, ROOT / f"scripts/{name}.py", "--root", into or root], check=False)
        if done.returncode:
            raise click.ClickException(f"The network is written, but scripts/{name}.py found what is above.")
    click.echo(what_is_left(answers))


def _from(file: Path) -> Values:
    try:
        return values_in(file, may_ask=sys.stdin.isatty())
    except NetworkUnreadable as unreadable:
        raise click.ClickException("\n".join(map(one_line, network_diagnostics(unreadable)))) from None


def _ask(label: str, prompt: str) -> str:
    click.echo(f"\n{prompt}")
    return input(f"{label}: ")


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", root, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise click.ClickException(f'"{root}" is not a folder that git looks after: git clone the project first.')
    return done.stdout


def _copy(root: Path, into: Path) -> None:
    for path in _git(root, "ls-files", "-z", "--cached").split("\0"):
        if path and (root / path).is_file():
            (into / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / path, into / path)


def _write(root: Path, files: list[File]) -> None:
    shutil.rmtree(root / CONTENT)
    for file in files:
        (root / file.path).parent.mkdir(parents=True, exist_ok=True)
        (root / file.path).write_bytes(file.content)


if __name__ == "__main__":
    main()
