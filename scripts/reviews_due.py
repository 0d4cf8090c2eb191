"""Remind owners of reviews that are due, with one issue for each owner."""

import sys
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import click

from macros.github.client import GitHubRepository
from macros.github.reminder_issues import put_reminders
from macros.github.reminders import reminders
from macros.library.due import still_named
from macros.library.public import PublicLibrary
from macros.lint.command_line import command, sound_library
from macros.lint.help_links import reviews_address
from macros.pages.edit_links import EditLinks
from macros.schema.durations import counted
from macros.source.settings import SETTINGS_FILE, read_settings, text_of


@command()
@click.option("--dry-run", is_flag=True, help="Only print the issues, and ask GitHub nothing.")
@click.option("--repository", envvar="GITHUB_REPOSITORY", help="Where the issues are: OWNER/NAME.")
def main(dry_run: bool, repository: str | None, root: Path) -> None:
    """Open, change and close the issues about reviews and agreements that are due. Needs `gh` with a token in GH_TOKEN."""
    if not dry_run and not repository:
        raise click.UsageError("Say with --repository where the issues are, or print them with --dry-run.")
    library, day = sound_library(root, "No issue was opened, changed or closed")
    settings = read_settings(root / SETTINGS_FILE)
    site = text_of(settings, "site_url")
    site = f"{site.rstrip('/')}/" if site else ""
    all_reviews = reviews_address(root, library.documents)
    links = EditLinks(text_of(settings, "edit_uri"))
    due = reminders(PublicLibrary.of(library, day), still_named(library, day), links, site, all_reviews)
    if dry_run:
        for reminder in due:
            click.echo(f"# {reminder.title}\n\n{reminder.body}\n")
        click.echo(f"{counted(len(due), 'issue')}.", err=True)
        return
    for done in put_reminders(due, GitHubRepository(repository or "")):
        click.echo(done)


if __name__ == "__main__":
    main()
