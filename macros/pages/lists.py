"""The list of each kind, grouped and sorted the way a reader would look for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from macros.kinds import Evidence, Initiative, MeetingStage, Service, Theme
from macros.library.order import by_title
from macros.library.public import PublicLibrary
from macros.pages.facets import Facet, narrowing
from macros.pages.initiative import STAGES
from macros.pages.parts import KIND_NOUNS, RETIRED, ListEntry, Listing, entries_of


def initiative_listings(public: PublicLibrary) -> list[Listing]:
    """By stage, what works first; by title within a stage."""
    initiatives = sorted(public.all_of(Initiative).values(), key=by_title)
    return _filled(
        Listing(
            stage.label, entries_of((one for one in initiatives if one.stage is stage), public), note=stage.description
        )
        for stage in STAGES
    )


def meeting_listings(public: PublicLibrary) -> list[Listing]:
    """Those to come, the next first; then those held by year, the latest first."""
    meetings = public.meetings_newest_first
    planned = [meeting for meeting in reversed(meetings) if meeting.stage is MeetingStage.PLANNED]
    held = [meeting for meeting in meetings if meeting.stage is MeetingStage.HELD]
    years = sorted({meeting.date.year for meeting in held}, reverse=True)
    return _filled(
        [
            Listing("To come", entries_of(planned, public)),
            *(Listing(str(year), entries_of((one for one in held if one.date.year == year), public)) for year in years),
        ]
    )


def evidence_listings(public: PublicLibrary) -> list[Listing]:
    """By kind in the order of network.yml; within a kind the strongest first, then the newest."""
    evidence = sorted(
        public.all_of(Evidence).values(),
        key=lambda one: (-one.strength, -(one.citation.year or 0), one.title.casefold()),
    )
    return _filled(
        Listing(label, entries_of((one for one in evidence if one.kind == kind), public), is_own=True)
        for kind, label in public.network.words("evidence_kinds").items()
    )


def service_listings(public: PublicLibrary) -> list[Listing]:
    """By area in the order of network.yml, then by name; those that have left come last."""
    services = sorted(public.all_of(Service).values(), key=by_title)
    return _filled(
        [
            *(
                Listing(
                    label, entries_of((one for one in services if one.active and one.area == area), public), is_own=True
                )
                for area, label in public.network.words("areas").items()
            ),
            Listing("No longer in the network", entries_of((one for one in services if not one.active), public)),
        ]
    )


def theme_listings(public: PublicLibrary) -> list[Listing]:
    """By group in the order of network.yml, then by title."""
    themes = sorted(public.all_of(Theme).values(), key=by_title)
    return _filled(
        Listing(label, entries_of((one for one in themes if one.group == group), public), is_own=True)
        for group, label in public.network.words("theme_groups").items()
    )


def _filled(listings: Iterable[Listing]) -> list[Listing]:
    return [listing for listing in listings if listing.entries]


_LISTS: Mapping[str, Callable[[PublicLibrary], list[Listing]]] = {
    "initiative": initiative_listings,
    "meeting": meeting_listings,
    "evidence": evidence_listings,
    "service": service_listings,
    "theme": theme_listings,
}


@dataclass(frozen=True)
class ListPage:
    """Every record of a kind in its groups, how many there are, and what they can be narrowed down by."""

    noun: str
    nouns: str
    listings: Sequence[Listing]
    facets: Sequence[Facet]
    total: int


def list_page(kind: str, public: PublicLibrary) -> ListPage:
    """What the page with the list of a kind shows. What was retired stands in a group of its own at the end."""
    narrow = narrowing(kind, public)
    listings = [_with_answers(listing, narrow.answers) for listing in _retired_last(_LISTS[kind](public))]
    return ListPage(*KIND_NOUNS[kind], listings, narrow.facets, len(public.records[kind]))


def _retired_last(listings: Sequence[Listing]) -> list[Listing]:
    retired = [entry for listing in listings for entry in listing.entries if entry.stage == RETIRED]
    if not retired:
        return list(listings)
    kept = [
        replace(listing, entries=[entry for entry in listing.entries if entry.stage != RETIRED]) for listing in listings
    ]
    note = "These no longer hold. Each says why, or what replaced it."
    return [*_filled(kept), Listing(RETIRED.capitalize(), retired, note=note)]


def _with_answers(listing: Listing, answers: Mapping[str, str]) -> Listing:
    entries: list[ListEntry] = [replace(entry, answers=answers[entry.path]) for entry in listing.entries]
    return replace(listing, entries=entries)
