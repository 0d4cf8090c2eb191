"""Shows the progress of a long check on a terminal."""

import sys
from collections.abc import Iterable, Iterator
from time import monotonic

import click

_QUIET_SECONDS = 2.0


def shown_progress(paths: Iterable[str]) -> Iterator[str]:
    """Yield the paths, showing progress on a terminal after the first two seconds."""
    files, started, shown = list(paths), monotonic(), False
    for number, path in enumerate(files):
        if number % 100 == 0 and monotonic() - started > _QUIET_SECONDS and sys.stderr.isatty():
            click.echo(f"\rReading file {number:,} of {len(files):,}", nl=False, err=True)
            shown = True
        yield path
    if shown:
        click.echo("\r" + " " * 40 + "\r", nl=False, err=True)
