"""The tables of people that records have, as CSV, and what their columns hold, as a Frictionless Table Schema.

Source: https://specs.frictionlessdata.io/table-schema/
"""

from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from macros.figures.table import cells_of, table_lines
from macros.kinds import KINDS, TableRow
from macros.library.public import PublicLibrary
from macros.outputs.file import File
from macros.pages.downloads import rows_file, rows_schema_file
from macros.schema.description import FieldDescription, described, label
from macros.schema.network import Network
from macros.schema.protected import HIDDEN


def published_tables(public: PublicLibrary) -> Iterator[File]:
    """The table of every record that has one, and the schema of each kind of table."""
    for model in KINDS.values():
        if model.ROW is None:
            continue
        yield File(rows_schema_file(model), to_json(table_schema(model.ROW, public.network), indent=2) + b"\n")
        for record in public.all_of(model).values():
            lines = table_lines(cells_of(record), model.ROW)
            yield File(rows_file(record), "".join(f"{line}\n" for line in lines).encode())


def table_schema(row: type[TableRow], network: Network) -> dict[str, Any]:
    """What each column of a table holds. A hidden number is a missing value, because no one may take it for one."""
    fields = described(row)
    return {
        "description": row.__doc__ or "",
        "fields": [_column(one, network) for one in fields.values()],
        "missingValues": ["", HIDDEN.value],
    }


def _column(one: FieldDescription, network: Network) -> dict[str, Any]:
    is_number = one.name == "count"
    words = [option.value for option in one.options(network)]
    limits = {"enum": words} if words else {"minimum": 0} if is_number else {}
    kind = {"type": "integer"} if is_number else {"type": "string"}
    described_as = {"name": one.name, "title": label(one.name), "description": one.description}
    return {**described_as, **kind, **({"constraints": limits} if limits else {})}
