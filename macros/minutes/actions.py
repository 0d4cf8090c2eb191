"""The actions of a meeting: those that were open before it, as the minutes leave them, and those that it agreed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from macros.kinds import Action
from macros.minutes.action_words import is_state, whole_of
from macros.minutes.dates import WrittenDay, days_in
from macros.minutes.found import FoundAction
from macros.minutes.markdown import one_line
from macros.minutes.messages import said
from macros.minutes.outcome import Told
from macros.minutes.owners import owner_of
from macros.minutes.people import People
from macros.minutes.vocabulary import standing
from macros.outputs.action_ref import REF, action_ref
from macros.propose.skeleton import file_name
from macros.schema.types import Month, in_words
from macros.source.likeness import alike

# What a sentence of a record may have.
_SHORTEST, _LONGEST = 3, 400
_WORDS_OF_ID = 5
_BEFORE_DAY = re.compile(r"[\s,;:(–—-]*\b(?:by|due|on|before|for|from)?\s*$", re.IGNORECASE)
_REASON = " ,;:.–—-("
_AROUND = " ,;:()–—-\n."


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
    day: date
    today: date
    told: Told
    months_first: bool = False
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
                self.told.questions.append(said("not-mentioned", text=action.text))
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
        due = said("action-due", day=_in_words(values["due"])) if "due" in values else ""
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
            self._keep(one, said("ref-of-another", where=one.where, ref=refs[0], text=text))
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
                self.told.left_out.append(said("action-twice", where=one.where, text=whole_of(one)))
            else:
                self._keep(one, said("ref-twice", where=one.where, ref=action_ref(found)))
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
            self._keep(one, said("ended", where=one.where, text=text, day=in_words(when)) if when else "")
            return ""
        if refs:
            self.told.questions.append(said("unknown-ref", where=one.where, ref=refs[0]))
        return None

    def _old(self, action_id: str, one: FoundAction, text: str) -> None:
        planned, values = self.open[action_id], self.values[action_id]
        self._spoken_of[action_id] = one
        if one.is_struck:
            self.told.questions.append(said("struck", where=one.where, text=planned.text))
            self.told.left_out.append(said("struck-left-out", where=one.where, text=whole_of(one)))
            return
        owner = self._owner(one, values["owner"])
        changed = alike(REF.sub("", text).strip(" -–:")) != alike(planned.text)
        if owner != planned.owner and changed:
            self._keep(one, said("words-and-owner", where=one.where, ref=action_ref(action_id)))
            return
        if changed and _SHORTEST <= len(text) <= _LONGEST:
            self.told.assumed.append(said("new-words", where=one.where, ref=action_ref(action_id), text=planned.text))
            values["text"] = text
        elif changed:
            self._keep(one, said("words-length", where=one.where, ref=action_ref(action_id)))
        values["owner"] = owner
        self._due(one, values)
        self._stands(one, values)

    def _new(self, one: FoundAction, text: str) -> None:
        if one.is_struck:
            self._keep(one, said("struck-new", where=one.where, text=text))
            return
        if not _SHORTEST <= len(text) <= _LONGEST:
            self._keep(one, said("action-length", where=one.where))
            return
        if self._is_twin(one, text):
            return
        owner = self._owner(one, "")
        if not owner:
            self._keep(one, "")
            return
        values: dict[str, Any] = {"id": self._new_id(self.people.with_someone(text)[0]), "text": text, "owner": owner}
        self._due(one, values)
        self._stands(one, values)
        self.values[values["id"]] = values

    def _is_twin(self, one: FoundAction, text: str) -> bool:
        """Whether a new action is there already with the same words, owner and day. What is not known of it yet is added."""
        words, owner = alike(self._without_days(text)), self._without_days(one.owner)
        twin = next(
            (
                values
                for action_id, values in self.values.items()
                if action_id not in self.open and alike(self._without_days(values["text"])) == words
            ),
            None,
        )
        if twin is None or (owner and self.people.service(owner) != twin["owner"]):
            return False
        days = [found.day for found in self._days(one.due)]
        if "due" in twin and days and [day.isoformat() for day in days if day] != [twin["due"]]:
            return False
        self.told.left_out.append(said("action-twice", where=one.where, text=whole_of(one)))
        if "due" not in twin:
            self._due(one, twin)
        if "done" not in twin and "dropped" not in twin:
            self._stands(one, twin)
        return True

    def _new_id(self, text: str) -> str:
        words = (file_name(text) or "action").split("-")[:_WORDS_OF_ID]
        name, number = "-".join(words), 1
        while (tried := name if number == 1 else f"{name}-{number}") in self.values or tried in self.ended:
            number += 1
        return tried

    def _owner(self, one: FoundAction, before: str) -> str:
        return owner_of(one, self._without_days(one.owner), before, self.people, self.told)

    def _days(self, text: str) -> list[WrittenDay]:
        return days_in(text, self.day, months_first=self.months_first)

    def _without_days(self, text: str) -> str:
        for one in reversed(self._days(text)):
            text = _BEFORE_DAY.sub("", text[: one.start]) + text[one.end :]
        return text.strip(_AROUND)

    def _due(self, one: FoundAction, values: dict[str, Any]) -> None:
        if is_state(one):
            return
        written = one.due.strip() or (one.owner if self._days(one.owner) else "")
        days, is_in_text = self._days(written), one.text in one.due
        usable = [found.day for found in days if found.day is not None]
        before = values.get("due")
        if len(usable) == 1 and len(days) == 1:
            values["due"] = usable[0].isoformat()
            self.told.own.append(written)
            if days[0].assumed:
                self.told.assumed.append(said("assumed-at", where=one.where, assumed=days[0].assumed))
            if not is_in_text and (rest := self._without_days(written)):
                details = {"where": one.where, "text": one_line(written), "day": in_words(usable[0])}
                if written == one.owner or one.due == one.owner or self.people.service(rest):
                    self.told.left_out.append(said("read-as", **details))
                else:
                    # It may say that this is no longer the day.
                    self.told.questions.append(said("due-besides", action=one_line(one.text), **details))
        elif days:
            wrong = "; ".join(found.wrong or f'"{written[found.start : found.end]}"' for found in days)
            self._ask_due(one, said("due-wrong", wrong=wrong), before)
        elif one.due.strip() and not is_in_text:
            self._ask_due(one, said("due-not-a-day", text=one_line(one.due)), before)
        elif not written and before:
            self._ask_due(one, said("due-taken-out", day=_in_words(before)), before)

    def _ask_due(self, one: FoundAction, what: str, before: str | None) -> None:
        stays = said("still-due", day=_in_words(before)) if before else said("no-due")
        self.told.questions.append(said("ask-due", where=one.where, what=what, text=one_line(one.text), stays=stays))

    def _stands(self, one: FoundAction, values: dict[str, Any]) -> None:
        written = one.due if is_state(one) else one.done
        how, rest = standing(written)
        details = {"where": one.where, "text": values["text"]}
        # The file may be tried out before the meeting.
        last = max(self.today, self.day)
        days = days_in(written, last, months_first=self.months_first, is_past=True)
        if not how and len(days) == 1 and days[0].day is not None and not self._without_days(written):
            how, rest = "done", written
        on = self.day
        if how == "done" and days:
            if len(days) > 1 or days[0].day is None or days[0].day > last:
                self.told.questions.append(said("done-on", said=one_line(written), **details))
                return
            on, rest = days[0].day, self._without_days(rest)
            agreed = self.agreed.get(values["id"])
            if agreed is not None and on.isoformat() < str(agreed):
                self.told.questions.append(said("done-before", day=in_words(on), agreed=in_words(agreed), **details))
                return
            if days[0].assumed:
                self.told.assumed.append(said("assumed-at", where=one.where, assumed=days[0].assumed))
        if how == "done":
            values["done"] = on.isoformat()
            if not days:
                self.told.assumed.append(said("done-at-meeting", **details))
            self.told.own.append(written)
            if rest:
                self.told.left_out.append(said("done-besides", where=one.where, text=one_line(written)))
        elif how == "dropped" and len(reason := one_line(rest).strip(_REASON + ")")) >= _SHORTEST:
            values |= {"dropped": self.day.isoformat(), "why": reason}
            self.told.own.append(written)
        elif how == "open":
            self.told.own.append(written)
        elif how == "dropped":
            self.told.questions.append(said("why-dropped", **details))
        elif not how:
            self.told.questions.append(said("is-it-done", said=one_line(written), **details))

    def _keep(self, one: FoundAction, asked: str) -> None:
        """Keep the words of an action in the text."""
        if asked:
            self.told.questions.append(asked)
        if one.owner and one.text not in one.due and not self.people.service(self._without_days(one.owner)):
            # It may be the name of a person.
            self.told.left_out.append(said("not-a-service", where=one.where, text=one_line(one.owner)))
            one = replace(one, owner="")
        self.kept.append(whole_of(one))


def _in_words(day: str) -> str:
    return in_words(date.fromisoformat(day))


def _values(action: Action) -> dict[str, Any]:
    found: dict[str, Any] = action.model_dump(mode="json", exclude_none=True)
    return found
