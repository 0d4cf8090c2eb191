"""Draft an initiative from the slides of a presentation, after showing it."""

import sys
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.library.library import read_library
from macros.library.today import today_in
from macros.lint.command_line import command
from macros.minutes.archive import Refused
from macros.minutes.check import PERSONAL, checked
from macros.minutes.file import bytes_of
from macros.minutes.from_slides import initiative_from
from macros.minutes.saying import say, write_if_agreed
from macros.minutes.slides import slides_in

_A_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@command()
@click.argument("file", type=_A_FILE)
@click.option("--write", is_flag=True, help="Write the draft without asking.")
def main(file: Path, write: bool, root: Path) -> None:
    """Draft an initiative from FILE, a presentation that ends with .pptx.

    Shows the draft, what it asks and what it leaves out. What the speaker's notes say is shown too, and is not in the draft.
    """
    try:
        slides = slides_in(bytes_of(file))
        library = read_library(root)
        day = today_in(library.network)
        made = initiative_from(slides, library, day)
    except Refused as refused:
        raise click.ClickException(str(refused)) from None
    say("Questions for you", made.questions)
    say("Left out of the draft", made.left_out)
    say("What the speaker's notes say, to use if you like", made.notes)
    click.echo(f"\nA new record, {made.path}:\n\n{made.text}")
    personal = any(one.rule == PERSONAL for one in checked(made.path, made.text, library, day))
    write_if_agreed(
        root,
        made.path,
        made.text,
        write=write,
        is_personal=personal,
        next_step="Answer the questions by changing the record.",
    )


if __name__ == "__main__":
    main()
