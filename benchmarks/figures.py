"""How much longer a build takes with figures of people."""

from __future__ import annotations

import sys

import click

from benchmarks.networks import Networks
from benchmarks.speed import Task, in_turn, without_site
from benchmarks.tables import Bar, Report, table

WITH, WITHOUT = "with figures", "without figures"
SERVICES, QUESTIONS, YEARS = 25, 40, 3
_MOST_SECONDS = 2.0


def measure_figures(networks: Networks, runs: int) -> Report:
    """The cost of building the demonstration with figures and without. The best of `runs` counts."""
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "site"]
    folder = networks.figures()
    costs = dict(in_turn({name: Task(build, folder / name / "demo", without_site) for name in (WITH, WITHOUT)}, runs))
    for name, one in costs.items():
        click.echo(f"demonstration {name}: build {one.wall:.2f} s", err=True)
    rows = [[name, f"{one.wall:.2f}", f"{one.cpu:.2f}", f"{one.memory:.0f}"] for name, one in costs.items()]
    lines = table(("Demonstration", ">Seconds", ">Processor seconds", ">Peak MiB"), rows)
    more = costs[WITH].wall - costs[WITHOUT].wall
    what = f"build with figures: less than {_MOST_SECONDS:g} s more"
    at = f"{SERVICES} services, {QUESTIONS} questions, {YEARS} years"
    return Report([*lines], [Bar(what, at, f"{more:.2f} s", more < _MOST_SECONDS)])
