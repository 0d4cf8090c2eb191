"""The list of each kind, grouped and sorted as readers would expect."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from macros.kinds import KINDS
from macros.kinds.name import KindName
from macros.kinds.shown import ListGroup
from macros.kinds.sort_order import SortOrder
from macros.library.order import by_title, still_holding
from macros.library.public import PublicLibrary
from macros.pages.facets import Facet, narrowing
from macros.pages.parts import RETIRED, ListEntry, Listing, entries_of


@dataclass(frozen=True)
class ListPage:
    """Every record of a kind in groups, with facets to narrow them down by. For `asked` and `alike`, see `Narrowing`.

    `orders` are those that readers can choose. `gaps` has a sentence for each thing that is missing, such as the records of a
    group, and that readers may know of.
    """

    name: KindName
    listings: Sequence[Listing]
    gaps: Sequence[str]
    facets: Sequence[Facet]
    asked: Sequence[str]
    alike: Sequence[str]
    orders: Sequence[SortOrder]
    total: int


def list_page(kind: str, public: PublicLibrary) -> ListPage:
    """The list page of a kind. Retired records are in a group of their own at the end."""
    model = KINDS[kind]
    narrow, orders = narrowing(kind, public), model.orders()

    def entry(one: ListEntry) -> ListEntry:
        places = " ".join(order.place(one.record) for order in orders)
        return replace(one, answers=narrow.answers[one.record.path], order=places)

    def listing(group: ListGroup) -> Listing:
        entries = [*map(entry, entries_of(group.records, public))]
        return Listing(group.title, entries, group.note, is_own=group.is_own)

    groups = [*model.groups(sorted(public.all_of(model).values(), key=by_title), public)]
    listings = [listing(replace(group, records=still_holding(group.records))) for group in groups]
    retired = [record for group in groups for record in group.records if record.is_retired]
    listings.append(
        listing(
            ListGroup(RETIRED.capitalize(), retired, "These are out of date. Each page says why, or what replaced it.")
        )
    )
    in_use = [one for one in listings if one.entries]
    everything = [*public.all_of(model).values()]
    missing = model.gap(everything, public, public.today) if everything else ""
    gaps = [*filter(None, [missing]), *(group.gap for group in groups if group.gap and not group.records)]
    total = len(everything)
    return ListPage(model.NAME, in_use, gaps, narrow.facets, narrow.asked, narrow.alike, orders, total)
