"""What looks like personal data in a record or page and is none, as someone in a role has checked."""

from typing import Annotated, Any

from macros.schema.field import LATER, field
from macros.schema.part import Part
from macros.schema.types import Choice, Day, Word
from macros.schema.written_numbers import WholeNumber


class Looks(Choice):
    """What something looks like."""

    NHS_NUMBER = "NHS number", "Ten digits, the last of which fits the others."
    INSURANCE_NUMBER = "national insurance number", "Two letters, six digits and a letter."
    TELEPHONE = "telephone number", "A telephone number that may be a person's own."
    BIRTH = "date of birth", "A day on which someone was born."
    MAILBOX = "e-mail address", "A mailbox that may be a person's own."
    ADDRESS = "postal address", "A street with a number, or a postcode."


class NotPersonal(Part):
    """Something that looks personal and is not."""

    looks_like: Looks = field("What it looks like. Do not repeat it here.", ["telephone number"])
    how_many: WholeNumber = field("How many of them there are.", ["2"], default=1, ge=1, le=99)
    by: Annotated[str, Word("roles")] = field("Who checked it: a role of the network.", ["editors"])
    date: Day = field("The day it was checked.", ["2026-03-12"])


def not_personal_field() -> Any:
    """The field `not_personal`."""
    return field(
        "What looks like personal data and is not, such as the number of an office: checked once, by someone in a role.",
        default=[],
        ask=LATER,
    )
