"""Check, offline, that requirements.txt pins what pyproject.toml asks for."""

import re
import sys
import tomllib
from pathlib import Path

import click
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;\\]+)", re.MULTILINE)


@click.command()
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=ROOT, help="The project's folder.")
def main(root: Path) -> None:
    """Compare the two files. Ends with 0 if they agree, 1 if not."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (root / "requirements.txt").read_text(encoding="utf-8")
    pinned = {canonicalize_name(name): version for name, version in _PIN.findall(lock)}
    asked = [Requirement(line) for line in [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]]
    stale = [one for one in asked if not one.specifier.contains(pinned.get(canonicalize_name(one.name), "0"))]
    for one in stale:
        version = pinned.get(canonicalize_name(one.name), "nothing")
        click.echo(f"pyproject.toml asks for {one}, and requirements.txt pins {version}. Run: make lock")
    if not stale:
        click.echo("requirements.txt is up to date.")
    sys.exit(1 if stale else 0)


if __name__ == "__main__":
    main()
