"""Reading the table beside a record, column by column: few of its values differ."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import TypeAdapter

from macros.figures.table import Cells, Entry, entry_of
from macros.kinds import Record, TableRow
from macros.schema.description import FieldDescription, described
from macros.schema.network import Network
from macros.schema.protected import Cell
from macros.source.table import TABLE, Table, read_table


def table_path(record_path: str) -> str:
    """The path of the table beside the record at this path."""
    return f"{record_path.removesuffix('.md')}{TABLE}"


def read_rows(record: Record, path: Path, shown_path: str, network: Network) -> Table:
    """Give a record the table in the file at `path`, if nothing is wrong with it. What is wrong becomes faults of the table."""
    model = type(record).ROW
    assert model is not None
    table = read_table(path, shown_path)
    record._rows, record._cells = rows_in(table, model, network)
    return table


def rows_in(table: Table, row_model: type[TableRow], network: Network) -> tuple[Sequence[TableRow], Cells]:
    """What each row of a table is about, and the numbers of all rows by what they are about.

    There are none if anything is wrong with the table, which becomes faults of it.
    """
    fields = described(row_model)
    if not table.faults and list(table.columns) != list(fields):
        table.refuse(f'The first line names the columns, in this order: "{",".join(fields)}".')
    if table.faults:
        return (), {}
    values = [_column(table, index, row_model, network) for index in range(len(fields))]
    if table.faults:
        return (), {}
    rows: list[TableRow] = []
    cells: dict[Entry, Cell] = {}
    for texts in table.rows:
        *about, count = [of_text[text] for of_text, text in zip(values, texts, strict=True)]
        row, entry = _row(row_model, *about)
        rows.append(row)
        cells[entry] = count
    return rows, cells


@cache
def _row(model: type[TableRow], *about: Any) -> tuple[TableRow, Entry]:
    """A row without its number. The tables of several years have the same ones."""
    row = model.model_construct(**dict(zip(model.model_fields, about, strict=False)))
    return row, entry_of(row)


def _column(table: Table, index: int, model: type[TableRow], network: Network) -> Mapping[str, Any]:
    """The value of each text in a column."""
    field = described(model)[table.columns[index]]
    check, found = _check_of(model, field.name), {} if field.is_required else {"": None}
    for number, row in enumerate(table.rows):
        text = row[index]
        if text not in found:
            try:
                # Most types do not refuse a blank, which in a record is a field that is not there.
                found[text] = check.validate_python(text or None, context=network)
            except ValueError:
                known = [option.value for option in field.options(network)]
                table.refuse(_takes(field), table.span(number, index), text, known)
                found[text] = None
    return found


@cache
def _check_of(model: type[TableRow], name: str) -> Any:
    info = model.model_fields[name]
    annotated: Any = Annotated[info.annotation, *info.metadata]
    return TypeAdapter(annotated)


def _takes(field: FieldDescription) -> str:
    """What a cell of a column takes, as sentences."""
    return (
        f'The column "{field.name}" takes {field.written.takes}.'
        if field.written
        else f'In the column "{field.name}": {field.description}'
    )
