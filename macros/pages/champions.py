"""The directory of champions: who they are, how to reach them, and which services have none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.kinds import Named, Service, Speaker
from macros.library.order import by_title
from macros.library.public import PublicLibrary
from macros.pages.coverage import Coverage, coverage
from macros.schema.network import Champions


@dataclass(frozen=True)
class Directory:
    """The active services by area, the areas with someone to ask, and how many services had a champion over time."""

    areas: Mapping[str, Sequence[Service]]
    can_ask: Sequence[str]
    coverage: Coverage | None
    words: Champions


def champions_directory(public: PublicLibrary) -> Directory:
    """Every active service by area, in the order of network.yml and then by title."""
    active = sorted((one for one in public.all_of(Service).values() if one.active), key=by_title)
    areas = {
        label: [one for one in active if one.area == area] for area, label in public.network.words("areas").items()
    }
    in_use = {area: services for area, services in areas.items() if services}
    can_ask = [area for area, services in in_use.items() if any(one.champions for one in services)]
    return Directory(in_use, can_ask, coverage(public), public.network.champions)


def people_named(public: PublicLibrary) -> tuple[list[Named], list[Speaker]]:
    """The people named on the site, each with their agreement: champions, and speakers at meetings."""
    people = [person for record in public.all() for _, person in record.named_people()]
    speakers = [one for one in people if isinstance(one, Speaker)]
    return [one for one in people if one not in speakers], speakers
