"""How far long work has come: on a terminal a bar for each stage, elsewhere a line with its seconds, so that a slow one is seen.

Stages that take no longer than a moment are not told of.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Any, TypeVar

import click

Thing = TypeVar("Thing")
Made = TypeVar("Made")

_QUIET_SECONDS = 1.0
_FILES_A_STEP = 100


class Stage:
    """A stage of the work, such as "Reading 10,000 files", which has so many `steps`."""

    def __init__(self, what: str, steps: int = 0, *, is_quiet: bool = False) -> None:
        """Begin the stage. If it `is_quiet`, nothing is told of it."""
        self._what, self._steps, self._is_quiet = what, steps, is_quiet
        self._started = monotonic()
        # Other processes may share the work. One of them tells of it.
        self._process = os.getpid()
        self._bar: Any = None

    def reached(self, step: int) -> None:
        """Show on a terminal that this step begins."""
        if self._is_quiet or os.getpid() != self._process or not sys.stderr.isatty() or self._is_moment:
            return
        if self._bar is None:
            self._bar = click.progressbar(length=self._steps, label=self._what, file=sys.stderr, show_pos=True)
        self._bar.update(step - self._bar.pos)

    def tasks(self, tasks: Sequence[Callable[[], Made]]) -> Sequence[Callable[[], Made]]:
        """The tasks as the steps of the stage: each shows that it begins."""
        self._steps = len(tasks)
        return [self._task(task, step) for step, task in enumerate(tasks)]

    def _task(self, task: Callable[[], Made], step: int) -> Callable[[], Made]:
        def made() -> Made:
            self.reached(step)
            return task()

        return made

    def ended(self) -> None:
        """Show that all steps are done, or how long they took."""
        if self._bar is not None:
            self._bar.update(self._steps - self._bar.pos)
            self._bar.render_finish()
        elif not self._is_quiet and not sys.stderr.isatty() and not self._is_moment:
            click.echo(f"{self._what}: {monotonic() - self._started:.1f} s", err=True)

    @property
    def _is_moment(self) -> bool:
        return monotonic() - self._started < _QUIET_SECONDS


@contextmanager
def stage(what: str, *, is_quiet: bool = False) -> Iterator[Stage]:
    """A stage that is told of as long as the context lasts."""
    begun = Stage(what, is_quiet=is_quiet)
    yield begun
    begun.ended()


def each(what: str, files: Iterable[Thing], *, is_quiet: bool = False) -> Iterator[Thing]:
    """The files one after the other, as the steps of a stage: `what` is what happens to them."""
    found = list(files)
    begun = Stage(f"{what} {len(found):,} files", len(found), is_quiet=is_quiet)
    for step, file in enumerate(found):
        if step % _FILES_A_STEP == 0:
            begun.reached(step)
        yield file
    begun.ended()
