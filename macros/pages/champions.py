"""The directory of champions: who they are, how to reach them, and which services have none."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.kinds import Service
from macros.library.order import by_title
from macros.library.public import PublicLibrary
from macros.pages.coverage import Coverage, coverage
from macros.pages.parts import Item, item_for
from macros.schema.types import in_words


@dataclass(frozen=True)
class ChampionLine:
    """A champion and how to reach them."""

    name: str
    role: str
    contact: Item
    since: str


@dataclass(frozen=True)
class ServiceChampions:
    """The champions of one service, if it has any."""

    service: Item
    champions: Sequence[ChampionLine]


@dataclass(frozen=True)
class AreaChampions:
    """The services of one area with their champions."""

    area: str
    services: Sequence[ServiceChampions]

    @property
    def has_somebody(self) -> bool:
        """Whether any service in the area has a champion."""
        return any(service.champions for service in self.services)


@dataclass(frozen=True)
class Directory:
    """All areas, and how many services have a champion. `one` and `many` are the network's words for champions."""

    areas: Sequence[AreaChampions]
    services: int
    with_champion: int
    coverage: Coverage | None
    one: str
    many: str


def champion_lines(service: Service) -> list[ChampionLine]:
    """The champions of a service."""
    return [
        ChampionLine(
            champion.name,
            champion.role,
            Item(champion.contact, href=f"mailto:{champion.contact}"),
            in_words(champion.since),
        )
        for champion in service.champions
    ]


def champions_directory(public: PublicLibrary) -> Directory:
    """Every active service by area, in the order of network.yml and then by title."""
    network = public.network
    active = sorted((service for service in public.all_of(Service).values() if service.active), key=by_title)
    areas = [
        AreaChampions(
            label,
            [
                ServiceChampions(item_for(service), champion_lines(service))
                for service in active
                if service.area == area
            ],
        )
        for area, label in network.words("areas").items()
    ]
    return Directory(
        areas=[area for area in areas if area.services],
        services=len(active),
        with_champion=sum(bool(service.champions) for service in active),
        coverage=coverage(public),
        one=network.champions.one,
        many=network.champions.many,
    )
