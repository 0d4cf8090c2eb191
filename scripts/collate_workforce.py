"""Add up the counts of who stays and who leaves on this computer, and write a table in which no one can be recognised."""

import sys
from datetime import datetime
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.collate.files import FOLDER, how_to_decide, read_sheets, write_files
from macros.collate.headcounts import Choices
from macros.collate.refusal import Refusal
from macros.collate.workforce import Year, protected_figures
from macros.collate.workforce_files import workforce_files
from macros.library.public import PublicLibrary
from macros.lint.command_line import command, sound_library


@command()
@click.argument("files", nargs=-1, required=True, metavar="[SERVICE=]FILE...")
@click.option(
    "--starts",
    required=True,
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The first day of the twelve months: 2025-04-01.",
)
@click.option("--leave-out-unknown", is_flag=True, help="Leave out rows of services that the network does not have.")
@click.option("--no-role-if-unknown", is_flag=True, help="Count people of unknown roles without a role.")
@click.option("--out", type=FOLDER, help="Where to write. If it is not given, collated/ in the project's folder.")
def main(
    files: tuple[str, ...],
    starts: datetime,
    leave_out_unknown: bool,
    no_role_if_unknown: bool,
    out: Path | None,
    root: Path,
) -> None:
    """Add up the counts in FILES: sheets with a row for each service and role.

    A file in which everyone is from one service has the service in front: north=counts.xlsx.

    Nothing leaves this computer. Three files are written: the record of the figures, their table, and a report that is not for
    publishing.
    """
    library, day = sound_library(root, "Nothing was counted")
    public = PublicLibrary.of(library, day)
    try:
        choices = Choices(None, leave_out_unknown, no_role_if_unknown)
        lines, notes = read_sheets(files, choices, public)
        year = Year(starts.date(), sorted({line.service for line in lines}))
        table = protected_figures(lines, year, public)
    except Refusal as refusal:
        raise click.ClickException(f"{refusal}{how_to_decide(refusal)}") from None
    write_files(workforce_files(year, table, notes, public, day), out or root / "collated")


if __name__ == "__main__":
    main()
