"""The page of a service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from macros.kinds import Initiative, Meeting, Service
from macros.library.library import Library
from macros.library.public import Edition
from macros.pages.actions import all_actions_of, closed_service_actions, service_actions
from macros.pages.champions import champion_lines
from macros.pages.initiative import STAGES
from macros.pages.parts import (
    Fact,
    Item,
    Listing,
    Section,
    fact,
    facts,
    item_for,
    items_for,
    latest_first,
    newest_first,
    page_that_calls,
    presented_records,
    section,
    sections,
)
from macros.pages.shortlist import entries_section, list_of, listing_of, shortlist


@dataclass(frozen=True)
class Presented:
    """What a service presented, at which meeting, and the records it was about."""

    title: str
    meeting: Item
    about: Sequence[Item]


def service_facts(record: Service, edition: Edition) -> list[Fact]:
    """Where it is, who runs it and how to reach it."""
    library = edition.library
    return facts(
        fact("Area", library.network.words("areas")[record.area]),
        fact("Run by", record.provider),
        fact("Website", Item(record.website, href=record.website) if record.website else None),
        fact("Contact", Item(record.contact, href=f"mailto:{record.contact}") if record.contact else None),
        fact("Formerly", *record.former_names),
        fact("Themes", *items_for(library, "theme", record.tags)),
    )


def service_notices(record: Service, edition: Edition) -> list[Item]:
    """That it has left the network."""
    return [] if record.active else [Item(f"This service is no longer part of {edition.library.network.short_name}.")]


def service_sections(record: Service, edition: Edition) -> list[Section]:
    """Its champions, initiatives, what it took up and presented, and what it still has to do."""
    network = edition.library.network
    champions = champion_lines(record)
    no_champion = record.active and not champions
    adopted = sorted(edition.library.linking_to(record, Initiative, "adopted_by"), key=newest_first)
    presented, more_presented = shortlist(_presented(record, edition), _meetings_of(record, edition))
    actions, more_actions = shortlist(
        service_actions(record.id, edition), all_actions_of(record, edition.library), which="most urgent"
    )
    closed, more_closed = shortlist(
        closed_service_actions(record.id, edition), _closed_actions(edition.library), which="latest"
    )
    return sections(
        section(
            network.champions.many[0].upper() + network.champions.many[1:],
            "text" if no_champion else "champions",
            f"This service has no {network.champions.one} listed yet." if no_champion else champions,
        ),
        section("Initiatives", "listings", _by_stage(record, edition)),
        entries_section("Taken up from others", adopted, initiatives_of(record, edition), edition),
        section("Presented at meetings", "presented", presented, more=more_presented),
        section("Open actions", "actions", actions, owners=False, more=more_actions),
        section("Actions done or dropped lately", "actions", closed, owners=False, more=more_closed),
    )


def _by_stage(record: Service, edition: Edition) -> list[Listing]:
    own = sorted(edition.library.linking_to(record, Initiative, "services"), key=newest_first)
    link = initiatives_of(record, edition)
    listings = [listing_of(stage.label, [one for one in own if one.stage is stage], link, edition) for stage in STAGES]
    return [listing for listing in listings if listing.entries]


def initiatives_of(record: Service, edition: Edition) -> Item:
    """The link to all initiatives of a service."""
    number = len(edition.library.linking_to(record, Initiative, "services", "adopted_by"))
    return list_of(Initiative, number, f"of {record.title}, its own and those it took up", service=record.id)


def _meetings_of(record: Service, edition: Edition) -> Item:
    number = len(edition.library.linking_to(record, Meeting, "presentations", "attended"))
    return list_of(Meeting, number, f"that {record.title} took part in", service=record.id)


def _closed_actions(library: Library) -> Item | None:
    page = page_that_calls("open_actions", library)
    return page and replace(page, text="See all that were done or dropped lately", after="#kb-done-or-dropped-lately")


def _presented(record: Service, edition: Edition) -> list[Presented]:
    library = edition.library
    meetings = latest_first(library.linking_to(record, Meeting, "presentations"))
    return [
        Presented(presentation.title, item_for(meeting), presented_records(presentation, library))
        for meeting in meetings
        for presentation in meeting.presentations
        if presentation.service == record.id
    ]
