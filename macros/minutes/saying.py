"""What the commands that read files of other programs have in common: lists on a terminal, and writing only if that is agreed."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from macros.source.invisible import made_visible


def say(heading: str, lines: Sequence[str]) -> None:
    """Print a list; nothing if it is empty."""
    if lines:
        click.echo(f"\n{heading}:")
        click.echo("\n".join(f"- {made_visible(' '.join(line.split()))}" for line in lines))


def write_if_agreed(root: Path, path: str, text: str, *, write: bool, is_personal: bool, next_step: str) -> None:
    """Write a record if it is to be written, or someone at a terminal says so. Raises `ClickException` if it is personal.

    `next_step` is a sentence about how to answer what was asked.
    """
    if is_personal:
        raise click.ClickException(
            "Nothing was written, because there seems to be personal data in it. Take it out of the file first."
        )
    if not write and not (sys.stdin.isatty() and click.confirm(f"\nWrite {path}?")):
        click.echo(f"\nNothing was written. To write {path}, add --write.")
        return
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    click.echo(f"\nWrote {path}. {next_step} Then run: make check FILES={path}")
