"""The services that were at a meeting, by what its minutes say of those who were there."""

from collections.abc import Sequence

from macros.minutes.found import Said
from macros.minutes.inline import all_but
from macros.minutes.inline import names as names_in
from macros.minutes.markdown import one_line
from macros.minutes.outcome import Told
from macros.minutes.people import People


def attended(present: Sequence[Said], absent: Sequence[Said], people: People, told: Told) -> list[str]:
    """The ids of the services that were there, each once and in the order of the file."""
    services: dict[str, None] = {}
    unknown: list[str] = []
    for said in present:
        missing = all_but(one_line(said.text))
        if missing is None:
            _each(said, people, services, unknown)
        elif (found := _all_but(missing, people)) is not None:
            services |= dict.fromkeys(found)
            told.assumed.append(f'"{one_line(said.text)}" was read as all {len(found)} other services of the network.')
        else:
            told.questions.append(f'"{one_line(said.text)}": which services were there?')
    away: dict[str, None] = {}
    for said in absent:
        _each(said, people, away, unknown)
    for service in [one for one in services if one in away]:
        told.questions.append(
            f"{people.title(service)} is named among those who were there and among those who were not. Which is right?"
        )
    if services:
        told.understood.append(f"These services were there: {'; '.join(map(people.title, services))}.")
    if away:
        told.understood.append(
            f"These services were not there, which a record does not say: {'; '.join(map(people.title, away))}."
        )
    if names := [*dict.fromkeys(unknown)]:
        near = "".join(f" {one}:{meant}" for one in names if (meant := people.meant(one)))
        told.ask_privately(
            f"Which services are these from, if any: {'; '.join(names)}? Names of people are not kept.{near}",
            f"{len(names)} of the names under attendance are not those of services. Which services were there? Names are not kept.",
        )
    _own_words([*present, *absent], told)
    return [*services]


def _each(said: Said, people: People, services: dict[str, None], unknown: list[str]) -> None:
    whole = people.exactly(one_line(said.text))
    for name in [one_line(said.text)] if whole else names_in(said.text):
        if service := people.service(name):
            services[service] = None
        else:
            unknown.append(name)


def _all_but(missing: str, people: People) -> list[str] | None:
    """All current services but those that are named; None if one of these is not known."""
    away = [people.service(name) for name in names_in(missing)]
    return None if None in away else [one for one in people.current() if one not in away]


def _own_words(said: Sequence[Said], told: Told) -> None:
    """Note the words as they were written: the name of a service may have been abbreviated."""
    told.own += [one_line(one.text) for one in said]
