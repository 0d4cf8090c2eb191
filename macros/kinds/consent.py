"""People who are named because they agreed to it, from one day until another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from macros.schema.field import LATER, After, Need, When, field
from macros.schema.part import Part

_RULE = "consent-missing"


class Named(Part):
    """Someone who may be named, with the days of their agreement, which each class declares with the functions below."""

    # What to take out of the file once they are no longer to be named.
    TO_TAKE_OUT: ClassVar[str]

    if TYPE_CHECKING:
        name: str | None
        consent_given: date | None
        consent_until: date | None
        consent_withdrawn: date | None

    @property
    def hidden_from(self) -> date | None:
        """The day their name is hidden; None if they never agreed to be named."""
        ends = [day for day in (self.consent_until, self.consent_withdrawn) if day is not None]
        return min(ends) if self.consent_given is not None and self.consent_until is not None else None

    def may_be_shown(self, today: date) -> bool:
        """Whether their consent covers `today`. It ends at the start of the day of `hidden_from`."""
        given, ends = self.consent_given, self.hidden_from
        return given is not None and ends is not None and given <= today < ends

    def in_their_place(self) -> str:
        """What to write in the place of their name, in a sentence; empty if there is nothing."""
        return ""


def consent_given(when: When | None = None) -> Any:
    """The field `consent_given`. It is needed always, or only `when`."""
    return _agreed("The day they agreed to be named here.", "2026-01-15", when)


def consent_until(when: When | None = None) -> Any:
    """The field `consent_until`. It is needed always, or only `when`."""
    return _agreed(
        "The day their agreement ends, at most two years later. Their name is hidden from that day on.",
        "2027-01-14",
        when,
        to_come=True,
        after=After("consent_given", "Consent ends ({later}) before it was given ({earlier}). Check both dates."),
    )


def _agreed(what: str, example: str, when: When | None, **others: Any) -> Any:
    needed = f"Needed with {when.name}." if when else "Needed."
    ask = LATER if when else None
    return field(
        f"{what} {needed}", [example], default=None, ask=ask, needed=Need(when, rule=_RULE), older=True, **others
    )


def consent_withdrawn() -> Any:
    """The field `consent_withdrawn`."""
    return field(
        "The day they withdrew their agreement. Their name is hidden from that day on.",
        ["2026-06-30"],
        default=None,
        ask=LATER,
        older=True,
        after=After(
            "consent_given", "Consent was withdrawn ({later}) before it was given ({earlier}). Check both dates."
        ),
    )
