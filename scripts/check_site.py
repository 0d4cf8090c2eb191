"""Check a built site for broken links, requests to other sites, and code that is not ours."""

import sys
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.lint.command_line import ROOT, refusals
from macros.site_check.site import mistakes_in
from macros.source.settings import read_settings, text_of

_A_FILE = click.Path(path_type=Path, exists=True)


@click.command()
@click.argument("site", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--config", type=_A_FILE, default=ROOT / "mkdocs.yml", help="Says where the site will stand.")
@click.option(
    "--apart", default="", metavar="FOLDER", help="A folder in SITE with a site of its own, not to be checked."
)
@refusals(click.UsageError)
def main(site: Path, config: Path, apart: str) -> None:
    """Check the site that was built in the folder SITE.

    Ends with 0 if nothing is wrong, 1 if something is, 2 if it could not run.
    """
    mistakes = list(mistakes_in(site, text_of(read_settings(config), "site_url") or "/", apart))
    for mistake in mistakes:
        click.echo(mistake)
    pages = sum(1 for page in site.rglob("*.html") if not apart or site / apart not in page.parents)
    found = f"{len(mistakes):,} mistakes" if mistakes else "every link leads somewhere"
    click.echo(f"{pages:,} pages checked: {found}.")
    sys.exit(1 if mistakes else 0)


if __name__ == "__main__":
    main()
