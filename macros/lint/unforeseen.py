"""The last guard: what no one foresaw becomes one diagnostic, which names the file and asks for a report."""

import traceback
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from types import FrameType

from macros.kinds import Record
from macros.library.cards import Card
from macros.library.library import CONTENT
from macros.lint.diagnostics import Diagnostic, RuleContext
from macros.source.diagnostic import Span
from macros.source.document import Document

# In the place of the id of a rule. There is no such rule: none could have an example.
UNFORESEEN = "unforeseen"

_ROOT = Path(__file__).resolve().parents[2]


def unforeseen(error: BaseException, path: str = "") -> Diagnostic:
    """A diagnostic for a fault of the program, in the file at `path` or, without one, in the file that it was at work on.

    If it was at work on none that can be told, the diagnostic is about the content folder.
    """
    return Diagnostic(path or _file_at_work(error) or CONTENT, Span(), fault(error), rule=UNFORESEEN)


def fault(error: BaseException) -> str:
    """What to tell about a fault of the program: where it is, and who to tell. The first words fit a message on their own."""
    return (
        f"There is a fault in the program, in {_place(error)}. It is not your mistake. Tell whoever looks after the site, "
        "with this message and this file. Until it is fixed, taking out your last change should help."
    )


def _frames(error: BaseException) -> Iterator[FrameType]:
    """The calls that led to an error, the last one first."""
    yield from reversed([frame for frame, _ in traceback.walk_tb(error.__traceback__)])


def _place(error: BaseException) -> str:
    """The line of our own code where the error is, such as "lint/engine.py, line 120"."""
    steps = reversed(traceback.extract_tb(error.__traceback__))
    own = (step for step in steps if Path(step.filename).resolve().is_relative_to(_ROOT / "macros"))
    step = next(own, None)
    return (
        f"{PurePosixPath(step.filename).parent.name}/{Path(step.filename).name}, line {step.lineno}"
        if step
        else "a library"
    )


def _file_at_work(error: BaseException) -> str:
    """The file of the record, card or document that the innermost call has in hand; empty if no call has one."""
    for frame in _frames(error):
        for value in frame.f_locals.values():
            if isinstance(value, RuleContext):
                return value.document.path
            if isinstance(value, Document):
                return value.path
            if isinstance(value, Card) or (isinstance(value, Record) and value._id):
                return f"{CONTENT}/{value.path}"
    return ""
