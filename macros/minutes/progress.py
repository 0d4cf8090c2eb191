"""How an action stands after a meeting, by what is written beside it: open, done, or dropped."""

import re
from datetime import date
from typing import Any

from macros.minutes.action_days import ActionDays
from macros.minutes.action_words import state_of
from macros.minutes.found import FoundAction
from macros.minutes.markdown import first_words, one_line
from macros.minutes.messages import said
from macros.minutes.outcome import Told
from macros.minutes.vocabulary import standing
from macros.schema.types import Month, in_words

# What a sentence of a record has at least.
_SHORTEST = 3
_REASON = " ,;:.–—-("
# What is written before the new day of an action that goes on.
_CARRIED = re.compile(
    r"(?:c/?f|carr(?:y|ied) (?:forward|over)|deferred|extended|moved|postponed|rolled over)\s*(?:to|till|until|by|for)?\W*",
    re.IGNORECASE,
)
# What says no more than that an action is open.
_ONLY_OPEN = re.compile(r"(?:n|no|new|open)?\W*", re.IGNORECASE)


def set_progress(
    one: FoundAction, values: dict[str, Any], days: ActionDays, agreed: date | Month | None, told: Told
) -> None:
    """Note in the `values` of an action how it stands. If that is not certain, it is asked, and the action stays open.

    `agreed` is the day or month of the meeting that agreed it; None if that is the meeting at hand.
    """
    written = state_of(one)
    how, rest = standing(written)
    action = first_words(values["text"])
    found = days.done_in(written)
    if not how and len(found) == 1 and found[0].day is not None and not days.without(written):
        how, rest = "done", written
    if not how and _is_carried(written, values, days, told):
        return
    on = days.day
    if how == "done" and found:
        if len(found) > 1 or found[0].day is None or found[0].day > days.last:
            told.ask("done-on", values["id"], said=one_line(written), action=action)
            return
        on, rest = found[0].day, days.without(rest)
        if agreed is not None and on.isoformat() < str(agreed):
            told.ask("done-before", values["id"], day=in_words(on), agreed=in_words(agreed), action=action)
            return
        if found[0].assumed:
            told.assumed.append(said("assumed-at", action=action, assumed=found[0].assumed))
    if how == "done":
        values["done"] = on.isoformat()
        if not found:
            told.assumed.append(said("done-at-meeting", action=action))
        told.own.append(written)
        if rest:
            told.left_out.append(said("done-besides", action=action, text=one_line(written)))
    elif how == "dropped" and len(reason := one_line(rest).strip(_REASON + ")")) >= _SHORTEST:
        values |= {"dropped": days.day.isoformat(), "why": reason}
        told.own.append(written)
    elif how == "open":
        if not _ONLY_OPEN.fullmatch(written.strip()):
            told.left_out.append(said("open-besides", action=action, text=one_line(written)))
    elif how == "dropped":
        told.ask("why-dropped", values["id"], action=action)
    elif not how:
        told.ask("is-it-done", values["id"], said=one_line(written), action=action)


def _is_carried(written: str, values: dict[str, Any], days: ActionDays, told: Told) -> bool:
    """Whether it says that an action goes on until another day, which is then the one it is due."""
    match = _CARRIED.match(written.strip())
    rest = written.strip()[match.end() :] if match else ""
    found = days.due_in(rest)
    if len(found) != 1 or found[0].day is None or days.without(rest):
        return False
    values["due"] = found[0].day.isoformat()
    told.own.append(written)
    told.assumed.append(said("carried", action=first_words(values["text"]), day=in_words(found[0].day)))
    return True
