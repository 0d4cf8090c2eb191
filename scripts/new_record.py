"""Start a record: writes a file with every field and its description, and asks for what is needed on a terminal."""

from __future__ import annotations

import sys
from pathlib import Path

# Run as a file, a script has its own folder on the path and not the project's.
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import click  # noqa: E402

from macros.drafting import ask_for_values, draft, file_name, what_is_wrong  # noqa: E402
from macros.records.library import CONTENT, NetworkUnreadable, read_library  # noqa: E402
from macros.records.models import KINDS  # noqa: E402
from macros.records.today import today  # noqa: E402


@click.command()
@click.argument("kind", type=click.Choice([*KINDS]))
@click.argument("title")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=ROOT, help="The project's folder.")
def main(kind: str, title: str, root: Path) -> None:
    """Write a new record of this KIND, called TITLE, to fill in.

    On a terminal it asks for what the record needs first; press Enter to leave a field for later.
    """
    try:
        library = read_library(root)
    except NetworkUnreadable as unreadable:
        raise click.ClickException(f"{unreadable.document.path} has a mistake: run scripts/validate.py.") from None
    path = root / CONTENT / KINDS[kind].FOLDER / f"{file_name(title)}.md"
    if wrong := what_is_wrong(kind, {"title": title}, ("title",), library):
        raise click.ClickException(wrong)
    if not file_name(title):
        raise click.ClickException(
            "The title needs a few letters from a to z, from which the name of the file is made."
        )
    shown = path.relative_to(root).as_posix()
    if path.exists():
        raise click.ClickException(f"There is already a file {shown}. Choose another title, or change that file.")
    day = today(library.network.time_zone)
    values = {"title": title, "added": day.isoformat()}
    if sys.stdin.isatty():
        values = ask_for_values(kind, title, day, library, _ask)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(draft(kind, values, library), encoding="utf-8")
    click.echo(f"Wrote {shown}. Fill in the blanks, then run: make check FILES={shown}")


def _ask(name: str, told: str) -> str:
    click.echo(f"\n{told}")
    answer: str = click.prompt(name, default="", show_default=False)
    return answer


if __name__ == "__main__":
    main()
