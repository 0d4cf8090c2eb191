"""Check a built site for broken links, requests to other sites, and code that is not ours."""

import sys
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.lint.command_line import command
from macros.lint.progress import each
from macros.site_check.site import mistakes_in
from macros.source.settings import SETTINGS_FILE, read_settings, text_of


@command(click.UsageError)
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--apart", default="", metavar="FOLDER", help="A folder in SITE with a site of its own, not checked.")
def main(site: Path, apart: str, root: Path) -> None:
    """Check the site that was built in the folder SITE. The settings in the project's folder say where it will stand.

    Ends with 0 if nothing is wrong, 1 if something is, 2 if it could not run.
    """
    address = text_of(read_settings(root / SETTINGS_FILE), "site_url")
    mistakes = list(mistakes_in(site, address or "/", apart, each))
    for mistake in mistakes:
        click.echo(mistake)
    pages = sum(1 for page in site.rglob("*.html") if not apart or site / apart not in page.parents)
    found = f"{len(mistakes):,} mistakes" if mistakes else "every link leads somewhere"
    click.echo(f"{pages:,} pages checked: {found}.")
    sys.exit(1 if mistakes else 0)


if __name__ == "__main__":
    main()
