"""Write the digest of news, decisions and due dates as an e-mail, plain text and Markdown."""

import sys
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.library.public import PublicLibrary
from macros.lint.command_line import command, sound_library
from macros.outputs.digest import write_digest
from macros.outputs.file import SiteInfo, site_info
from macros.outputs.look import read_look
from macros.pages.digest_scope import LAST_MEETING, since_when
from macros.pages.rendering import Renderer
from macros.schema.types import in_words
from macros.source.settings import SETTINGS_FILE, read_settings, text_of

_SINCE = f'A day (2026-09-10 or "10 September 2026"), a month (2026-09), or {LAST_MEETING}, at least 14 days ago.'
_A_FOLDER = click.Path(path_type=Path, file_okay=False)


@command()
@click.option("--since", default=LAST_MEETING, show_default=True, metavar="DATE", help=_SINCE)
@click.option("--out", type=_A_FOLDER, help="Where to write it. By default, digest/ in the project's folder.")
def main(since: str, out: Path | None, root: Path) -> None:
    """Write digest.html, digest.txt and digest.md. Ends with 0 if they are written, and with 1 if they could not be."""
    site = _site_info(root)
    library, day = sound_library(root, "The digest was not written")
    public = PublicLibrary.of(library, day)
    try:
        start = since_when(since, public)
        written = write_digest(public, site, Renderer(), start, read_look(root / "theme/assets"))
    except ValueError as wrong:
        raise click.ClickException(str(wrong)) from None
    folder = out or root / "digest"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in (("html", written.html), ("txt", written.text), ("md", written.markdown)):
        (folder / f"digest.{name}").write_bytes(content)
        click.echo(f"Wrote {folder / f'digest.{name}'} ({len(content):,} bytes)")
    click.echo(f"It covers the news since {in_words(start)}.")
    if written.is_cut:
        click.echo(f"Lists were cut to {written.most} each, so that e-mail programs show all of it.")


def _site_info(root: Path) -> SiteInfo:
    settings = read_settings(root / SETTINGS_FILE)
    said = {name: text_of(settings, name) for name in ("site_url", "site_name", "site_description")}
    if not said["site_url"]:
        raise click.ClickException(
            'In mkdocs.yml, "site_url" must say where the site is, because the digest links to it.'
        )
    if not said["site_name"]:
        raise click.ClickException('In mkdocs.yml, "site_name" must say what the site is called.')
    theme = settings.get("theme")
    return site_info(said, (text_of(theme, "language") if isinstance(theme, dict) else "") or "en")


if __name__ == "__main__":
    main()
