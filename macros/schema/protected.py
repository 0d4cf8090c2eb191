"""A number of people as a published table has it: rounded, or hidden."""

import re
from enum import Enum
from typing import Annotated, Any, Final

from pydantic import PlainSerializer
from pydantic_core import PydanticCustomError

from macros.schema.types import Written

# Odd, so that rounding never has to choose between two neighbours.
ROUNDED_TO = 5


class Hidden(Enum):
    """A number that is not published.

    Its marker has no digit, because a program that looks for the number in a cell would find one in "<8".
    """

    HIDDEN = "[c]"


HIDDEN: Final = Hidden.HIDDEN
# A number of people, or that it is hidden.
Cell = int | Hidden

_PATTERN = r"^(\[c\]|0|[1-9][0-9]{0,6})$"
_TAKES = f"a number of people rounded to {ROUNDED_TO}, or {HIDDEN.value} if it is hidden"


def parse_cell(written: Any) -> Cell:
    """A cell from "40" or "[c]". Raises pydantic's `type-wrong` error for anything else."""
    if isinstance(written, int | Hidden):
        return written
    if not isinstance(written, str) or not re.fullmatch(_PATTERN, written):
        raise PydanticCustomError("type-wrong", "cell", {"expected": _TAKES})
    return HIDDEN if written == HIDDEN.value else int(written)


def cell_text(cell: Cell) -> str:
    """A cell as a table has it."""
    return HIDDEN.value if cell is HIDDEN else str(cell)


# `Any` for the same reason as dates that may be months: a union would be checked type by type.
ProtectedCount = Annotated[Any, Written(_PATTERN, _TAKES, parse_cell), PlainSerializer(cell_text, return_type=str)]
