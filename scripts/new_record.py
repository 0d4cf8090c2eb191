"""Start a record: ask for required values on a terminal, and write a file with every field."""

import sys
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.kinds import KINDS
from macros.library.library import CONTENT, Library, read_library
from macros.library.today import today_in
from macros.lint.command_line import command
from macros.lint.diagnostics import did_you_mean, listed
from macros.propose.next_meeting import NoMeetingHeld, draft_of, name_of, next_meeting_draft, summary_of
from macros.propose.skeleton import ask_for_values, draft, finished, record_name, what_is_wrong


@command()
@click.argument("kind")
@click.argument("title", default="")
@click.option(
    "--next", "follows", is_flag=True, help="Prepare the meeting after the latest one, with or without TITLE."
)
def main(kind: str, title: str, follows: bool, root: Path) -> None:
    """Write a new record of this KIND, called TITLE, to fill in.

    On a terminal it asks for what the record needs first; press Enter to leave a field for later, and Ctrl-D to leave the rest.
    With --next it asks nothing.
    """
    kind = kind.lower().replace("-", "_")
    if kind not in KINDS:
        choices = did_you_mean(kind, KINDS) or f" Choose from: {listed([*KINDS])}."
        raise click.ClickException(f'There is no kind "{kind}".{choices}')
    if follows and kind != "meeting":
        raise click.UsageError("--next prepares a meeting: new_record.py meeting --next")
    if not (follows or title):
        raise click.UsageError('Say what it is called: new_record.py initiative "Lunch club"')
    library = read_library(root)
    if title and (wrong := what_is_wrong(kind, {"title": title}, ("title",), library)):
        raise click.ClickException(wrong)
    if title and not record_name(kind, title):
        raise click.ClickException("The title needs a few letters from a to z: the name of the file is made of them.")
    if follows:
        _prepare_next(title, library)
    else:
        _start(kind, title, library)


def _start(kind: str, title: str, library: Library) -> None:
    path = _new_path(kind, record_name(kind, title), library)
    day = today_in(library.network)
    values = {"title": title, "added": day.isoformat()}
    if sys.stdin.isatty():
        click.echo("Press Enter to leave a blank for later, and Ctrl-D to leave all the rest.")
        values = ask_for_values(kind, title, day, library, _ask)
        click.echo()
    if text := finished(kind, values):
        more = f"What else it can have is on the site, at contribute/fields/{kind}/."
        _write(path, text, library, f"{more} To check it, run")
    else:
        headings = " and write under each heading" if KINDS[kind].SECTIONS else ""
        _write(path, draft(kind, values, library), library, f"Fill in the blanks{headings}, then run")


def _prepare_next(title: str, library: Library) -> None:
    day = today_in(library.network)
    try:
        meeting = next_meeting_draft(library, day)
    except NoMeetingHeld as nothing:
        raise click.ClickException(str(nothing)) from None
    path = _new_path("meeting", name_of(meeting, title), library)
    broken = [name for name, one in library.documents.items() if one.kind == "meeting" and library.at(name) is None]
    if broken:
        raise click.ClickException(f"{broken[0]} has a mistake, so we do not know what it left open. Fix it first.")
    click.echo("\n".join(summary_of(meeting, library)))
    _write(path, draft_of(meeting, title, library, day), library)


def _new_path(kind: str, name: str, library: Library) -> str:
    path = f"{CONTENT}/{KINDS[kind].FOLDER}/{name}.md"
    if (library.root / path).exists():
        raise click.ClickException(f"There is already a file {path}. Choose another title, or change that file.")
    return path


def _write(path: str, text: str, library: Library, then: str = "Fill in the blanks, then run") -> None:
    (library.root / path).parent.mkdir(parents=True, exist_ok=True)
    (library.root / path).write_text(text, encoding="utf-8")
    click.echo(f"Wrote {path}. {then}: make check FILES={path}")


def _ask(name: str, prompt: str) -> str:
    click.echo(f"\n{prompt}")
    return input(f"{name}: ")


if __name__ == "__main__":
    main()
