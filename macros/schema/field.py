"""Field declarations: type and limits for pydantic, and metadata for the guide, forms, editor and rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from pydantic import BaseModel, Field


class Demand(Enum):
    """Whether a new record has to have a field, is asked for it or may use it."""

    REQUIRED = "a record cannot be read without it"
    ASKED = "a new record has a blank for it"
    OPTIONAL = "a new record may use it"
    LATER = "a new record has no use for it, or only in a special case"


ASKED, LATER = Demand.ASKED, Demand.LATER


@dataclass(frozen=True)
class When:
    """The condition that the field `name` in the same group is one of `values`, or is not blank if there are none."""

    name: str
    values: tuple[Any, ...] = ()

    def holds(self, group: BaseModel) -> bool:
        """Whether the condition is true in a group of fields."""
        value = getattr(group, self.name)
        return value in self.values if self.values else bool(value)


@dataclass(frozen=True)
class Need:
    """When a record needs an optional field: always, or only `when`, but never if the field `unless`, in the same group or the
    record, has a value.

    `why` starts the message, and may contain {stage}. `how` says what to write, if not the example, and `instead` what to
    write in `unless`. The message appears at the field `beside`, by default that of `when`. `rule` is the rule that reports it.
    """

    when: When | None = None
    unless: str = ""
    why: str = ""
    how: str = ""
    instead: str = ""
    beside: str = ""
    rule: str = "field-needed-here"

    def holds(self, group: BaseModel, record: BaseModel) -> bool:
        """Whether a group of fields in a record needs it."""
        is_given = any(getattr(one, self.unless, None) for one in (group, record))
        return (self.when is None or self.when.holds(group)) and not is_given


@dataclass(frozen=True)
class Only:
    """The only condition under which a field is allowed, and the message otherwise, which may contain {name}."""

    when: When
    message: str


@dataclass(frozen=True)
class After:
    """The field, in the same group or the record, that must have the earlier date or time.

    `message` may contain {earlier} and {later}. If `same` is given, it is the message for equal values, which are otherwise
    allowed. For a reference, `name` is compared in the two records, and the message may contain {id}. Nothing is compared if
    the field or property `unless` has a value.
    """

    name: str
    message: str
    same: str = ""
    unless: str = ""


@dataclass(frozen=True)
class Declared:
    """Metadata of a field that pydantic does not use. See `field` for its meaning."""

    ask: Demand = Demand.OPTIONAL
    proposed: bool = False
    asked_as: str = ""
    hint: str = ""
    needed: Need | None = None
    only: Only | None = None
    to_come: bool | When = False
    older: bool = False
    after: After | None = None
    also: tuple[str, ...] = ()


def field(
    description: str,
    examples: Sequence[Any] = (),
    *,
    ask: Demand | None = None,
    proposed: bool = False,
    asked_as: str = "",
    hint: str = "",
    needed: Need | None = None,
    only: Only | None = None,
    to_come: bool | When = False,
    older: bool = False,
    after: After | None = None,
    also: tuple[str, ...] = (),
    **of_pydantic: Any,
) -> Any:
    """A model field: what it is for, examples as a record writes them, our own metadata, and arguments of pydantic's `Field`.

    A group of fields has no examples: they come from its fields.
    Forms ask for required, asked and `proposed` fields: what someone can answer in ten minutes. There, `asked_as` replaces
    the label and `hint` the description, which may mention files. A field that is always `needed` is asked.
    A date must be in the past unless it is `to_come`, and not before the network began unless it may be `older`. `also` are
    other names that people write for it, which the check answers with the right one.
    """
    asked = ask or (Demand.ASKED if needed is not None and needed.when is None else Demand.OPTIONAL)
    made = Field(description=description, examples=[*examples], **of_pydantic)
    made.metadata.append(Declared(asked, proposed, asked_as, hint, needed, only, to_come, older, after, also))
    return made
