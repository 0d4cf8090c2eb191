"""How long a validation and a build take, compared with their yardsticks."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from benchmarks.machine import ROOT, Cost, best, cost_of
from benchmarks.networks import Networks, marked_as_built
from benchmarks.tables import Bar, Report, table

VALIDATION, PARSING, BASELINE_VALIDATION = "validation", "parsing only (a)", "baseline's validation (c)"
BUILD, STOCK, BASELINE_BUILD = "build", "stock build (b)", "baseline's build (c)"
_PARTS = {"validation": (VALIDATION, PARSING, BASELINE_VALIDATION), "build": (BUILD, STOCK, BASELINE_BUILD)}

# The bars. Two runs of the same code can differ by a tenth, hence 1.1 for the baseline.
_MOST = ((VALIDATION, PARSING, 3.0), (VALIDATION, BASELINE_VALIDATION, 1.1), (BUILD, BASELINE_BUILD, 1.1))
_MOST_OF_A_TENTH = 11.0
_MOST_MEMORY = 400  # MiB, at
_MOST_RECORDS = 10_000

# A build with this many records takes too long for more than one run.
_LARGE, _LARGE_RUNS = 5_000, 1

Costs = dict[tuple[str, int], Cost]


def measure_speed(networks: Networks, sizes: list[int], parts: set[str], runs: int) -> Report:
    """The cost of validation and build at each size. `parts` names those to measure. The best of `runs` counts."""
    costs: Costs = {}
    for size in sizes:
        for part in sorted(parts & set(_PARTS), reverse=True):
            commands = _validations(networks, size) if part == "validation" else _builds(networks, size)
            for task, cost in _in_turn(commands, _LARGE_RUNS if part == "build" and size >= _LARGE else runs):
                costs[task, size] = cost
                click.echo(f"{size:,} records: {task} {cost.wall:.2f} s", err=True)
    return Report(list(_table(costs)), list(_bars(costs)))


def _validations(networks: Networks, size: int) -> dict[str, tuple[list[str], Path]]:
    network, python = networks.present(size), sys.executable
    validate = [python, "scripts/validate.py", "--root"]
    return {
        VALIDATION: ([*validate, str(network)], ROOT),
        PARSING: ([python, "benchmarks/parse_only.py", str(network / "content")], ROOT),
        BASELINE_VALIDATION: ([*validate, str(networks.baseline(size))], networks.baseline_code()),
    }


def _builds(networks: Networks, size: int) -> dict[str, tuple[list[str], Path]]:
    build = [sys.executable, "-m", "mkdocs", "build"]
    return {
        BUILD: ([*build, "--strict"], networks.present(size)),
        STOCK: (build, networks.stock(size)),
        BASELINE_BUILD: ([*build, "--strict"], networks.baseline(size)),
    }


def _in_turn(commands: dict[str, tuple[list[str], Path]], runs: int) -> Iterator[tuple[str, Cost]]:
    """The best run of each command. Commands take turns, to share any busy moments."""
    found: dict[str, list[Cost]] = {task: [] for task in commands}
    for _ in range(runs):
        for task, (command, folder) in commands.items():
            if task in _PARTS["build"]:
                shutil.rmtree(folder / "site", ignore_errors=True)
            found[task].append(cost_of(command, folder))
            if task in _PARTS["build"]:
                marked_as_built(folder)
    return ((task, best(costs)) for task, costs in found.items())


def _table(costs: Costs) -> Iterator[str]:
    rows = []
    for (task, size), cost in costs.items():
        against = {VALIDATION: [PARSING, BASELINE_VALIDATION], BUILD: [STOCK, BASELINE_BUILD]}.get(task, [])
        ratios = [f"{cost.wall / costs[one, size].wall:.2f} × {one[-3:]}" for one in against if (one, size) in costs]
        rows.append([f"{size:,}", task, f"{cost.wall:.2f}", ", ".join(ratios), f"{cost.cpu:.2f}", f"{cost.memory:.0f}"])
    return table((">Records", "What", ">Seconds", ">of (a), (b) or (c)", ">Processor seconds", ">Peak MiB"), rows)


def _bars(costs: Costs) -> Iterator[Bar]:
    for task, yardstick, most in _MOST:
        for (of, size), cost in costs.items():
            if of == task and (yardstick, size) in costs:
                ratio = cost.wall / costs[yardstick, size].wall
                yield Bar(f"{task}: {most:g} × {yardstick} at most", f"{size:,}", f"{ratio:.2f} ×", ratio <= most)
    for task in (VALIDATION, BUILD):
        for (of, size), cost in costs.items():
            if of == task and (task, 10 * size) in costs:
                ratio = costs[task, 10 * size].wall / cost.wall
                what = f"{task}: ten times the records, {_MOST_OF_A_TENTH:g} × as long at most"
                yield Bar(what, f"{size:,} to {10 * size:,}", f"{ratio:.2f} ×", ratio <= _MOST_OF_A_TENTH)
    for task in (VALIDATION, BUILD):
        if (task, _MOST_RECORDS) in costs:
            memory = costs[task, _MOST_RECORDS].memory
            what = f"{task}: less than {_MOST_MEMORY} MiB at once"
            yield Bar(what, f"{_MOST_RECORDS:,}", f"{memory:.0f} MiB", memory < _MOST_MEMORY)
