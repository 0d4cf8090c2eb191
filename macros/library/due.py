"""What falls due: reviews of records, by who looks after them, and agreements of champions to be named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from macros.kinds import Champion, Record, Service, review_due
from macros.library.library import Library
from macros.library.public import PublicLibrary
from macros.library.records import Records

# So long before their agreement ends champions are asked whether they go on being named.
ASK_BEFORE = timedelta(days=60)
# So far ahead it is told what falls due: a quarter, in which a review can be fitted in somewhere.
SOON = timedelta(days=90)


@dataclass(frozen=True)
class Owner:
    """Who looks after a record: a service, with the path of its page, or a role of the network, without one.

    `key` is the same for all records of one owner and for no other: "service:east-riding", "role:editors".
    """

    key: str
    name: str
    path: str | None = None


@dataclass(frozen=True)
class ReviewDue:
    """A record that is to be looked at again, by whom and by which day."""

    record: Record
    owner: Owner
    due: date
    is_overdue: bool


@dataclass(frozen=True)
class ConsentEnding:
    """A champion whose agreement to be named ends: from which day they are asked, and on which their name goes."""

    service: Service
    champion: Champion
    ask_from: date
    ends: date


def owner_of(record: Record, library: Records) -> Owner:
    """Who looks after a record: the role it names, else its own service, else the first role of network.yml."""
    if record.owner is None:
        own = _service_of(record, library)
        if own is not None:
            return Owner(f"service:{own.id}", own.title, own.path)
    roles = library.network.words("roles")
    role = record.owner or next(iter(roles))
    return Owner(f"role:{role}", roles[role])


def _service_of(record: Record, library: Records) -> Service | None:
    """The service itself, or the first of an initiative's that is still in the network: one that has left looks after nothing."""
    services = library.all_of(Service)
    return next((services[one] for one in record.looked_after_by if one in services and services[one].active), None)


def still_named(library: Library, today: date) -> list[Service]:
    """The services in whose files a name stands that may no longer be shown."""
    return [
        one
        for one in library.all_of(Service).values()
        if any(champion.hidden_from is not None and champion.hidden_from <= today for champion in one.champions)
    ]


def reviews_due(public: PublicLibrary, until: date) -> Sequence[ReviewDue]:
    """Every review that is due by the day `until`, the longest overdue first."""
    found = [
        ReviewDue(record, owner_of(record, public), due, due < public.today)
        for record in public.all()
        if (due := review_due(record)) is not None and due <= until
    ]
    return sorted(found, key=lambda one: (one.due, one.record.title.casefold()))


def consents_ending(public: PublicLibrary, until: date) -> Sequence[ConsentEnding]:
    """Every champion who is to be asked again by the day `until`, the first to end first.

    Those whose agreement has ended are not among them: the public no longer knows their names.
    """
    found = [
        ConsentEnding(service, champion, champion.hidden_from - ASK_BEFORE, champion.hidden_from)
        for service in public.all_of(Service).values()
        for champion in service.champions
        if champion.hidden_from is not None and champion.hidden_from - ASK_BEFORE <= until
    ]
    return sorted(found, key=lambda one: (one.ends, one.service.title.casefold()))
