"""What the scenarios need of a browser, and no more, so that an engine takes few lines to drive."""

from __future__ import annotations

import os
import shutil
from typing import Any, Protocol

# How large a window is: a laptop's.
WIDTH, HEIGHT = 1280, 900


class Absent(Exception):
    """The engine is not on this computer. The message says how to install it."""


class Unanswered(Exception):
    """The page gave no value: the expression fails, or the page is being left."""


class Engine(Protocol):
    """A browser with one window."""

    def open(self, address: str) -> None:
        """Load the page at a full address."""

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page, as JSON has it. A page without scripts answers too.

        Raises Unanswered.
        """

    def press(self, *keys: str) -> None:
        """Press keys one after the other: a character, "Enter", "Tab", "Escape" or the name of an arrow, such as "ArrowDown"."""

    def pdf(self) -> bytes | None:
        """The page as it is printed on A4 with the margins "None", maybe loaded anew; nothing if the engine cannot print here."""


def program(name: str, variable: str, *usual: str) -> str:
    """Where a program is: where the environment's `variable` says, or under one of its `usual` names.

    Raises Absent if it is nowhere. `name` says what it is of, and how to install that.
    """
    names = [os.environ[variable]] if os.environ.get(variable) else usual
    found = next((path for path in map(shutil.which, names) if path), None)
    if found is None:
        raise Absent(f"There is no {name} here. Install it, or say in {variable} where it is.")
    return found
