"""The page of a service."""

from macros.kinds import Initiative, Meeting, Presentation, Service
from macros.kinds.initiative import STAGES
from macros.library.action_history import latest_first
from macros.library.order import newest_first
from macros.library.public import PublicLibrary
from macros.pages.actions import all_actions_of, closed_service_actions, service_actions
from macros.pages.downloads import Download, due_dates_calendar, welcome_pack_folder
from macros.pages.parts import (
    Ask,
    Item,
    KindView,
    Listing,
    PageSection,
    fact,
    facts,
    item_with_alert,
    items_for,
    page_that_calls,
    presented_records,
    section,
    sections,
)
from macros.pages.service_figures import figure_sections
from macros.pages.shortlist import entries_section, list_of, listing_of, shortlist


def view(record: Service, public: PublicLibrary) -> KindView:
    """Where it is, who runs it, how to reach it, whether it has left, and everything it does."""
    how_to_reach = facts(
        fact("Area", public.network.words("areas")[record.area], is_own=True),
        fact("Run by", record.provider, is_own=True),
        fact("Website", Item(record.website, href=record.website) if record.website else None),
        fact("Contact", Item(record.contact, href=f"mailto:{record.contact}") if record.contact else None),
        fact("Formerly", *record.former_names, is_own=True),
        fact("Themes", *items_for(public, "theme", record.tags)),
    )
    left = Item(f"This service is no longer part of {public.network.short_name}.")
    return KindView(how_to_reach, [] if record.active else [left], below=_sections(record, public))


def _sections(record: Service, public: PublicLibrary) -> list[PageSection]:
    """Its champions and initiatives, what it took up and presented, and its actions."""
    network = public.network
    named = public.linking_to(record, Initiative, "adopted_by")
    # A service that others learnt its own initiative from is named among them too.
    adopted = sorted((one for one in named if record.id not in one.services), key=newest_first)
    presented, more_presented = shortlist(_presented(record, public), _meetings_of(record, public))
    actions, more_actions = shortlist(
        service_actions(record.id, public), all_actions_of(record, public), which="most urgent"
    )
    closed, more_closed = shortlist(closed_service_actions(record.id, public), _closed_actions(public), which="latest")
    name = network.champions.many[0].upper() + network.champions.many[1:]
    return sections(
        section(name, "champions", record.champions),
        section("Initiatives", "listings", _by_stage(record, public)),
        entries_section("Adopted from others", adopted, initiatives_of(record, public), public),
        section(name, "ask", _unlisted(record, public)),
        *figure_sections(record, public),
        section("Presented at meetings", "presented", presented, more=more_presented),
        section("Open actions", "own_actions", actions, more=more_actions),
        section("Actions recently done or dropped", "own_actions", closed, more=more_closed),
    )


def _unlisted(record: Service, public: PublicLibrary) -> Ask | None:
    """A question to a champion who is not listed, which no one answers for another. No form asks it: it leads to all ways to contribute."""
    if record.champions or not record.active:
        return None
    page = public.main_pages.contribute
    text = f"No one is listed yet. Are you a {public.network.champions.one} here, and would you like to be listed?"
    return Ask(text, [Item("Tell us", page)] if page else [])


def _by_stage(record: Service, public: PublicLibrary) -> list[Listing]:
    own = sorted(public.linking_to(record, Initiative, "services"), key=newest_first)
    link = initiatives_of(record, public)
    listings = [listing_of(stage.label, [one for one in own if one.stage is stage], link, public) for stage in STAGES]
    return [listing for listing in listings if listing.entries]


def initiatives_of(record: Service, public: PublicLibrary) -> Item:
    """A link to all initiatives of a service."""
    number = len(public.linking_to(record, Initiative, "services", "adopted_by"))
    return list_of(Initiative, number, f"of {record.title}, its own and those it adopted", service=record.id)


def _meetings_of(record: Service, public: PublicLibrary) -> Item:
    number = len(public.linking_to(record, Meeting, "presentations", "attended"))
    return list_of(Meeting, number, f"that {record.title} took part in", service=record.id)


def _closed_actions(public: PublicLibrary) -> Item | None:
    page = page_that_calls("open_actions", public)
    return page and page.saying("See all that were recently done or dropped", "#kb-done-or-dropped-lately")


def _presented(record: Service, public: PublicLibrary) -> list[tuple[Presentation, Item, list[Item]]]:
    """The presentations of a service, each with its meeting and the records that it was about."""
    return [
        (one, item_with_alert(meeting), presented_records(one, public))
        for meeting in latest_first(public.linking_to(record, Meeting, "presentations"))
        for one in meeting.presentations
        if one.service == record.id
    ]


def own_downloads(record: Service, public: PublicLibrary, top: str) -> list[Download]:
    """The calendar of its due dates and, while it is in the network, a pack for a new champion."""
    due = due_dates_calendar(record, public, top)
    if not record.active:
        return due
    label = f"Print a welcome pack for a new {public.network.champions.one}"
    return [*due, Download(label, "text/html", welcome_pack_folder(record))]
