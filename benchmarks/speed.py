"""How long a check and a build take, compared with their yardsticks."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from benchmarks.machine import ROOT, Cost, best, cost_of
from benchmarks.networks import Networks, marked_as_built
from benchmarks.tables import Bar, Report, table

CHECK, CHECK_ONE, PARSING, BASELINE_CHECK = "check", "check of one file", "parsing only (a)", "baseline's check (c)"
BUILD, STOCK, BASELINE_BUILD, HUGO = "build", "stock build (b)", "baseline's build (c)", "Hugo's build (d)"
SAME_BUILD, CHANGED_BUILD = "build again, nothing changed", "build again, a word changed"
_AGAINST = {
    CHECK: (PARSING, BASELINE_CHECK),
    CHECK_ONE: (PARSING,),
    BUILD: (STOCK, BASELINE_BUILD, HUGO),
    SAME_BUILD: (STOCK,),
    CHANGED_BUILD: (STOCK,),
}

# The most seconds, as a multiple of those of a yardstick, at each size.
_MOST = (
    (CHECK, PARSING, {10_000: 1.5}),
    (CHECK_ONE, PARSING, {10_000: 0.3}),
    (BUILD, STOCK, {500: 0.9, 2_000: 0.6, 10_000: 0.6}),
    (SAME_BUILD, STOCK, {2_000: 0.12, 10_000: 0.12}),
    (CHANGED_BUILD, STOCK, {2_000: 0.18, 10_000: 0.18}),
)
_TIMES, _MOST_OF_A_FIFTH = 5, 5.2
_MOST_MEMORY = {2_000: 200, 10_000: 600}  # MiB

# A build with this many records takes too long for more than one run.
_LARGE, _LARGE_RUNS = 5_000, 1
_CACHE = ".cache"

Costs = dict[tuple[str, int], Cost]


@dataclass(frozen=True)
class Task:
    """A command to measure in a folder, and what to do there first. One that `needs_cache` is left out if no build keeps any."""

    command: list[str]
    folder: Path
    prepare: Callable[[Path], None] = lambda folder: None
    is_build: bool = False
    needs_cache: bool = False


def measure_speed(networks: Networks, sizes: list[int], parts: set[str], runs: int) -> Report:
    """The cost of check and build at each size. `parts` names those to measure. The best of `runs` counts."""
    costs: Costs = {}
    for size in sizes:
        for part, tasks_of in (("validation", _checks), ("build", _builds)):
            if part in parts:
                few = _LARGE_RUNS if part == "build" and size >= _LARGE else runs
                for task, cost in in_turn(tasks_of(networks, size), few):
                    costs[task, size] = cost
                    click.echo(f"{size:,} records: {task} {cost.wall:.2f} s", err=True)
    return Report([*_table(costs), "", *_notes(costs)], list(_bars(costs)))


def _checks(networks: Networks, size: int) -> dict[str, Task]:
    network, python = networks.present(size), sys.executable
    check = [python, "scripts/validate.py", "--root"]
    check_one = [*check, str(network), str(min((network / "content/initiatives").glob("*.md")))]
    return {
        CHECK: Task([*check, str(network)], ROOT),
        # The first run notes what is known of the other files.
        CHECK_ONE: Task(check_one, ROOT, lambda folder: _run(check_one, folder)),
        PARSING: Task([python, "benchmarks/parse_only.py", str(network / "content")], ROOT),
        BASELINE_CHECK: Task([*check, str(networks.baseline(size))], networks.baseline_code()),
    }


def _builds(networks: Networks, size: int) -> dict[str, Task]:
    build = [sys.executable, "-m", "mkdocs", "build"]
    strict = [*build, "--strict"]
    present = networks.present(size)
    tasks = {
        BUILD: Task(strict, present, without_site, is_build=True),
        SAME_BUILD: Task(strict, present, is_build=True, needs_cache=True),
        CHANGED_BUILD: Task(strict, present, _with_a_word_changed, is_build=True, needs_cache=True),
        STOCK: Task(build, networks.stock(size), without_site, is_build=True),
        BASELINE_BUILD: Task(strict, networks.baseline(size), without_site, is_build=True),
    }
    if shutil.which("hugo"):
        tasks[HUGO] = Task(
            ["hugo", "--quiet", "--destination", "site"], networks.hugo(size), without_site, is_build=True
        )
    return tasks


def _run(command: list[str], folder: Path) -> None:
    cost_of(command, folder)


def without_site(folder: Path) -> None:
    """Remove what a build has made in `folder`."""
    for made in ("site", _CACHE):
        shutil.rmtree(folder / made, ignore_errors=True)


def _with_a_word_changed(folder: Path) -> None:
    """Change a word in the text of a record, to and fro."""
    record = min((folder / "content/initiatives").glob("*.md"))
    text, before, after = record.read_text(encoding="utf-8"), "made up to measure", "made only to measure"
    record.write_text(text.replace(before, after) if before in text else text.replace(after, before), encoding="utf-8")


def in_turn(tasks: Mapping[str, Task], runs: int) -> Iterator[tuple[str, Cost]]:
    """The best run of each command. Commands take turns, to share any busy moments."""
    found: dict[str, list[Cost]] = {name: [] for name in tasks}
    for _ in range(runs):
        for name, task in tasks.items():
            if task.needs_cache and not (task.folder / _CACHE).is_dir():
                continue
            task.prepare(task.folder)
            found[name].append(cost_of(task.command, task.folder))
            if task.is_build:
                marked_as_built(task.folder)
    return ((name, best(costs)) for name, costs in found.items() if costs)


def _table(costs: Costs) -> Iterator[str]:
    rows = []
    for (task, size), cost in costs.items():
        against = [one for one in _AGAINST.get(task, ()) if (one, size) in costs]
        ratios = [f"{cost.wall / costs[one, size].wall:.2f} × {one[-3:]}" for one in against]
        rows.append([f"{size:,}", task, f"{cost.wall:.2f}", ", ".join(ratios), f"{cost.cpu:.2f}", f"{cost.memory:.0f}"])
    return table((">Records", "What", ">Seconds", ">of a yardstick", ">Processor seconds", ">Peak MiB"), rows)


def _notes(costs: Costs) -> Iterator[str]:
    memory = "all processes at once, what they share counted once" if sys.platform == "linux" else "the largest process"
    yield f"Peak MiB: {memory}."
    measured = {task for task, _ in costs}
    if HUGO in measured:
        version = subprocess.run(["hugo", "version"], capture_output=True, text=True, check=True).stdout.split()
        yield f"(d) is {' '.join(version[:2])} with a bare theme: no search, no exports, no pictures. Debian's is from 2023."
    elif BUILD in measured:
        yield "There is no Hugo here, so (d) is left out. Debian: apt install hugo."


def _bars(costs: Costs) -> Iterator[Bar]:
    for task, yardstick, at_most in _MOST:
        for size, most in at_most.items():
            if (task, size) in costs and (yardstick, size) in costs:
                ratio = costs[task, size].wall / costs[yardstick, size].wall
                yield Bar(f"{task}: {most:g} × {yardstick} at most", f"{size:,}", f"{ratio:.2f} ×", ratio <= most)
    for task in (CHECK, BUILD):
        for (of, size), cost in costs.items():
            if of == task and (task, _TIMES * size) in costs:
                ratio = costs[task, _TIMES * size].wall / cost.wall
                what = f"{task}: {_TIMES} times the records, {_MOST_OF_A_FIFTH:g} × as long at most"
                yield Bar(what, f"{size:,} to {_TIMES * size:,}", f"{ratio:.2f} ×", ratio <= _MOST_OF_A_FIFTH)
    for task in (CHECK, BUILD):
        for size, most in _MOST_MEMORY.items():
            if (task, size) in costs:
                memory = costs[task, size].memory
                yield Bar(f"{task}: less than {most} MiB", f"{size:,}", f"{memory:.0f} MiB", memory < most)
