"""Lists cut to a readable length, with a link to the rest."""

from collections.abc import Sequence
from typing import TypeVar
from urllib.parse import urlencode

from macros.kinds import Meeting, Record
from macros.library.action_history import latest_first
from macros.library.library import INDEX
from macros.library.public import PublicLibrary
from macros.pages.parts import Item, Listing, More, PageSection, entries_of, in_sentence, section

# People look through about this many before they would rather filter, and a stapler holds as many sheets. It keeps the
# longest page small however many records there are.
MOST_LISTED = 30

Listed = TypeVar("Listed")


def shortlist(
    everything: Sequence[Listed], link: Item | None, *, which: str = "newest", most: int = MOST_LISTED
) -> tuple[Sequence[Listed], More | None]:
    """The first `most` entries, and a link to all if some are left out. `which` describes the first ones.

    Without a `link` to all of them, nothing is left out.
    """
    if link is None or len(everything) <= most:
        return everything, None
    return everything[:most], More(most, len(everything), which, link)


def listing_of(title: str, records: Sequence[Record], link: Item, public: PublicLibrary) -> Listing:
    """The first of `records`, under a heading that counts all of them. `link` leads to all."""
    shown, more = shortlist(records, link)
    return Listing(title, entries_of(shown, public), more=more)


def entries_section(title: str, records: Sequence[Record], link: Item, public: PublicLibrary) -> PageSection | None:
    """A section that lists the first of `records`, or None if there are none. `link` leads to all."""
    shown, more = shortlist(records, link)
    return section(title, "entries", entries_of(shown, public), more=more)


def talked_about(record: Record, public: PublicLibrary) -> PageSection | None:
    """The meetings that discussed a record, latest first."""
    meetings = latest_first(public.linking_to(record, Meeting))
    return entries_section("Discussed at", meetings, whole_list_of(Meeting), public)


def list_of(model: type[Record], number: int, whose: str, **chosen: str) -> Item:
    """A link to the list of a kind, narrowed down to `number` records by `chosen`. See `facets` for its names."""
    after = f"?{urlencode(chosen)}" if chosen else ""
    return Item(f"See all {number:,} {model.NAME.nouns} {whose}", _path(model), after=after)


def whole_list_of(model: type[Record]) -> Item:
    """A link to the whole list of a kind, for when it cannot be narrowed down to the subject of the page."""
    return Item(f"See all {model.NAME.nouns}", _path(model))


def rest_of(left_out: int, whole_list: Item | None) -> Item | None:
    """A note of how many were left out, with a link if there is a whole list; None if none were."""
    if left_out <= 0:
        return None
    more = f"{left_out:,} more"
    if whole_list is None:
        return Item(more)
    return whole_list.saying(f"{more}: {in_sentence(whole_list.text)}", whole_list.after)


def _path(model: type[Record]) -> str:
    return f"{model.FOLDER}/{INDEX}"
