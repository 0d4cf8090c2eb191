"""The words of an action that was found in a file, whatever becomes of it."""

import re

from macros.minutes.found import FoundAction
from macros.minutes.markdown import one_line
from macros.minutes.messages import said
from macros.minutes.vocabulary import standing

# What says how an action stands if it is in the column of days: a mark there may mean anything.
_STATE = re.compile(r"[^\W\d_]{4,}")


def is_state(one: FoundAction) -> bool:
    """Whether a word in the column of days says how an action stands."""
    due = one.due.strip()
    return not one.done.strip() and one.text not in due and _STATE.match(due) is not None and standing(due)[0] != ""


def state_of(one: FoundAction) -> str:
    """What is written of how an action stands."""
    return one.due if is_state(one) else one.done


def is_only_struck(one: FoundAction) -> bool:
    """Whether an action is struck through and no word says how it ended."""
    return one.is_struck and standing(state_of(one))[0] == "open"


def whole_of(one: FoundAction) -> str:
    """All that an action says, in one line."""
    # A line of its own has its owner and its day in it.
    is_line = one.text in one.due
    text = one_line(one.due if is_line else one.text)
    parts = {} if is_line else {"Ref": one.ref, "Owner": one.owner, "Due": one.due, "Done": one.done}
    others = [f"{name}: {one_line(part)}" for name, part in parts.items() if part.strip() and part not in text]
    others += [said("is-struck")] * one.is_struck
    return f"{text} ({'; '.join(others)})" if others else text
