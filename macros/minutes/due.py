"""By which day an action is to be done, by what is written beside it."""

from datetime import date
from typing import Any

from macros.minutes.action_days import ActionDays
from macros.minutes.action_words import is_state
from macros.minutes.found import FoundAction
from macros.minutes.markdown import first_words, one_line
from macros.minutes.messages import said
from macros.minutes.outcome import Told
from macros.minutes.people import People
from macros.schema.types import in_words


def set_due(one: FoundAction, values: dict[str, Any], days: ActionDays, people: People, told: Told) -> None:
    """Note in the `values` of an action when it is due. If that is not certain, it is asked, and stays as it was."""
    before = values.get("due")
    if problem := due_problem(one, before, days):
        stays = said("still-due", day=day_in_words(before)) if before else said("no-due")
        told.ask("ask-due", values["id"], action=first_words(one.text), problem=problem, stays=stays)
        return
    written = _written(one, days)
    if is_state(one) or not (found := days.due_in(written)):
        return
    assert found[0].day is not None
    values["due"] = found[0].day.isoformat()
    told.own.append(written)
    if found[0].assumed:
        told.assumed.append(said("assumed-at", action=first_words(one.text), assumed=found[0].assumed))
    rest = "" if one.text in one.due else days.without(written)
    if not rest:
        return
    details = {"action": first_words(one.text), "text": one_line(written), "day": in_words(found[0].day)}
    if written == one.owner or one.due == one.owner or people.service(rest):
        told.left_out.append(said("read-as", **details))
    else:
        # It may say that this is no longer the day.
        told.ask("due-besides", values["id"], **details)


def due_problem(one: FoundAction, before: str | None, days: ActionDays) -> str:
    """A sentence on why it is not clear by which day an action is to be done; empty if it is. `before` is the day so far."""
    written = _written(one, days)
    found = days.due_in(written)
    if is_state(one) or (len(found) == 1 and found[0].day is not None):
        return ""
    if found:
        wrong = [day.wrong for day in found if day.wrong] or [said("not-one-day", text=one_line(written))]
        return f"{'; '.join(wrong)}."
    if one.due.strip() and one.text not in one.due:
        return said("due-not-a-day", text=one_line(one.due))
    return said("due-taken-out", day=day_in_words(before)) if before and not written else ""


def day_in_words(day: str) -> str:
    """A day of a record for people to read."""
    return in_words(date.fromisoformat(day))


def _written(one: FoundAction, days: ActionDays) -> str:
    return one.due.strip() or (one.owner if days.due_in(one.owner) else "")
