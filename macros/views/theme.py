"""The page of a theme."""

from __future__ import annotations

from macros.records.models import Evidence, Initiative, Meeting, Service, Theme
from macros.views.edition import Edition
from macros.views.parts import KIND_LABELS, Fact, Listing, Section, fact, facts, items_for, section, sections

_KINDS = (Initiative, Evidence, Meeting, Service, Theme)


def theme_facts(record: Theme, edition: Edition) -> list[Fact]:
    """The group it is in, other words for it, and the themes that it belongs to itself."""
    return facts(
        fact("Group", edition.library.network.words("theme_groups")[record.group]),
        fact("Also called", *record.synonyms),
        fact("Themes", *items_for(edition.library, "theme", record.tags)),
    )


def theme_sections(record: Theme, edition: Edition) -> list[Section]:
    """What is tagged with it, by kind, the newest first."""
    return sections(section("Tagged with this theme", "listings", theme_listings(record, edition)))


def theme_listings(record: Theme, edition: Edition) -> list[Listing]:
    """A list for each kind that has any."""
    found = []
    for model in _KINDS:
        tagged = edition.library.linking_to(record, model, "tags")
        tagged.sort(key=lambda one: (-one.last_change.toordinal(), one.title.casefold()))
        if tagged:
            found.append(Listing(KIND_LABELS[model.KIND][1], edition.entries(tagged)))
    return found
