"""The list of each kind, grouped and sorted as readers would expect."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from macros.kinds import KINDS
from macros.library.order import by_title
from macros.library.public import PublicLibrary
from macros.pages.facets import Facet, narrowing
from macros.pages.parts import RETIRED, ListEntry, Listing, entries_of


@dataclass(frozen=True)
class ListPage:
    """Every record of a kind in groups, with facets to narrow them down by. For `asked` and `alike`, see `Narrowing`."""

    noun: str
    nouns: str
    listings: Sequence[Listing]
    facets: Sequence[Facet]
    asked: Sequence[str]
    alike: Sequence[str]
    total: int


def list_page(kind: str, public: PublicLibrary) -> ListPage:
    """The list page of a kind. Retired records are in a group of their own at the end."""
    model = KINDS[kind]
    narrow = narrowing(kind, public)
    groups = model.groups(sorted(public.all_of(model).values(), key=by_title), public)
    listings = [
        Listing(group.title, entries_of(group.records, public), group.note, is_own=group.is_own) for group in groups
    ]
    listings = [_with_answers(listing, narrow.answers) for listing in _retired_last(listings) if listing.entries]
    total = len(public.all_of(model))
    return ListPage(model.NAME.noun, model.NAME.nouns, listings, narrow.facets, narrow.asked, narrow.alike, total)


def _retired_last(listings: Sequence[Listing]) -> list[Listing]:
    retired = [entry for listing in listings for entry in listing.entries if entry.stage == RETIRED]
    if not retired:
        return list(listings)
    kept = [
        replace(listing, entries=[entry for entry in listing.entries if entry.stage != RETIRED]) for listing in listings
    ]
    note = "These no longer hold. Each says why, or what replaced it."
    return [*kept, Listing(RETIRED.capitalize(), retired, note=note)]


def _with_answers(listing: Listing, answers: Mapping[str, str]) -> Listing:
    entries: list[ListEntry] = [replace(entry, answers=answers[entry.path]) for entry in listing.entries]
    return replace(listing, entries=entries)
