"""A record or page with mistakes in it, as far as it is known, so that one mistake does not hide the others."""

from collections.abc import Set
from contextlib import suppress
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from macros.schema.description import FieldDescription, described
from macros.schema.meant import word_meant
from macros.schema.network import Network
from macros.source.diagnostic import Location, Value
from macros.source.document import Document
from macros.source.likeness import plain_name

Model = TypeVar("Model", bound=BaseModel)


def read_partially(document: Document, model: type[Model], network: Network | None) -> Model | None:
    """A `model` without the fields of `document` that have been rejected; asking for one of these raises `Unknown`.

    None if nothing is known of it.
    """
    wrong = document.unknown | {one.location for one in document.rejections if one.location}
    if () in wrong:
        return None
    for is_guessed in (True, False):
        filled = _Filled(network, wrong, is_guessed=is_guessed)
        values = filled.group(model, document.values, ())
        # What is meant by one value may be wrong for another reason.
        with suppress(ValidationError):
            read = model.model_validate(values, context=network)
            for location in filled.in_place:
                _forget(read, location)
            return read
    return None


class _Filled:
    """Values with others `in_place` of those that are wrong, so that the rest can be read."""

    def __init__(self, network: Network | None, wrong: Set[Location], *, is_guessed: bool) -> None:
        self.network, self.wrong, self.is_guessed = network, wrong, is_guessed
        self.around = {location[:end] for location in wrong for end in range(len(location))}
        self.in_place: list[Location] = []

    def group(self, model: type[BaseModel], values: dict[str, Value], here: Location) -> dict[str, Any]:
        # What is surely meant counts as written.
        named = {plain_name(name): value for name, value in values.items()} | values
        found = ((one, self.field(one, named.get(name), (*here, name))) for name, one in described(model).items())
        return {one.name: value for one, value in found if value is not None}

    def field(self, one: FieldDescription, value: Value | None, here: Location) -> Any:
        if here in self.wrong:
            return self.meant(one, value) or self.instead(one, here)
        if here not in self.around:
            return value
        if one.parts and isinstance(value, dict):
            return self.group(one.leaf, value, here)
        if one.parts and isinstance(value, list):
            return [self.entry(one, entry, (*here, index)) for index, entry in enumerate(value)]
        return self.instead(one, here)

    def meant(self, one: FieldDescription, value: Value | None) -> str | None:
        """What a wrong value surely means."""
        if not self.is_guessed or not isinstance(value, str) or one.is_list:
            return None
        words = [option.value for option in one.options(self.network)] if self.network else []
        meant = word_meant(value, words) if words else one.meant(value)
        return meant if meant != value else None

    def entry(self, one: FieldDescription, value: Value, here: Location) -> Any:
        if here not in self.wrong and isinstance(value, dict):
            return self.group(one.leaf, value, here)
        self.in_place.append(here)
        return _example_group(one, self.network)

    def instead(self, one: FieldDescription, here: Location) -> Any:
        self.in_place.append(here)
        return _example(one, self.network) if one.is_required else None


def _example(one: FieldDescription, network: Network | None) -> Any:
    """A value that the field takes."""
    if one.parts:
        group = _example_group(one, network)
        return [group] * (one.entries[0] or 1) if one.is_list else group
    words = [option.value for option in one.options(network)] if network is not None else []
    if words:
        return words[:1] if one.is_list else words[0]
    return one.example


def _example_group(one: FieldDescription, network: Network | None) -> dict[str, Any]:
    return {name: _example(part, network) for name, part in one.parts.items() if part.is_required}


def _forget(read: Any, location: Location) -> None:
    """Take what stands in place of a value out again: a field, or all fields of an entry."""
    *outer, last = location
    for step in outer:
        read = read[step] if isinstance(step, int) else getattr(read, step)
    if isinstance(last, int):
        vars(read[last]).clear()
    else:
        vars(read).pop(last, None)
