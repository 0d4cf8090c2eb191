"""Reading the table beside a record, column by column: few of its values differ."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import TypeAdapter

from macros.kinds import Record, TableRow
from macros.schema.description import FieldDescription, described
from macros.schema.network import Network
from macros.source.table import TABLE, Table, read_table


def table_path(record_path: str) -> str:
    """The path of the table beside the record at this path."""
    return f"{record_path.removesuffix('.md')}{TABLE}"


def read_rows(path: Path, shown_path: str, model: type[Record], network: Network) -> tuple[Table, Sequence[TableRow]]:
    """The table in the file at `path`, and its rows if nothing is wrong with it. What is wrong becomes faults of the table."""
    assert model.ROW is not None
    table = read_table(path, shown_path)
    return table, rows_in(table, model.ROW, network)


def rows_in(table: Table, row_model: type[TableRow], network: Network) -> Sequence[TableRow]:
    """The rows of a table, or none if anything is wrong with it. What is wrong becomes faults of the table."""
    fields = described(row_model)
    if not table.faults and list(table.columns) != list(fields):
        table.refuse(f'The first line names the columns, in this order: "{",".join(fields)}".')
    if table.faults:
        return ()
    values = [_column(table, index, row_model, network) for index in range(len(fields))]
    if table.faults:
        return ()
    return [
        row_model.model_construct(
            **{name: of_text[text] for name, of_text, text in zip(fields, values, row, strict=True)}
        )
        for row in table.rows
    ]


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
