"""Write the files derived from the models: issue forms, editor schemas, and the forms' script."""

import sys
from itertools import chain
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.collate.page_words import words_script
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.library.today import today_in
from macros.lint.command_line import command
from macros.minutes.page_script import minutes_script
from macros.propose.generated_files import differing, generated_files


@command()
@click.option("--check", is_flag=True, help="Only say what differs.")
def main(check: bool, root: Path) -> None:
    """Write the files that are derived from the models. With --check, ends with 1 if any would change."""
    library = read_library(root)
    public = PublicLibrary.of(library, today_in(library.network))
    changed = list(
        differing(root, chain(generated_files(root, public), [words_script(), minutes_script()]), strictly=not check)
    )
    for file in changed:
        if check:
            click.echo(f"{file.path} is not what the models say. Run: make generate", err=True)
        else:
            (root / file.path).parent.mkdir(parents=True, exist_ok=True)
            (root / file.path).write_bytes(file.content)
            click.echo(f"Wrote {file.path}")
    if not changed:
        click.echo("All generated files are up to date.")
    sys.exit(1 if check and changed else 0)


if __name__ == "__main__":
    main()
