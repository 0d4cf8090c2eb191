"""The page of a theme."""

from __future__ import annotations

from macros.kinds import Evidence, Initiative, Meeting, Record, Service, Theme
from macros.library.order import newest_first
from macros.library.public import PublicLibrary
from macros.pages.parts import KIND_LABELS, Fact, Item, Listing, PageSection, fact, facts, items_for, section, sections
from macros.pages.shortlist import list_of, listing_of, whole_list_of

_KINDS = (Initiative, Evidence, Meeting, Service, Theme)


def theme_facts(record: Theme, public: PublicLibrary) -> list[Fact]:
    """The group it is in, other words for it, and the themes that it belongs to itself."""
    return facts(
        fact("Group", public.network.words("theme_groups")[record.group], is_own=True),
        fact("Also called", *record.synonyms, is_own=True),
        fact("Themes", *items_for(public, "theme", record.tags)),
    )


def theme_sections(record: Theme, public: PublicLibrary) -> list[PageSection]:
    """What is tagged with it, by kind, the newest first."""
    listings = [_listing(record, model, public) for model in _KINDS]
    return sections(section("Tagged with this theme", "listings", [one for one in listings if one.entries]))


def _listing(record: Theme, model: type[Record], public: PublicLibrary) -> Listing:
    tagged = sorted(public.linking_to(record, model, "tags"), key=newest_first)
    return listing_of(KIND_LABELS[model.KIND][1], tagged, tagged_list(record, model, len(tagged)), public)


def tagged_list(record: Theme, model: type[Record], number: int) -> Item:
    """The link to all `number` records of a kind that are tagged with a theme; the list of themes is not narrowed down."""
    if model is Theme:
        return whole_list_of(Theme)
    return list_of(model, number, f"about {record.title}", theme=record.id)
