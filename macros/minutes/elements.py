"""Elements of Word's XML by their local names: the strict and the usual form of the format differ in the namespaces only."""

from collections.abc import Iterator
from typing import Any

# What the attribute of a setting says to switch it off.
_OFF = ("0", "false", "off", "none")


def name_of(element: Any) -> str:
    """The local name; empty for what is no element, such as a reference to an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Any, name: str) -> Iterator[Any]:
    """The children of this name; none if there is no element."""
    return (one for one in (() if element is None else element) if name_of(one) == name)


def child(element: Any, name: str) -> Any:
    """The first child of this name, or None."""
    return next(children(element, name), None)


def value(element: Any, name: str = "val") -> str:
    """The attribute of this local name; empty if there is none."""
    if element is None:
        return ""
    found = (text for key, text in element.attrib.items() if key.rpartition("}")[2] == name)
    return str(next(found, ""))


def is_on(setting: Any) -> bool:
    """Whether a setting that is there is switched on."""
    return value(setting) not in _OFF
