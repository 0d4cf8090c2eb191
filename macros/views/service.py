"""The page of a service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.records.fields import sort_key
from macros.records.models import Initiative, InitiativeStage, Meeting, Service
from macros.views.actions import service_actions
from macros.views.champions import champion_lines
from macros.views.edition import Edition
from macros.views.parts import Fact, Item, Listing, Section, fact, facts, item_for, items_for, section, sections


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
    return sections(
        section(
            network.champions.many[0].upper() + network.champions.many[1:],
            "text" if no_champion else "champions",
            f"This service has no {network.champions.one} listed yet." if no_champion else champions,
        ),
        section("Initiatives", "listings", _by_stage(record, edition)),
        section("Taken up from others", "entries", edition.entries(_adopted(record, edition))),
        section("Presented at meetings", "presented", _presented(record, edition)),
        section("Open actions", "actions", service_actions(record.id, edition), owners=False),
    )


def _by_stage(record: Service, edition: Edition) -> list[Listing]:
    own = edition.library.linking_to(record, Initiative, "services")
    listings = [
        Listing(stage.label, edition.entries(one for one in own if one.stage is stage))
        for stage in (
            InitiativeStage.ESTABLISHED,
            InitiativeStage.TRYING,
            InitiativeStage.IDEA,
            InitiativeStage.STOPPED,
        )
    ]
    return [listing for listing in listings if listing.entries]


def _adopted(record: Service, edition: Edition) -> list[Initiative]:
    return edition.library.linking_to(record, Initiative, "adopted_by")


def _presented(record: Service, edition: Edition) -> list[Presented]:
    library = edition.library
    meetings = sorted(
        library.linking_to(record, Meeting, "presentations"), key=lambda meeting: sort_key(meeting.date), reverse=True
    )
    return [
        Presented(
            presentation.title,
            item_for(meeting),
            [
                *items_for(library, "initiative", [presentation.initiative or ""]),
                *items_for(library, "evidence", [presentation.evidence or ""]),
            ],
        )
        for meeting in meetings
        for presentation in meeting.presentations
        if presentation.service == record.id
    ]
