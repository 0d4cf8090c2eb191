"""Run the benchmarks and their yardsticks: `python -m benchmarks.run`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from benchmarks.baseline import commit_of
from benchmarks.figures import measure_figures
from benchmarks.machine import description
from benchmarks.networks import Networks
from benchmarks.speed import measure_speed
from benchmarks.tables import Bar, Report, bar_table

# The last commit before checking and building were made fast.
_BASELINE = "ec7ae073"
PARTS = ("validation", "build", "figures", "reading", "lighthouse")
_READ = (500, 2_000, 10_000)


@click.command()
@click.option("--sizes", default="500,2000,10000", help="How many records, for each network to measure.")
@click.option("--only", multiple=True, type=click.Choice(PARTS), help="Measure this part; may be given again.")
@click.option(
    "--keep", type=click.Path(path_type=Path, file_okay=False), help="Keep the networks here for the next run."
)
@click.option("--against", default=_BASELINE, show_default=True, help="The commit to measure against.")
@click.option(
    "--runs", default=3, type=click.IntRange(min=1), help="How often to check and build; the best run counts."
)
def main(sizes: str, only: tuple[str, ...], keep: Path | None, against: str, runs: int) -> None:
    """Measure, and print the tables and the bars in Markdown."""
    parts = set(only or PARTS)
    counts = sorted(map(int, sizes.split(",")))
    try:
        commit = commit_of(against)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--against") from None
    click.echo(f"Measured on {date.today()} against {commit[:10]}: {description()}.\n")
    bars: list[Bar] = []
    with _folder(keep) as folder:
        for report in _reports(Networks(folder, commit), counts, parts, runs):
            click.echo("\n".join([*report.lines, ""]))
            bars += report.bars
    click.echo("\n".join(bar_table(bars)))


def _reports(networks: Networks, sizes: list[int], parts: set[str], runs: int) -> Iterator[Report]:
    # A process starts with the memory count of its parent, so load the browser only after all builds.
    if parts & {"validation", "build"}:
        yield measure_speed(networks, sizes, parts, runs)
    if "figures" in parts:
        yield measure_figures(networks, runs)
    if "reading" in parts:
        from benchmarks.reading import measure_reading

        yield measure_reading(networks, [size for size in sizes if size in _READ] or sizes)
    if "lighthouse" in parts:
        from benchmarks.lighthouse import measure_lighthouse

        yield measure_lighthouse(networks)


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is None:
        with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
            yield Path(folder)
    else:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep


if __name__ == "__main__":
    main()
