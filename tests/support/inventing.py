"""How much input the tests invent."""

from __future__ import annotations

import os

IN_CI = "CI" in os.environ


def examples(in_ci: int = 100) -> int:
    """Returns how much input a test invents: less on people's own machines, where it is other input every time."""
    return in_ci if IN_CI else in_ci // 4
