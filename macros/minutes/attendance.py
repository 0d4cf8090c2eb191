"""The services that were at a meeting, by what its minutes say of those who were there."""

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
        missing = all_but(one_line(one))
        if missing is None:
            _each(one, people, services, unknown, told)
        elif (others := _all_but(missing, people)) is not None:
            services |= dict.fromkeys(others)
            told.assumed.append(said("all-others", text=one_line(one), number=len(others)))
        else:
            told.ask("which-there", one_line(one), text=one_line(one))
    away: dict[str, None] = {}
    not_there: list[str] = []
    for one in absent:
        _each(one, people, away, not_there, told)
    for service in [one for one in services if one in away]:
        told.ask("there-and-away", service, service=people.title(service))
    if services:
        told.understood.append(said("were-there", services="; ".join(map(people.title, services))))
    if away or not_there:
        told.left_out.append(
            said("were-away", services="; ".join(dict.fromkeys([*map(people.title, away), *not_there])))
        )
    unsaid = dict.fromkeys(people.service(one_line(one)) for one in unmarked)
    if left := [one for one in unsaid if one is not None and one not in services and one not in away]:
        told.understood.append(said("no-mark", services="; ".join(map(people.title, left))))
    if names := [*dict.fromkeys(unknown)]:
        near = "".join(f" {one}:{meant}" for one in names if (meant := people.meant(one)))
        in_public = said("names-there-in-public", number=len(names))
        told.ask("names-there", *names, in_public=in_public, names="; ".join(names), near=near)
    for unclear in found.unclear:
        _ask(unclear, people, told)
    # The name of a service may have been abbreviated.
    told.own += [one_line(one) for one in unmarked if people.service(one_line(one))]
    return [*services]


def _ask(unclear: Said, people: People, told: Told) -> None:
    """Ask whether someone was there. In public, only a service is named."""
    service = people.service(unclear.where)
    public = said("unclear-in-public", name=people.title(service)) if service else said("unclear-name-in-public")
    name = one_line(unclear.where)
    told.ask("unclear", service or name, in_public=public, name=name, marks=one_line(unclear.text))


def _each(text: str, people: People, services: dict[str, None], unknown: list[str], told: Told) -> None:
    line = one_line(text)
    for name in [line] if people.exactly(line) else names_in(text):
        if service := people.service(name):
            services[service] = None
            told.own.append(name)
            if not people.is_only(name):
                told.left_out.append(said("read-so-besides", text=name, service=people.title(service)))
        else:
            unknown.append(name)


def _all_but(missing: str, people: People) -> list[str] | None:
    """All current services but those that are named; None if one of these is not known."""
    away = [people.service(name) for name in names_in(missing)]
    return None if None in away else [one for one in people.current() if one not in away]
