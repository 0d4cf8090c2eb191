"""The facts that the site's own statements give about the people it names."""

from dataclasses import dataclass
from datetime import date

from macros.kinds import Service
from macros.library.public import PublicLibrary
from macros.pages.parts import Item, page_that_calls


@dataclass(frozen=True)
class PeopleNamed:
    """How many people the site names, what they are called, where, and when the last consent ends."""

    number: int
    one: str
    many: str
    directory: Item | None
    until: date | None


def people_named(public: PublicLibrary) -> PeopleNamed:
    """The facts about the champions named in a public library."""
    champions = [champion for service in public.all_of(Service).values() for champion in service.champions]
    words = public.network.champions
    return PeopleNamed(
        number=len(champions),
        one=words.one,
        many=words.many,
        directory=page_that_calls("champions", public),
        until=max((one.consent_until for one in champions if one.consent_until), default=None),
    )
