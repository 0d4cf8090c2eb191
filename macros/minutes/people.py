"""Who is meant by the names in minutes: services, and people by their roles as far as the network's records know them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.kinds import Service
from macros.library.records import Records
from macros.lint.diagnostics import did_you_mean
from macros.lint.people.words import FIRST_NAMES, LAST_NAMES
from macros.minutes.markdown import one_line
from macros.propose.services import services_by_name
from macros.source.likeness import alike

_IN_BRACKETS = re.compile(r"[()\[\]]|\s[-–—/]\s|:")
_BRACKET = re.compile(r"[()\[\]]")
_COUNT = re.compile(r"\s*(?:x\s*)?\d+\s*$")
# Two or three words with capitals, the first of which may be a first name or the last a last name.
_PERSON = re.compile(
    r"(?<![\w'’-])(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof)\.?\s+)?[A-Z][a-zà-ž'’]+(?:[ -][A-Z][a-zà-ž'’]+){1,2}(?![\w'’-])"
)
_TITLES = ("dr", "mr", "mrs", "ms", "miss", "prof")
_ADDRESS = re.compile(r"(\]\([^)]*\)|https?://\S+)")
# The start of a sentence, an entry of a list or a cell.
_STARTS = re.compile(r"(?:^|[.!?]\s|\n|\| )[\s>#*+\d.-]*$")
_TITLED = re.compile(r"(?<!\w)(?:Dr|Mr|Mrs|Ms|Miss|Prof)\.?\s+[A-Z][a-zà-ž'’]+")


@dataclass(frozen=True)
class People:
    """Names and who they mean. Champions count whether or not they may still be shown: their names are taken out here.

    `alone` are first names that stand alone in the file at hand.
    """

    library: Records
    alone: tuple[str, ...] = ()

    @cached_property
    def _services(self) -> Mapping[str, str]:
        return services_by_name(self.library)

    @cached_property
    def champions(self) -> dict[str, tuple[str, str]]:
        """The role and the service of each champion by name, unless two share it."""
        found: dict[str, set[tuple[str, str]]] = {}
        for service in self.library.all_of(Service).values():
            for champion in service.champions:
                found.setdefault(alike(champion.name), set()).add((champion.role, service.id))
        return {name: next(iter(of)) for name, of in found.items() if len(of) == 1}

    def service(self, name: str) -> str | None:
        """The id of the service that a name means: its own, one of its former names, or that of its champion."""
        parts = [name, *_IN_BRACKETS.split(name)]
        found = {one for part in parts if (one := self.exactly(_COUNT.sub("", part)))}
        return found.pop() if len(found) == 1 else None

    def is_only(self, name: str) -> bool:
        """Whether a name is that of a service or its champion and nothing else, but for how many came from there."""
        return self.exactly(_COUNT.sub("", _BRACKET.sub(" ", name))) is not None

    def exactly(self, name: str) -> str | None:
        """The id of the service that has or had this name, or whose champion has it."""
        compared = alike(name).strip(" .*")
        compared = compared.removeprefix("the ")
        if not compared:
            return None
        return self._services.get(compared) or self.champions.get(compared, ("", ""))[1] or None

    def meant(self, name: str) -> str:
        """ " Did you mean "Apple service"?", or empty if no current service has a name near it."""
        return did_you_mean(one_line(name), map(self.title, self.current()))

    def title(self, service: str) -> str:
        """The name of a service."""
        found = self.library.get(Service.KIND, service)
        return found.title if found else service

    def current(self) -> list[str]:
        """The ids of the services that are in the network."""
        return [one.id for one in self.library.all_of(Service).values() if one.is_current]

    def with_roles(self, text: str) -> tuple[str, list[tuple[str, str]]]:
        """The text with roles in place of the names of champions, and each name that was replaced with its role."""
        replaced: list[tuple[str, str]] = []
        if self._names is None:
            return text, replaced

        def role(match: re.Match[str]) -> str:
            role, service = self.champions[alike(match[0])]
            said = f"{role} ({self.title(service)})"
            replaced.append((match[0], said))
            return said

        return self._names.sub(role, text), replaced

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        names = sorted(self.champions, key=len, reverse=True)
        words = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None

    def maybe_people(self, text: str) -> list[str]:
        """What may be the names of people, each once. Services are not among them."""
        found = [_without_verb(match[0]) for match in _PERSON.finditer(text) if _is_like_name(match[0])]
        found += [match[0] for match in _TITLED.finditer(text)]
        found += [name for name in self.alone if re.search(rf"(?<!\w){name}(?!\w)", text)]
        return [one for one in dict.fromkeys(found) if self.service(one) is None]

    def without_names(self, text: str) -> str:
        """The text with "a name" in place of what may be the name of a person."""
        text, _ = self.with_roles(text)
        names = sorted(self.maybe_people(text), key=len, reverse=True)
        return re.sub(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", "a name", text) if names else text

    def with_someone(self, text: str) -> tuple[str, list[str]]:
        """The text with "someone" in place of what may be the names of people, but in addresses, and these names."""
        parts = _ADDRESS.split(text)
        names = self.maybe_people("\n".join(parts[::2]))
        if not names:
            return text, []
        longest = sorted(names, key=len, reverse=True)
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")

        def someone(match: re.Match[str]) -> str:
            return "Someone" if _STARTS.search(match.string[: match.start()]) else "someone"

        return "".join(pattern.sub(someone, one) if index % 2 == 0 else one for index, one in enumerate(parts)), names


def _without_verb(name: str) -> str:
    """A name without a word before it that has a capital because it starts a sentence: "Ask Jane Smith"."""
    first, _, rest = name.partition(" ")
    is_verb = " " in rest and first.lower().rstrip(".") not in (*_TITLES, *FIRST_NAMES)
    return rest if is_verb and rest.split()[0].lower() in FIRST_NAMES else name


def _is_like_name(name: str) -> bool:
    words = re.findall(r"[^\W\d_]+", name.lower())
    return (
        words[0] in FIRST_NAMES
        or words[-1] in LAST_NAMES
        or (len(words) > 1 and words[1] in FIRST_NAMES and words[0] in _TITLES)
    )
