"""Runs a command in its own process and measures what it costs."""

from __future__ import annotations

import os
import platform
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent

# The date in every process of a benchmark, unless it sets another.
TODAY = date(2026, 6, 30)

_PACKAGES = (
    "mkdocs",
    "mkdocs-material",
    "mkdocs-macros-plugin",
    "PyYAML",
    "python-frontmatter",
    "pydantic",
    "Markdown",
)
_MIB = 1024 * 1024


# A look at the memory takes milliseconds of a processor, so this many times as long passes before the next.
_REST = 50


@dataclass(frozen=True)
class Cost:
    """The cost of a command: seconds by the clock, seconds of processor time, and peak memory.

    On Linux, that is the memory of all its processes at once, and what they share is counted once (PSS). Elsewhere no system tells
    what is shared, and it is the memory of the largest process.
    """

    wall: float
    cpu: float
    memory: float  # MiB


def cost_of(command: list[str], folder: Path, day: date = TODAY) -> Cost:
    """Run `command` in `folder` and measure it from outside. Raises `SystemExit` with its output if it fails."""
    with tempfile.TemporaryFile() as output:
        started = perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=_environment(day),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        with _watched(process.pid) as peak:
            # On Linux, a child's peak memory includes its parent's at the start, so this process must stay small.
            _, status, used = os.wait4(process.pid, 0)
            wall = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            output.seek(0)
            text = output.read().decode("utf-8", "replace")[-3000:]
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode} in {folder}:\n{text}")
    largest = used.ru_maxrss if sys.platform == "darwin" else used.ru_maxrss * 1024
    return Cost(wall, used.ru_utime + used.ru_stime, max(largest, *peak) / _MIB)


@contextmanager
def _watched(session: int) -> Iterator[list[int]]:
    """The bytes of memory of all processes of a session, whenever there was a look at them."""
    found, ended = [0], Event()

    def watch() -> None:
        seconds = 0.0
        while not ended.wait(_REST * seconds):
            began = perf_counter()
            found.append(_memory_of_all(session))
            seconds = perf_counter() - began

    thread = Thread(target=watch, daemon=True)
    if sys.platform == "linux":
        thread.start()
    try:
        yield found
    except BaseException:
        # It does not hear of an interruption by itself, as it is in a session of its own.
        os.killpg(session, signal.SIGKILL)
        raise
    finally:
        ended.set()


def _memory_of_all(session: int) -> int:
    found = 0
    for process in Path("/proc").glob("[0-9]*"):
        # It may end at any time.
        with suppress(OSError):
            # After the name, which may have spaces: state, parent, group, session.
            after_name = (process / "stat").read_text().rpartition(")")[2].split()
            if int(after_name[3]) == session:
                rollup = (process / "smaps_rollup").read_text()
                found += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return found * 1024


def best(costs: list[Cost]) -> Cost:
    """The lowest value of each: other programs on the machine can only add to it."""
    return Cost(min(cost.wall for cost in costs), min(cost.cpu for cost in costs), min(cost.memory for cost in costs))


def _environment(day: date) -> dict[str, str]:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    # Without compiled modules on disk, every run would include the time to compile ours.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **inherited,
        "SOURCE_DATE_EPOCH": str(int(noon.timestamp())),
        "PYTHONPATH": str(ROOT),
        "NO_MKDOCS_2_WARNING": "1",
    }


def description() -> str:
    """The machine and the versions, on one line."""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return (
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}; {packages}"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
