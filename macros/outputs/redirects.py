"""Redirects to a record from its former addresses and from the short one printed on its card."""

from collections.abc import Iterator

from macros.kinds import Record
from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.outputs.permanent_id import folders
from macros.pages.rendering import Renderer


def short_address(record: Record, site: SiteInfo) -> str:
    """The short address of a record without https://, for typing; empty if its kind has none."""
    return f"{site.top.partition('://')[2]}{record.SHORT_FOLDER}/{record.id}" if record.SHORT_FOLDER else ""


def redirects(public: PublicLibrary, site: SiteInfo, renderer: Renderer) -> Iterator[File]:
    """A page at each of these addresses that redirects to the record."""
    for record in public.all():
        _, *former = folders(record)
        short = [f"{record.SHORT_FOLDER}/{record.id}"] if record.SHORT_FOLDER else []
        for folder in (*former, *short):
            page = renderer.render("redirect.html.j2", f"{folder}/", record=record, language=site.language)
            yield File(f"{folder}/index.html", page.encode("utf-8"))
