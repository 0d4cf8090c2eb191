"""The machine that measures: runs a command in a process of its own and says what it cost."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent

# The day that every process of a benchmark believes it is, unless it is told another.
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


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds by the clock, seconds of processor time, the most memory at once."""

    wall: float
    cpu: float
    memory: float  # MiB


def cost_of(command: list[str], folder: Path, day: date = TODAY) -> Cost:
    """Run `command` in `folder` and measure it from outside. Raises `SystemExit` with its output if it fails."""
    with tempfile.TemporaryFile() as output:
        started = perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=_environment(day), stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        # Linux counts the memory of a child from that of its parent, which therefore reads and makes nothing large.
        _, status, used = os.wait4(process.pid, 0)
        wall = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            output.seek(0)
            text = output.read().decode("utf-8", "replace")[-3000:]
            raise SystemExit(f"{' '.join(command)} ended with {process.returncode} in {folder}:\n{text}")
    peak = used.ru_maxrss if sys.platform == "darwin" else used.ru_maxrss * 1024
    return Cost(wall, used.ru_utime + used.ru_stime, peak / _MIB)


def best(costs: list[Cost]) -> Cost:
    """The least of each: what others did on the machine can only have added to it."""
    return Cost(min(cost.wall for cost in costs), min(cost.cpu for cost in costs), min(cost.memory for cost in costs))


def _environment(day: date) -> dict[str, str]:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    # Whoever tells Python to keep no compiled modules would measure how long it takes to compile ours, which is done once.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **inherited,
        "SOURCE_DATE_EPOCH": str(int(noon.timestamp())),
        "PYTHONPATH": str(ROOT),
        "NO_MKDOCS_2_WARNING": "1",
    }


def description() -> str:
    """The machine and the versions, in a line."""
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
