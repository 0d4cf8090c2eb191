"""Finds what a kind adds to its pages, in the module here that is named after it, if there is one."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any


@cache
def of_kind(kind: str, name: str, otherwise: Any) -> Any:
    """The function `name` of the kind's module, or `otherwise` if there is none."""
    module = f"{__package__}.{kind}"
    return getattr(import_module(module), name, otherwise) if find_spec(module) else otherwise
