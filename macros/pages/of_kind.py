"""What pages show of a kind beyond its fields: the functions of the module here that is called like the kind, if there is one."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any


@cache
def of_kind(kind: str, name: str, otherwise: Any) -> Any:
    """The function `name` of that module, or what there is for kinds without one."""
    module = f"{__package__}.{kind}"
    return getattr(import_module(module), name, otherwise) if find_spec(module) else otherwise
