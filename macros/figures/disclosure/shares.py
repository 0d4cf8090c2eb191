"""The share of a group, worked out from what is published of it, so that it says no more."""

from __future__ import annotations

from macros.schema.protected import Cell, Hidden

# No one is to read that all of a group, or none of it, answered the same.
_LEAST, _MOST = 5, 95


def percentage(part: Cell, base: Cell) -> int | None:
    """The share as a whole percentage, half upwards; None if it cannot be shown. `base` is everyone who answered.

    A base that is shown has at least as many people as the network's limits ask for.
    """
    if isinstance(part, Hidden) or isinstance(base, Hidden) or base == 0:
        return None
    return (200 * part + base) // (2 * base)


def share(part: Cell, base: Cell) -> str:
    """The share in words: "45%", "under 5%", "over 95%"; empty if it cannot be shown."""
    found = percentage(part, base)
    if found is None:
        return ""
    if found < _LEAST:
        return f"under {_LEAST}%"
    return f"over {_MOST}%" if found > _MOST else f"{found}%"
