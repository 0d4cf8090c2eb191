"""Lists that grow with the network, cut to what is good to read, with the way to the rest."""

from collections.abc import Sequence
from typing import TypeVar
from urllib.parse import urlencode

from macros.kinds import Meeting, Record
from macros.library.action_history import latest_first
from macros.library.library import INDEX
from macros.library.public import PublicLibrary
from macros.pages.parts import Item, Listing, More, PageSection, entries_of, section

# As many as people look through before they would rather narrow a list down, and as many sheets as a stapler holds. It
# keeps the longest page light however many records there are.
MOST_LISTED = 30

Listed = TypeVar("Listed")


def shortlist(
    found: Sequence[Listed], link: Item | None, *, which: str = "newest", most: int = MOST_LISTED
) -> tuple[Sequence[Listed], More | None]:
    """What a page lists of `found`, and where the rest is if that is not all; `which` says of what sort the first ones are.

    Without a `link` to all of them, all are listed.
    """
    if link is None or len(found) <= most:
        return found, None
    return found[:most], More(most, len(found), which, link)


def listing_of(title: str, found: Sequence[Record], link: Item, public: PublicLibrary) -> Listing:
    """What a page lists of `found` under a heading that counts all of them. `link` leads to the others."""
    shown, more = shortlist(found, link)
    return Listing(title, entries_of(shown, public), more=more, left_out=len(found) - len(shown))


def entries_section(title: str, found: Sequence[Record], link: Item, public: PublicLibrary) -> PageSection | None:
    """A section that lists the first of `found`, or None if there are none. `link` leads to all of them."""
    shown, more = shortlist(found, link)
    return section(title, "entries", entries_of(shown, public), more=more)


def talked_about(record: Record, public: PublicLibrary) -> PageSection | None:
    """The meetings at which a record was talked about, the latest first."""
    meetings = latest_first(public.linking_to(record, Meeting))
    return entries_section("Talked about at", meetings, whole_list_of(Meeting), public)


def list_of(model: type[Record], number: int, whose: str, **chosen: str) -> Item:
    """The link to the list of a kind, narrowed down to `number` records by what is `chosen`: see `facets` for the names."""
    after = f"?{urlencode(chosen)}" if chosen else ""
    return Item(f"See all {number:,} {model.NAME.nouns} {whose}", _path(model), after=after)


def whole_list_of(model: type[Record]) -> Item:
    """The link to the list of a kind where that cannot be narrowed down to what the page is about."""
    return Item(f"See all {model.NAME.nouns}", _path(model))


def rest_of(left_out: int, whole_list: Item | None) -> Item | None:
    """That so many more are not named, and where they are if there is a list of them; None if none were left out."""
    if left_out <= 0:
        return None
    more = f"{left_out:,} more"
    if whole_list is None:
        return Item(more)
    return whole_list.saying(f"{more}: {whole_list.text[0].lower()}{whole_list.text[1:]}", whole_list.after)


def _path(model: type[Record]) -> str:
    return f"{model.FOLDER}/{INDEX}"
