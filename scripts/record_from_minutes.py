"""Make the record of a meeting from its minutes in a Word file, after showing what would change."""

import sys
from collections.abc import Sequence
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.library.library import read_library
from macros.library.today import today_in
from macros.lint.command_line import command
from macros.lint.diagnostics import Diagnostic, Level
from macros.minutes.archive import Refused
from macros.minutes.check import PERSONAL, checked
from macros.minutes.file import read_file
from macros.minutes.outcome import LISTS
from macros.minutes.record import Draft, drafted
from macros.minutes.saying import say, write_if_agreed
from macros.source.invisible import made_visible
from macros.source.settings import SETTINGS_FILE, read_settings, text_of

_NEXT_STEP = "To answer the questions, correct the Word file and run this again, or change the record."
_A_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@command()
@click.argument("file", type=_A_FILE)
@click.option(
    "--meeting", default="", help="The meeting, if the file does not say which: the name of its record, without .md."
)
@click.option("--write", is_flag=True, help="Write the record without asking.")
def main(file: Path, meeting: str, write: bool, root: Path) -> None:
    """Make the record of a meeting from FILE: .docx, or .doc, .odt or .rtf if LibreOffice is installed.

    Shows what was understood, what it asks, what it leaves out and what would change. Writes only with --write, or if you say so.
    """
    # The file first: one that is refused needs no records.
    try:
        read = read_file(file)
        library = read_library(root)
        day = today_in(library.network)
        draft = drafted(read, library, day, text_of(read_settings(root / SETTINGS_FILE), "site_url"), meeting)
    except Refused as refused:
        raise click.ClickException(str(refused)) from None
    diagnostics = checked(draft.path, draft.text, library, day)
    personal = any(one.rule == PERSONAL for one in diagnostics)
    _tell(draft, diagnostics)
    write_if_agreed(root, draft.path, draft.text, write=write, is_personal=personal, next_step=_NEXT_STEP)


def _tell(draft: Draft, diagnostics: Sequence[Diagnostic]) -> None:
    told = draft.told
    for name, heading in LISTS.items():
        say(heading, getattr(told, name))
    say("To fix before it can be published", [one.message for one in diagnostics if one.level is Level.ERROR])
    click.echo(f"\nWhat would change in {draft.path}:\n" if draft.before else f"\nA new record, {draft.path}:\n")
    click.echo("\n".join(map(made_visible, (draft.difference if draft.before else draft.text).split("\n"))))


if __name__ == "__main__":
    main()
