"""Addresses that lead on to a record: its former ones, and the short one that is printed on a card, to be typed in again."""

from collections.abc import Iterator

from macros.kinds import Record
from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.outputs.permanent_id import folders
from macros.pages.rendering import Renderer


def short_address(record: Record, place: SiteInfo) -> str:
    """The address of a record as people type it: without https:// and as short as it can be; nothing if it has no cards."""
    return f"{place.top.partition('://')[2]}{record.SHORT_FOLDER}/{record.id}" if record.SHORT_FOLDER else ""


def redirects(public: PublicLibrary, place: SiteInfo, renderer: Renderer) -> Iterator[File]:
    """A page at each of these addresses, which leads to where the record is."""
    for record in public.all():
        for folder in _other_folders(record):
            page = renderer.render("redirect.html.j2", f"{folder}/", record=record, language=place.language)
            yield File(f"{folder}/index.html", page.encode("utf-8"))


def _other_folders(record: Record) -> Iterator[str]:
    _, *former = folders(record)
    yield from former
    if record.SHORT_FOLDER:
        yield f"{record.SHORT_FOLDER}/{record.id}"
