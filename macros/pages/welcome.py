"""The welcome pack to print: what a new champion should know on the first day, all of it also on the site."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.kinds import Initiative, Service, Theme
from macros.library.library import CONTENT
from macros.library.order import by_title, newest_first, still_holding
from macros.library.public import PublicLibrary
from macros.pages.actions import ActionLine, all_actions_of, service_actions
from macros.pages.champions import ChampionLine, champion_lines
from macros.pages.meeting import day_and_time
from macros.pages.parts import Item, ListEntry, More, anchor, entries_of, item_for, page_item, page_that_calls
from macros.pages.service import initiatives_of
from macros.pages.shortlist import shortlist

# This much fits on two sheets.
_MOST_THEMES = 5
_MOST_INITIATIVES = 8
_MOST_NEARBY = 8
_MOST_ACTIONS = 8


@dataclass(frozen=True)
class ThemeLine:
    """A theme with its summary and how many records have it."""

    theme: Item
    summary: str
    number: int


@dataclass(frozen=True)
class Nearby:
    """The champions of another service in the same area."""

    service: Item
    champions: Sequence[ChampionLine]


@dataclass(frozen=True)
class MeetingToCome:
    """The next meeting. Its page has the agenda."""

    meeting: Item
    when: str
    place: str
    item: str


@dataclass(frozen=True)
class WelcomePack:
    """The welcome pack of a service."""

    title: str
    service: Item
    one: str
    many: str
    about: Item | None
    about_summary: str
    themes: Sequence[ThemeLine]
    initiatives: Sequence[ListEntry]
    more_initiatives: More | None
    own: Sequence[ChampionLine]
    nearby: Sequence[Nearby]
    more_nearby: More | None
    area: str
    contacts: Sequence[tuple[str, Item]]
    meeting: MeetingToCome | None
    actions: Sequence[ActionLine]
    more_actions: More | None


def welcome_pack(service: Service, public: PublicLibrary) -> WelcomePack:
    """The welcome pack of a service as of today."""
    network = public.network
    words = network.champions
    initiatives, more_initiatives = shortlist(
        sorted(still_holding(public.linking_to(service, Initiative, "services")), key=newest_first),
        initiatives_of(service, public),
        most=_MOST_INITIATIVES,
    )
    nearby, more_nearby = shortlist(
        _nearby(service, public), _champions_in(service, public), which="first", most=_MOST_NEARBY
    )
    actions, more_actions = shortlist(
        service_actions(service.id, public), all_actions_of(service, public), which="most urgent", most=_MOST_ACTIONS
    )
    return WelcomePack(
        title=f"Welcome, new {words.one}",
        service=item_for(service),
        one=words.one,
        many=words.many,
        about=page_item(words.about, public) if words.about else None,
        about_summary=_summary(words.about, public),
        themes=_themes(public),
        initiatives=entries_of(initiatives, public),
        more_initiatives=more_initiatives,
        own=champion_lines(service),
        nearby=nearby,
        more_nearby=more_nearby,
        area=network.words("areas")[service.area],
        contacts=[
            (name, Item(mailbox, href=f"mailto:{mailbox}"))
            for name, mailbox in ((service.title, service.contact), (network.short_name, network.contact))
            if mailbox
        ],
        meeting=_meeting(public),
        actions=actions,
        more_actions=more_actions,
    )


def _summary(path: str | None, public: PublicLibrary) -> str:
    """The description of a written page, which is meant for search engines; empty if there is none."""
    page = public.pages.get(f"{CONTENT}/{path}") if path else None
    return page.description or "" if page else ""


def _themes(public: PublicLibrary) -> list[ThemeLine]:
    """The most used themes."""
    lines = []
    for theme in still_holding(public.all_of(Theme).values()):
        number = len(still_holding(public.gathered_by(theme)))
        if number:
            lines.append(ThemeLine(item_for(theme), theme.summary, number))
    return sorted(lines, key=lambda one: (-one.number, one.theme.text.casefold()))[:_MOST_THEMES]


def _nearby(service: Service, public: PublicLibrary) -> list[Nearby]:
    """The other services in the area that have a champion."""
    others = [
        Nearby(item_for(one), champion_lines(one))
        for one in sorted(public.all_of(Service).values(), key=by_title)
        if one.id != service.id and one.active and one.area == service.area
    ]
    return [one for one in others if one.champions]


def _champions_in(service: Service, public: PublicLibrary) -> Item | None:
    """A link to the champions in a service's area, if the network has a page of champions."""
    network = public.network
    page = page_that_calls("champions", public)
    if page is None:
        return None
    area = network.words("areas")[service.area]
    return page.saying(f"See all {network.champions.many} in {area}", f"#kb-{anchor(area)}")


def _meeting(public: PublicLibrary) -> MeetingToCome | None:
    meeting = public.next_meeting
    if meeting is None:
        return None
    return MeetingToCome(
        item_for(meeting),
        day_and_time(meeting),
        meeting.shown_place,
        meeting.standing_item.title if meeting.standing_item else "",
    )
