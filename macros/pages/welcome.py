"""The welcome pack to print: what a new champion should know on the first day, all of it also on the site."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.kinds import Initiative, Meeting, Page, Service, Theme
from macros.library.library import CONTENT
from macros.library.order import by_title, newest_first, still_holding
from macros.library.public import PublicLibrary
from macros.pages.actions import ActionLine, all_actions_of, service_actions
from macros.pages.home import themes_by_use
from macros.pages.meeting import day_and_time
from macros.pages.parts import Item, ListEntry, More, anchor, entries_of, page_that_calls
from macros.pages.service import initiatives_of
from macros.pages.shortlist import shortlist
from macros.schema.network import Champions

# This much fits on two sheets.
_MOST_THEMES = 5
_MOST_LISTED = 8


@dataclass(frozen=True)
class WelcomePack:
    """The welcome pack of a service. `words` are the network's for champions, and `about` the page that explains them.

    `nearby` are other services of its area that have a champion, and `contacts` the mailboxes of the service and the network.
    """

    service: Service
    words: Champions
    about: Page | None
    themes: Sequence[tuple[Theme, int]]
    initiatives: Sequence[ListEntry]
    more_initiatives: More | None
    nearby: Sequence[Service]
    more_nearby: More | None
    area: str
    contacts: Mapping[str, str]
    meeting: Meeting | None
    when: str
    actions: Sequence[ActionLine]
    more_actions: More | None

    @property
    def title(self) -> str:
        """The title of the pack."""
        return f"Welcome, new {self.words.one}"


def welcome_pack(service: Service, public: PublicLibrary) -> WelcomePack:
    """The welcome pack of a service as of today."""
    network, meeting = public.network, public.next_meeting
    own = sorted(still_holding(public.linking_to(service, Initiative, "services")), key=newest_first)
    initiatives, more_initiatives = shortlist(own, initiatives_of(service, public), most=_MOST_LISTED)
    nearby, more_nearby = shortlist(
        _nearby(service, public), _champions_in(service, public), which="first", most=_MOST_LISTED
    )
    actions, more_actions = shortlist(
        service_actions(service.id, public), all_actions_of(service, public), which="most urgent", most=_MOST_LISTED
    )
    mailboxes = {service.title: service.contact, network.short_name: network.contact}
    return WelcomePack(
        service=service,
        words=network.champions,
        about=public.pages.get(f"{CONTENT}/{network.champions.about}") if network.champions.about else None,
        themes=public.once(_themes, None),
        initiatives=entries_of(initiatives, public),
        more_initiatives=more_initiatives,
        nearby=nearby,
        more_nearby=more_nearby,
        area=network.words("areas")[service.area],
        contacts={name: mailbox for name, mailbox in mailboxes.items() if mailbox},
        meeting=meeting,
        when=day_and_time(meeting) if meeting else "",
        actions=actions,
        more_actions=more_actions,
    )


def _themes(_: None, public: PublicLibrary) -> Sequence[tuple[Theme, int]]:
    """The themes of every pack, which are the same: to count them anew for each took a fifth of a large build."""
    return [use for use in themes_by_use(public, retired=False)[:_MOST_THEMES] if use[1]]


def _nearby(service: Service, public: PublicLibrary) -> list[Service]:
    """The other services in the area that have a champion."""
    active = (one for one in public.all_of(Service).values() if one.active and one.champions)
    return sorted((one for one in active if one.id != service.id and one.area == service.area), key=by_title)


def _champions_in(service: Service, public: PublicLibrary) -> Item | None:
    """A link to the champions in a service's area, if the network has a page of champions."""
    page = page_that_calls("champions", public)
    area = public.network.words("areas")[service.area]
    return page and page.saying(f"See all {public.network.champions.many} in {area}", f"#kb-{anchor(area)}")
