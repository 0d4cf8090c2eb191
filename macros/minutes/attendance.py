"""The services that were at a meeting, by what its minutes say of those who were there."""

from collections.abc import Sequence

from macros.minutes.found import Found, Said
from macros.minutes.inline import all_but
from macros.minutes.inline import names as names_in
from macros.minutes.markdown import one_line
from macros.minutes.messages import said
from macros.minutes.outcome import Told
from macros.minutes.people import People


def attended(found: Found, people: People, told: Told) -> list[str]:
    """The ids of the services that were there, each once and in the order of the file."""
    present, absent, unmarked = found.present, found.absent, found.unmarked
    services: dict[str, None] = {}
    unknown: list[str] = []
    for one in present:
        missing = all_but(one_line(one.text))
        if missing is None:
            _each(one, people, services, unknown)
        elif (others := _all_but(missing, people)) is not None:
            services |= dict.fromkeys(others)
            told.assumed.append(said("all-others", text=one_line(one.text), number=len(others)))
        else:
            told.questions.append(said("which-there", text=one_line(one.text)))
    away: dict[str, None] = {}
    for one in absent:
        _each(one, people, away, unknown)
    for service in [one for one in services if one in away]:
        told.questions.append(said("there-and-away", service=people.title(service)))
    if services:
        told.understood.append(said("were-there", services="; ".join(map(people.title, services))))
    if away:
        told.understood.append(said("were-away", services="; ".join(map(people.title, away))))
    unsaid = dict.fromkeys(people.service(one_line(one.text)) for one in unmarked)
    if left := [one for one in unsaid if one is not None and one not in services and one not in away]:
        told.understood.append(said("no-mark", services="; ".join(map(people.title, left))))
    if names := [*dict.fromkeys(unknown)]:
        near = "".join(f" {one}:{meant}" for one in names if (meant := people.meant(one)))
        told.ask_privately(
            said("names-there", names="; ".join(names), near=near), said("names-there-in-public", number=len(names))
        )
    _own_words([*present, *absent, *unmarked], told)
    return [*services]


def _each(one: Said, people: People, services: dict[str, None], unknown: list[str]) -> None:
    whole = people.exactly(one_line(one.text))
    for name in [one_line(one.text)] if whole else names_in(one.text):
        if service := people.service(name):
            services[service] = None
        else:
            unknown.append(name)


def _all_but(missing: str, people: People) -> list[str] | None:
    """All current services but those that are named; None if one of these is not known."""
    away = [people.service(name) for name in names_in(missing)]
    return None if None in away else [one for one in people.current() if one not in away]


def _own_words(written: Sequence[Said], told: Told) -> None:
    """Note the words as they were written: the name of a service may have been abbreviated."""
    told.own += [one_line(one.text) for one in written]
