"""Add up the counts of who stays and who leaves on this computer, and write a table in which no one can be recognised."""

import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.collate.files import DAY, OUT, read_sheets, write_collated
from macros.collate.headcounts import Choices
from macros.collate.workforce import Year, protected_figures
from macros.collate.workforce_files import workforce_files
from macros.library.public import PublicLibrary
from macros.lint.command_line import command


@command()
@click.argument("files", nargs=-1, required=True, metavar="[SERVICE=]FILE...")
@click.option(
    "--starts", required=True, type=DAY, metavar="DAY", help="The first day of the twelve months: 2025-04-01."
)
@click.option("--leave-out-unknown", is_flag=True, help="Leave out rows of services that the network does not have.")
@click.option("--no-role-if-unknown", is_flag=True, help="Count people of unknown roles without a role.")
@OUT
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

    def made(public: PublicLibrary, day: date) -> Mapping[str, str]:
        lines, notes = read_sheets(files, Choices(None, leave_out_unknown, no_role_if_unknown), public)
        year = Year(starts.date(), sorted({line.service for line in lines}))
        return workforce_files(year, protected_figures(lines, year, public), notes, public, day)

    write_collated(root, out, made)


if __name__ == "__main__":
    main()
