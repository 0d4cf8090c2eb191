"""Measure validation and build at several sizes, next to what is measured against: `python -m benchmarks.run`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from benchmarks.machine import ROOT, Cost, best, cost_of, description

VALIDATION, PARSING, BUILD, STOCK = "validation", "parsing only (a)", "build", "stock build (b)"

# What issue 2 asks for.
_MOST_OF_PARSING = 3.0
_MOST_OF_STOCK = 1.3
_MOST_OF_A_TENTH = 11.0
_MOST_MEMORY = 400  # MiB, at
_MOST_RECORDS = 10_000

# The best of so many runs counts; a build of so many records takes too long for more than one.
_RUNS = 3
_LARGE, _LARGE_RUNS = 5_000, 1

Costs = dict[tuple[str, int], Cost]


@click.command()
@click.option("--sizes", default="500,1000,2000,10000", help="How many records, for each network to measure.")
@click.option("--build/--no-build", default=True, help="Whether to measure the build of the site too.")
def main(sizes: str, build: bool) -> None:
    """Measure, and print the table and the bars in Markdown."""
    costs: Costs = {}
    for size in sorted(map(int, sizes.split(","))):
        with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
            for task, cost in _measured(Path(folder).resolve(), size, build):
                costs[task, size] = cost
                click.echo(f"{size:,} records: {task} {cost.wall:.2f} s", err=True)
    click.echo(f"Measured on {date.today()}: {description()}.\n")
    click.echo("\n".join([*_table(costs), "", *_bars(costs)]))


def _measured(folder: Path, size: int, build: bool) -> Iterator[tuple[str, Cost]]:
    """What each task costs on a network of this size."""
    corpus, stock = folder / "network", folder / "stock"
    python = sys.executable
    corpus.mkdir()
    # In a process of its own, as this one has to stay small: see `cost_of`.
    cost_of([python, "-m", "benchmarks.corpus", str(corpus), str(size)], ROOT)
    yield from _in_turn(
        {
            VALIDATION: ([python, "scripts/validate.py", "--root", str(corpus)], ROOT),
            PARSING: ([python, "benchmarks/parse_only.py", str(corpus / "content")], ROOT),
        },
        size,
    )
    if build:
        cost_of([python, "benchmarks/stock.py", str(corpus), str(stock)], ROOT)
        yield from _in_turn(
            {
                BUILD: ([python, "-m", "mkdocs", "build", "--strict"], corpus),
                STOCK: ([python, "-m", "mkdocs", "build"], stock),
            },
            size,
        )


def _in_turn(commands: dict[str, tuple[list[str], Path]], size: int) -> Iterator[tuple[str, Cost]]:
    """The best of some runs of each command, which take turns so that a busy moment does not fall on one alone."""
    found: dict[str, list[Cost]] = {task: [] for task in commands}
    for _ in range(_LARGE_RUNS if size >= _LARGE and BUILD in commands else _RUNS):
        for task, (command, folder) in commands.items():
            if task in (BUILD, STOCK):
                shutil.rmtree(folder / "site", ignore_errors=True)
            found[task].append(cost_of(command, folder))
    return ((task, best(costs)) for task, costs in found.items())


def _table(costs: Costs) -> Iterator[str]:
    yield "| Records | What | Seconds | of (a) or (b) | Processor seconds | of (a) or (b) | Peak MiB |"
    yield "|---:|---|---:|---:|---:|---:|---:|"
    for (task, size), cost in costs.items():
        yardstick = costs.get(({VALIDATION: PARSING, BUILD: STOCK}.get(task, ""), size))
        wall, cpu = (_times(cost.wall, yardstick.wall), _times(cost.cpu, yardstick.cpu)) if yardstick else ("", "")
        yield f"| {size:,} | {task} | {cost.wall:.2f} | {wall} | {cost.cpu:.2f} | {cpu} | {cost.memory:.0f} |"


def _bars(costs: Costs) -> Iterator[str]:
    yield "| Bar | At | Measured | |"
    yield "|---|---:|---:|---|"
    for task, yardstick, most in ((VALIDATION, PARSING, _MOST_OF_PARSING), (BUILD, STOCK, _MOST_OF_STOCK)):
        for (of, size), cost in costs.items():
            if of == task:
                ratio = cost.wall / costs[yardstick, size].wall
                yield _bar(f"{task}: {most:g} × {yardstick} at most", f"{size:,}", f"{ratio:.2f} ×", ratio <= most)
    for task in (VALIDATION, BUILD):
        for (of, size), cost in costs.items():
            if of == task and (task, 10 * size) in costs:
                ratio = costs[task, 10 * size].wall / cost.wall
                at = f"{size:,} to {10 * size:,}"
                yield _bar(
                    f"{task}: ten times the records, {_MOST_OF_A_TENTH:g} × as long at most",
                    at,
                    f"{ratio:.2f} ×",
                    ratio <= _MOST_OF_A_TENTH,
                )
    for task in (VALIDATION, BUILD):
        if (task, _MOST_RECORDS) in costs:
            memory = costs[task, _MOST_RECORDS].memory
            yield _bar(
                f"{task}: less than {_MOST_MEMORY} MiB at once",
                f"{_MOST_RECORDS:,}",
                f"{memory:.0f} MiB",
                memory < _MOST_MEMORY,
            )


def _bar(what: str, at: str, measured: str, is_met: bool) -> str:
    return f"| {what} | {at} | {measured} | {'met' if is_met else '**NOT met**'} |"


def _times(cost: float, yardstick: float) -> str:
    return f"{cost / yardstick:.2f} ×"


if __name__ == "__main__":
    main()
