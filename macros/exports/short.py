"""Short addresses: what is printed on a card, to be typed in again."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports.file import File, Place
from macros.records.models import Initiative
from macros.views.edition import Edition
from macros.views.rendering import Renderer

FOLDER = "i"


def short_address(record: Initiative, place: Place) -> str:
    """The address of an initiative as people type it: without https:// and as short as it can be."""
    return f"{place.top.partition('://')[2]}{FOLDER}/{record.id}"


def short_pages(edition: Edition, renderer: Renderer) -> Iterator[File]:
    """A page at each short address that leads to the initiative."""
    for record in edition.library.of(Initiative).values():
        url = f"{FOLDER}/{record.id}/"
        page = renderer.render("redirect.html.j2", url, record=record)
        yield File(f"{url}index.html", page.encode("utf-8"))
