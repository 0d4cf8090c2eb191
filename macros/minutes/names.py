"""Takes the names of people out of what minutes say."""

from collections.abc import Mapping
from typing import Any

from macros.kinds import Action
from macros.minutes.messages import said
from macros.minutes.outcome import Told
from macros.minutes.people import People


class Names:
    """The names of people in a file. What becomes of each goes into `told`."""

    def __init__(self, people: People, told: Told) -> None:
        """Start without any."""
        self._people, self._told = people, told
        self._names: list[str] = []

    def with_roles(self, text: str) -> str:
        """The text with roles in place of the names of people who have one here."""
        changed, replaced = self._people.with_roles(text)
        for name, role in dict.fromkeys(replaced):
            changes = said("now-a-role", name=name, role=role)
            self._told.assumed.append(changes)
            self._told.in_public[changes] = said("now-a-role-in-public", role=role)
        return changed

    def without(self, text: str) -> str:
        """The text with roles in place of names and, where these are not known, with "someone"."""
        changed, names = self._people.with_someone(self.with_roles(text))
        self._names += names
        return changed

    def in_values(
        self, values: dict[str, Any], before: Mapping[str, Any], still_open: Mapping[str, Action]
    ) -> dict[str, Any]:
        """The values of a record without names of people, where these were written in the file. What the records said `before` stays."""
        known = {*before.get("decisions", ()), *(one.text for one in still_open.values())}

        def read(text: str) -> str:
            return self.with_roles(text) if text in known else self.without(text)

        values["decisions"] = [read(one) for one in values.get("decisions", [])]
        values["actions"] = [
            one | {name: read(one[name]) for name in ("text", "why") if name in one} if isinstance(one, dict) else one
            for one in values.get("actions", [])
        ]
        return {name: value for name, value in values.items() if value != []}

    def ask(self) -> None:
        """Ask about the names that have no role."""
        if names := [*dict.fromkeys(self._names)]:
            self._told.own += names
            self._told.ask("people", in_public=said("people-in-public"), names="; ".join(names))
