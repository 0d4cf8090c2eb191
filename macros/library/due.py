"""Due dates: record reviews with their owners, and champions' consent to be named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from macros.kinds import Champion, Record, Service
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.library.records import Records

# How long before their consent ends champions are asked about staying listed.
ASK_BEFORE = timedelta(days=60)
# How far ahead reminders look. A quarter leaves time to fit in a review.
SOON = timedelta(days=90)


@dataclass(frozen=True)
class Owner:
    """Who looks after a record: a service, with the path of its page, or a role in the network, without one.

    `key` is unique to the owner: "service:east-riding", "role:editors".
    """

    key: str
    name: str
    path: str | None = None


@dataclass(frozen=True)
class ReviewDue:
    """A record that needs a review, with its owner and due date."""

    record: Record
    owner: Owner
    due: date
    is_overdue: bool


@dataclass(frozen=True)
class ConsentEnding:
    """A champion whose consent is ending: when to ask them, and the day their name is hidden."""

    service: Service
    champion: Champion
    ask_from: date
    ends: date


def owner_of(record: Record, library: Records) -> Owner:
    """The owner of a record: the role it names, else the first of its services that is still active, else the first role."""
    services, roles = library.all_of(Service), library.network.words("roles")
    for service_id in record.looked_after_by if record.owner is None else ():
        if (own := services.get(service_id)) and own.active:
            return Owner(f"service:{own.id}", own.title, own.path)
    role = record.owner or next(iter(roles))
    return Owner(f"role:{role}", roles[role])


def still_named(library: Library, today: date) -> list[Service]:
    """The services whose files still name a champion whose consent has ended."""
    return [
        service
        for service in library.all_of(Service).values()
        if any(champion.hidden_from is not None and champion.hidden_from <= today for champion in service.champions)
    ]


def reviews_due(public: PublicLibrary, until: date) -> Sequence[ReviewDue]:
    """The reviews due by `until`, longest overdue first."""
    found = [
        ReviewDue(record, owner_of(record, public), due, due < public.today)
        for record in public.all()
        if (due := record.review_due) is not None and due <= until
    ]
    return sorted(found, key=lambda one: (one.due, one.record.title.casefold()))


def consents_ending(public: PublicLibrary, until: date) -> Sequence[ConsentEnding]:
    """The champions to ask about staying listed by `until`, earliest end of consent first.

    The public library has already dropped champions whose consent has ended.
    """
    found = [
        ConsentEnding(service, champion, champion.hidden_from - ASK_BEFORE, champion.hidden_from)
        for service in public.all_of(Service).values()
        for champion in service.champions
        if champion.hidden_from is not None and champion.hidden_from - ASK_BEFORE <= until
    ]
    return sorted(found, key=lambda one: (one.ends, one.service.title.casefold()))
