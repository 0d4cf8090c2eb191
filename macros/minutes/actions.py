"""The actions of a meeting: those that were open before it, as the minutes leave them, and those that it agreed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from macros.kinds import Action
from macros.minutes.action_days import ActionDays
from macros.minutes.action_words import is_only_struck, whole_of
from macros.minutes.due import day_in_words, due_problem, set_due
from macros.minutes.found import FoundAction
from macros.minutes.markdown import first_words, one_line
from macros.minutes.messages import said
from macros.minutes.outcome import Told
from macros.minutes.owners import are_services, owner_of
from macros.minutes.people import People
from macros.minutes.progress import set_progress
from macros.outputs.action_ref import REF, action_ref
from macros.propose.skeleton import file_name
from macros.schema.types import Month, in_words
from macros.source.likeness import alike

# What a sentence of a record may have.
_SHORTEST, _LONGEST = 3, 400
_WORDS_OF_ID = 5


@dataclass
class Actions:
    """Turns what was found into the actions of a record.

    `open` are the actions that were open before the meeting, by id; `ended` the ids of those that had ended. `agreed` has the day or
    month of the meeting that agreed each.
    """

    open: Mapping[str, Action]
    ended: Mapping[str, Action]
    agreed: Mapping[str, date | Month]
    people: People
    days: ActionDays
    told: Told
    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    # What could not become an action, to stay in the text.
    kept: list[str] = field(default_factory=list)
    _spoken_of: dict[str, FoundAction] = field(default_factory=dict)

    def read(self, found: Sequence[FoundAction]) -> None:
        """Read all the actions of a file."""
        self.values = {one.id: _values(one) for one in self.open.values()}
        for one in found:
            self._read(one)
        for action in self.open.values():
            if action.id not in self._spoken_of:
                self.told.ask("not-mentioned", action.id, text=action.text)
        for action_id in self.values:
            if action_id not in self.open:
                self._say("new-action", action_id)
        for action_id in self.open:
            self._say("action", action_id, ref=action_ref(action_id))

    @property
    def says_something(self) -> bool:
        """Whether the file says anything of actions that was not known before."""
        before = {one.id: _values(one) for one in self.open.values()}
        return self.values != before or any(one.is_struck for one in self._spoken_of.values())

    def _say(self, code: str, action_id: str, **details: str) -> None:
        values = self.values[action_id]
        how = next((f"{name} {values[name]}" for name in ("done", "dropped") if name in values), said("action-open"))
        due = said("action-due", day=day_in_words(values["due"])) if "due" in values else ""
        owner = self.people.title(values["owner"])
        self.told.understood.append(said(code, text=values["text"], owner=owner, how=how, due=due, **details))

    def _read(self, one: FoundAction) -> None:
        text = one_line(one.text)
        known = self._known(one, text)
        if known == "":
            return
        if known is not None:
            self._old(known, one, text)
        else:
            self._new(one, text)

    def _known(self, one: FoundAction, text: str) -> str | None:
        """The id of the open action that is meant; None if it is a new one; empty if that was said already."""
        refs = [match[0].upper() for match in REF.finditer(one.ref)] or [
            match[0].upper() for match in REF.finditer(text[:12])
        ]
        same = next((action.id for action in self.open.values() if alike(action.text) == alike(text)), None)
        by_ref = next((action_id for action_id in self.open if refs and action_ref(action_id) == refs[0]), None)
        if by_ref and same and by_ref != same:
            self._keep(one)
            self.told.ask("ref-of-another", first_words(text), ref=refs[0], action=first_words(text))
            return ""
        found = by_ref or same
        if found is None:
            return self._ended_or_new(one, refs, text)
        if found in self._spoken_of:
            before = self._spoken_of[found]
            if alike(before.text) == alike(one.text) and (before.done, before.due, before.owner) == (
                one.done,
                one.due,
                one.owner,
            ):
                self.told.left_out.append(said("action-twice", text=whole_of(one)))
            else:
                self._keep(one)
                self.told.ask("ref-twice", first_words(text), ref=action_ref(found), action=first_words(text))
            return ""
        return found

    def _ended_or_new(self, one: FoundAction, refs: Sequence[str], text: str) -> str | None:
        ended = next(
            (
                action
                for action in self.ended.values()
                if (refs and action_ref(action.id) == refs[0]) or alike(action.text) == alike(text)
            ),
            None,
        )
        if ended is not None:
            when = ended.done or ended.dropped
            self._keep(one)
            if when:
                self.told.ask("ended", first_words(text), action=first_words(text), day=in_words(when))
            return ""
        if refs:
            self.told.ask("unknown-ref", first_words(text), ref=refs[0], action=first_words(text))
        return None

    def _old(self, action_id: str, one: FoundAction, text: str) -> None:
        planned, values = self.open[action_id], self.values[action_id]
        self._spoken_of[action_id] = one
        if is_only_struck(one):
            self.told.ask("struck", action_id, action=first_words(planned.text))
            self.told.left_out.append(whole_of(one))
            return
        owner = self._owner(one, action_id, values["owner"])
        changed = alike(REF.sub("", text).strip(" -–:")) != alike(planned.text)
        if owner != planned.owner and changed:
            self._keep(one)
            self.told.ask("words-and-owner", first_words(text), ref=action_ref(action_id), action=first_words(text))
            return
        if changed and _SHORTEST <= len(text) <= _LONGEST:
            self.told.assumed.append(
                said("new-words", action=first_words(text), ref=action_ref(action_id), text=planned.text)
            )
            values["text"] = text
        elif changed:
            self._keep(one)
            self.told.ask("words-length", first_words(text), ref=action_ref(action_id), action=first_words(text))
        values["owner"] = owner
        self._complete(one, values)

    def _new(self, one: FoundAction, text: str) -> None:
        if is_only_struck(one):
            self._keep(one)
            self.told.ask("struck-new", first_words(text), action=first_words(text))
            return
        if not _SHORTEST <= len(text) <= _LONGEST:
            self._keep(one)
            self.told.ask("action-length", first_words(text), action=first_words(text))
            return
        if self._is_twin(one, text):
            return
        action_id = self._new_id(self.people.with_someone(text)[0])
        owner = self._owner(one, action_id, "", due_problem(one, None, self.days))
        if not owner:
            self._keep(one, is_owner_told=True)
            return
        values: dict[str, Any] = {"id": action_id, "text": text, "owner": owner}
        self._complete(one, values)
        self.values[values["id"]] = values

    def _is_twin(self, one: FoundAction, text: str) -> bool:
        """Whether a new action is there already with the same words, owner and day. What is not known of it yet is added."""
        words, owner = alike(self.days.without(text)), self.days.without(one.owner)
        twin = next(
            (
                values
                for action_id, values in self.values.items()
                if action_id not in self.open and alike(self.days.without(values["text"])) == words
            ),
            None,
        )
        if twin is None or (owner and self.people.service(owner) != twin["owner"]):
            return False
        days = [found.day for found in self.days.due_in(one.due)]
        if "due" in twin and days and [day.isoformat() for day in days if day] != [twin["due"]]:
            return False
        self.told.left_out.append(said("action-twice", text=whole_of(one)))
        if "due" not in twin:
            set_due(one, twin, self.days, self.people, self.told)
        if "done" not in twin and "dropped" not in twin:
            set_progress(one, twin, self.days, None, self.told)
        return True

    def _new_id(self, text: str) -> str:
        words = (file_name(text) or "action").split("-")[:_WORDS_OF_ID]
        name, number = "-".join(words), 1
        while (tried := name if number == 1 else f"{name}-{number}") in self.values or tried in self.ended:
            number += 1
        return tried

    def _complete(self, one: FoundAction, values: dict[str, Any]) -> None:
        set_due(one, values, self.days, self.people, self.told)
        set_progress(one, values, self.days, self.agreed.get(values["id"]), self.told)

    def _owner(self, one: FoundAction, action_id: str, before: str, problem: str = "") -> str:
        return owner_of(one, action_id, self.days.without(one.owner), before, self.people, self.told, problem)

    def _keep(self, one: FoundAction, *, is_owner_told: bool = False) -> None:
        """Keep the words of an action in the text. An owner that is no service may be a person, and is told, if it is not yet."""
        if one.owner and one.text not in one.due and not self._is_of_services(one.owner):
            if not is_owner_told:
                self.told.left_out.append(
                    said("not-one-service", action=first_words(one.text), text=one_line(one.owner))
                )
            one = replace(one, owner="")
        self.kept.append(whole_of(one))

    def _is_of_services(self, owner: str) -> bool:
        name = self.days.without(owner)
        return self.people.service(name) is not None or are_services(name, self.people)


def _values(action: Action) -> dict[str, Any]:
    found: dict[str, Any] = action.model_dump(mode="json", exclude_none=True)
    return found
