"""Templates of text that is not HTML, which escape every value as their format needs it."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


class Made(str):
    """Text that is in the format already, and is not escaped."""

    __slots__ = ()


def text_templates(folder: Path, escape: Callable[[str], str]) -> Environment:
    """The templates in `folder`. Every value is escaped unless it is `Made`, as the filter "made" makes it."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: value if isinstance(value, Made) else escape(str(value)),
    )
    environment.filters["made"] = Made
    return environment
