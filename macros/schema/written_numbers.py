"""Whole numbers, and what people write for them, turned into the text that a record has."""

import re
import unicodedata
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

# What other readers of YAML take for the same number.
_WHOLE_NUMBER = re.compile("-?(?:0|[1-9][0-9]*)")
_WRITTEN_NUMBER = re.compile(r"\+?0*(?P<number>[0-9]{1,9})(?:\.0+)?(?: ?(?P<unit>[a-z]+)\.?)?")
_THOUSANDS = re.compile(r"(?<=[0-9])[, ](?=[0-9]{3}(?:[^0-9]|$))")
_SHORT = {"min": "minutes", "mins": "minutes", "minute": "minutes", "month": "months", "person": "people"}


def written_number(text: str, about: str) -> str | None:
    """A number such as "+5", "015", "1,200", "15.0" or "15 minutes", as "5", "15" or "1200".

    None if it can mean another one, such as "1_5", "0x1F", "1e3", ".5" or "1:30", or has a unit that is not in the text `about` the field.
    """
    plain = _THOUSANDS.sub("", unicodedata.normalize("NFKC", text).strip().lower())
    match = _WRITTEN_NUMBER.fullmatch(plain)
    if match is None:
        return None
    unit = match["unit"]
    is_known = unit is None or _SHORT.get(unit, unit) in re.findall("[a-z]+", about.lower())
    return match["number"] if is_known else None


def _whole(written: Any) -> Any:
    if isinstance(written, str) and not _WHOLE_NUMBER.fullmatch(written):
        raise PydanticCustomError("type-wrong", "number", {"expected": "a whole number"})
    return written


WholeNumber = Annotated[int, BeforeValidator(_whole)]
