"""A table beside a record, as comma-separated values, and the position of each cell."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.source.diagnostic import Span
from macros.source.limits import MOST_REJECTIONS

TABLE = ".csv"
# 25 services, 40 questions and 7 answers come to a quarter of this.
MAX_TABLE_BYTES = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class TableFault:
    """Something wrong with a table, in words. `written` is the text of a cell that may be a slip for one of `known`."""

    span: Span
    wrong: str
    written: str = ""
    known: Sequence[str] = ()


@dataclass(slots=True)
class Table:
    """A table as it was read: the names of its columns, and the cells of each row as text.

    A cell is a name or a number, so it never needs quotation marks. `path` is relative to the project.
    """

    path: str
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    faults: list[TableFault] = field(default_factory=list)

    def span(self, row: int, column: int) -> Span:
        """The span in the file of a cell. Rows count from 0 below the names of the columns."""
        cells = self.rows[row]
        return Span(row + 2, sum(len(cell) + 1 for cell in cells[:column]) + 1, max(len(cells[column]), 1))

    def refuse(self, wrong: str, span: Span | None = None, written: str = "", known: Sequence[str] = ()) -> None:
        """Note what is wrong with the table, unless that has been said often enough."""
        if len(self.faults) < MOST_REJECTIONS:
            self.faults.append(TableFault(span or Span(), wrong, written, known))


def read_table(path: Path, shown_path: str) -> Table:
    """The table in the file at `path`. What is wrong with it becomes faults, never exceptions."""
    table = Table(shown_path)
    try:
        data = path.read_bytes()
    except OSError as error:
        table.refuse(f"This file cannot be read: {error.strerror or 'it cannot be opened'}.")
        return table
    if len(data) > MAX_TABLE_BYTES:
        table.refuse(f"This table is larger than {MAX_TABLE_BYTES // 1024} kB. Let the collating tool write it.")
        return table
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        table.refuse("This table is not saved as UTF-8. Let the collating tool write it.")
        return table
    return parsed_table(shown_path, text)


def parsed_table(shown_path: str, text: str) -> Table:
    """The table in a text."""
    table = Table(shown_path)
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    names = lines[0].split(",")
    if len(names) == 1 and (";" in names[0] or "\t" in names[0]):
        table.refuse("The columns are not separated by commas. A spreadsheet has saved it: take the file as it was.")
        return table
    rows: list[Sequence[str]] = []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split(",")
        if '"' in line:
            table.refuse("A cell is a name or a number, so take the quotation marks out.", Span(number))
        if len(cells) != len(names):
            table.refuse(
                f"This row has {len(cells)} cells, and the first line names {len(names)} columns.", Span(number)
            )
            cells = [*cells, *names][: len(names)]
        rows.append(cells)
    table.columns, table.rows = names, rows
    return table
