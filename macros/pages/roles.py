"""What is there for each role: something to try, something to read and, for champions, something to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.kinds import Evidence, Initiative, InitiativeStage
from macros.kinds.initiative import STAGES
from macros.library.order import still_holding
from macros.library.public import PublicLibrary
from macros.pages.home import quick_initiatives
from macros.pages.parts import Item, ListEntry, anchor, entries_of, in_sentence, page_item, page_that_calls
from macros.pages.shortlist import list_of

# As much as someone looks at who has come for one role.
_MOST = 3
# After whatever says how long it takes.
_UNKNOWN = 24 * 60


@dataclass(frozen=True)
class Role:
    """A role and what is there for it. `is_own` says that something to try is for this role, and not only for everyone."""

    label: str
    to_try: Sequence[ListEntry]
    is_own: bool
    more_to_try: Item | None
    to_read: Sequence[ListEntry]
    more_to_read: Item | None
    links: Sequence[Item] = ()

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return anchor_of(self.label)

    @property
    def in_sentence(self) -> str:
        """Its label inside a sentence, in small letters except for abbreviations."""
        return in_sentence(self.label)


@dataclass(frozen=True)
class FollowedRole:
    """A role that readers can follow: its word, where it is on the page of roles, and its feed relative to the top of the site."""

    word: str
    page: Item
    feed: str


def anchor_of(label: str) -> str:
    """The id of the heading of a role."""
    return f"kb-{anchor(label)}"


def followed_roles(public: PublicLibrary) -> list[FollowedRole]:
    """The roles to follow, if the network has a page for them."""
    page = page_that_calls("for_each_role", public)
    words = public.network.words("audiences").items() if page else ()
    return [
        FollowedRole(word, Item(label, page.path, after=f"#{anchor_of(label)}", is_own=True), f"roles/{word}/feed.xml")
        for word, label in words
        if page
    ]


def records_for(word: str, public: PublicLibrary) -> Iterator[Initiative | Evidence]:
    """The initiatives that are for a role, and the evidence about it."""
    yield from (one for one in public.all_of(Initiative).values() if word in one.audience)
    yield from (one for one in public.all_of(Evidence).values() if word in one.audience)


def roles(public: PublicLibrary) -> list[Role]:
    """The roles that the network names, then its champions."""
    going, strongest = _initiatives(public), _evidence(public)
    named = [_role(word, label, going, strongest, public) for word, label in public.network.words("audiences").items()]
    return [*named, _champions(public)]


def _initiatives(public: PublicLibrary) -> list[Initiative]:
    """What can be tried: what works first, then what takes the least time."""
    going = [
        one for one in still_holding(public.all_of(Initiative).values()) if one.stage is not InitiativeStage.STOPPED
    ]
    return sorted(going, key=lambda one: (STAGES.index(one.stage), one.minutes or _UNKNOWN, one.title.casefold()))


def _evidence(public: PublicLibrary) -> list[Evidence]:
    """What can be read, the strongest first."""
    return sorted(still_holding(public.all_of(Evidence).values()), key=lambda one: (-one.weight, one.title.casefold()))


def _role(
    word: str, label: str, going: Sequence[Initiative], strongest: Sequence[Evidence], public: PublicLibrary
) -> Role:
    own = [one for one in going if word in one.audience]
    to_try = [*own, *(one for one in going if not one.audience)][:_MOST]
    about = [one for one in strongest if word in one.audience]
    linked = {evidence for initiative in to_try for evidence in initiative.evidence}
    behind = [one for one in strongest if one.id in linked and word not in one.audience]
    return Role(
        label,
        entries_of(to_try, public),
        bool(own),
        list_of(Initiative, len(own), f"for {in_sentence(label)}", audience=word) if len(own) > _MOST else None,
        entries_of([*about, *behind][:_MOST], public),
        list_of(Evidence, len(about), f"about {in_sentence(label)}", audience=word) if len(about) > _MOST else None,
    )


def _champions(public: PublicLibrary) -> Role:
    words = public.network.champions
    links = [
        page_item(words.about, public) if words.about else None,
        page_that_calls("champions", public),
        page_that_calls("reviews", public),
    ]
    label = words.many[0].upper() + words.many[1:]
    quick = quick_initiatives(public)[:_MOST]
    return Role(label, quick, bool(quick), None, (), None, [one for one in links if one])
