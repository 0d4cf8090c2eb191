"""Write the made-up survey rounds and workforce figures of the demonstration, protected like real ones."""

import sys
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click
import yaml

from benchmarks.sample_rounds import sample_rounds

_DEMO = Path(__file__).resolve().parent.parent / "demo"


@click.command()
@click.option("--check", is_flag=True, help="Write nothing, and end with 1 if a file is not as it would be written.")
def main(check: bool) -> None:
    """Write the records and tables. The parameters are in demo/sample-rounds.yml."""
    files = sample_rounds(_DEMO, yaml.safe_load((_DEMO / "sample-rounds.yml").read_text(encoding="utf-8")))
    changed = [(path, text) for path, text in files if not path.is_file() or path.read_text(encoding="utf-8") != text]
    for path, text in changed:
        click.echo(f"{'Differs' if check else 'Wrote'}: {path.relative_to(_DEMO.parent)}")
        if not check:
            path.write_text(text, encoding="utf-8")
    sys.exit(1 if check and changed else 0)


if __name__ == "__main__":
    main()
