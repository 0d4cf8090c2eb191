"""Shares work out among processes, where that is safe and the machine has several processors."""

import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from tempfile import TemporaryFile
from typing import Any, Generic, NamedTuple, TypeVar

Made = TypeVar("Made")
Thing = TypeVar("Thing")

# With fewer files, a second process costs more time than it saves.
_FEW = 200
# Of a task in the queue. A pipe takes at least 4 kB before anyone reads it.
_BYTES = 2


class ProcessLost(Exception):
    """A process that took part in the work has ended before it, such as because the machine had no memory left."""


class _Outcome(NamedTuple):
    """What the task of this number has returned, or its error."""

    number: int
    made: Any = None
    error: Exception | None = None


def most_processes() -> int:
    """How many processes can share work here.

    They know what this one knows, as they start as copies of it. Windows has no such processes, on macOS they may hang, and so
    they may if this process has several threads, as in `mkdocs serve`.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def processes_for(files: int) -> int:
    """How many processes are to share the work on so many files."""
    return most_processes() if files >= _FEW else 1


def pieces(things: Sequence[Thing], size: int) -> Iterator[Sequence[Thing]]:
    """The things in pieces of at most `size`."""
    for start in range(0, len(things), size):
        yield things[start : start + size]


class Ahead(Generic[Made]):
    """Tasks that other processes begin with while this one is at work on something else."""

    def __init__(self, tasks: Sequence[Callable[[], Made]], processes: int) -> None:
        """Start `processes - 1` processes, which take one task after the other. What a task returns must be fit for pickle."""
        self._tasks = tasks
        self._queue = _queue(len(tasks))
        self._results: dict[int, Any] = {}
        if processes > 1:
            # A collection would look at, and so copy, everything that the processes share.
            gc.freeze()
        for _ in range(min(processes, len(tasks)) - 1):
            result = TemporaryFile()  # noqa: SIM115 (closed when the process has ended)
            self._results[_start(self._queue, tasks, result)] = result

    def left(self) -> list[Callable[[], Made]]:
        """The tasks that no one has begun. The other processes will begin no more."""
        return [self._tasks[number] for number in _taken(self._queue, len(self._tasks))]

    def made(self) -> list[Made]:
        """What the other processes have made, once they have ended. Raises the first error of a task, and `ProcessLost`."""
        return [made for _, made in self._made(())]

    def as_made(self) -> Iterator[tuple[int, Made]]:
        """Take tasks too. Gives what each task has returned, by its number. Raises the first error of a task, and `ProcessLost`."""
        return self._made(_work(self._queue, self._tasks))

    def join(self) -> list[Made]:
        """Take tasks too. Returns what all tasks have returned, in their order. Raises the first error of a task, and `ProcessLost`."""
        made = dict(self.as_made())
        return [made[number] for number in range(len(self._tasks))]

    def stop(self) -> None:
        """Stop the processes at once that have not ended."""
        for process, result in self._results.items():
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            result.close()
        self._results.clear()
        if self._queue >= 0:
            os.close(self._queue)
            self._queue = -1

    def _made(self, own: Iterable[_Outcome]) -> Iterator[tuple[int, Made]]:
        failed: list[tuple[int, Exception]] = []
        for number, made, error in chain(own, self._made_by_others()):
            if error is None:
                yield number, made
            else:
                failed.append((number, error))
        if failed:
            raise min(failed, key=lambda one: one[0])[1]

    def _made_by_others(self) -> Iterator[_Outcome]:
        while self._results:
            process, status = os.waitpid(next(iter(self._results)), 0)
            with self._results.pop(process) as result:
                if status:
                    raise ProcessLost
                result.seek(0)
                with suppress(EOFError):
                    while True:
                        yield pickle.load(result)


def as_made(tasks: Sequence[Callable[[], Made]], processes: int) -> Iterator[tuple[int, Made]]:
    """What each task returns, with the number of the task, in no order: no process has to hold what all have made.

    This process and `processes - 1` more take one after the other, so put those that take long first. What a task returns must be
    fit for pickle, and only that comes back from another process. The first error of a task ends the work and is raised.
    Raises `ProcessLost`.
    """
    if processes < 2:
        yield from ((number, task()) for number, task in enumerate(tasks))
        return
    ahead = Ahead(tasks, processes)
    try:
        yield from ahead.as_made()
    finally:
        ahead.stop()


def shared(
    tasks: Sequence[Callable[[], Made]], processes: int, meanwhile: Callable[[], object] | None = None
) -> list[Made]:
    """What each task returns, in the order of the tasks: see `as_made`.

    If others have begun, this process does `meanwhile` before it takes part.
    """
    if processes < 2:
        return [task() for task in tasks]
    ahead = Ahead(tasks, processes)
    try:
        if meanwhile:
            meanwhile()
        return ahead.join()
    finally:
        ahead.stop()


def _queue(size: int) -> int:
    """A pipe with the numbers of all tasks. Whoever reads one takes it."""
    queue, into = os.pipe()
    os.write(into, b"".join(number.to_bytes(_BYTES, "little") for number in range(size)))
    os.close(into)
    return queue


def _start(queue: int, tasks: Sequence[Callable[[], Any]], result: Any) -> int:
    """Start a process that works until the queue is empty. Its outcome goes into the file `result`."""
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    helper = os.fork()
    if helper:
        return helper
    status = 1
    try:
        for outcome in _work(queue, tasks, parent):
            pickle.dump(outcome, result)
        result.flush()
        status = 0
    finally:
        # Whatever has happened, and without what this process has only inherited, such as a traceback of its own.
        os._exit(status)


def _work(queue: int, tasks: Sequence[Callable[[], Any]], parent: int = 0) -> Iterator[_Outcome]:
    """Take one task after the other, as long as the `parent` is there."""
    while (taken := _taken(queue)) and (not parent or os.getppid() == parent):
        (number,) = taken
        try:
            outcome = _Outcome(number, tasks[number]())
        except Exception as error:
            outcome = _Outcome(number, error=error)
            # No one should begin another.
            _taken(queue, len(tasks))
        yield outcome


def _taken(queue: int, most: int = 1) -> list[int]:
    """The numbers of the next tasks. No one else takes them."""
    taken = os.read(queue, most * _BYTES)
    return [int.from_bytes(taken[start : start + _BYTES], "little") for start in range(0, len(taken), _BYTES)]
