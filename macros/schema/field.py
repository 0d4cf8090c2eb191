"""How a field is declared: its type and limits for pydantic, and beside them all that guide, forms, editor and rules know of it."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from pydantic import BaseModel, Field


class Demand(Enum):
    """How far a new record is asked for a field."""

    REQUIRED = "a record cannot be read without it"
    ASKED = "a new record has a blank for it"
    OPTIONAL = "a new record may use it"
    LATER = "a new record has no use for it, or only in a special case"


ASKED, LATER = Demand.ASKED, Demand.LATER


@dataclass(frozen=True)
class When:
    """The condition that `name`, in the same group of fields, is one of `values`; without any, that something stands there."""

    name: str
    values: tuple[Any, ...] = ()

    def holds(self, group: BaseModel) -> bool:
        """Whether it is so in a group of fields."""
        value = getattr(group, self.name)
        return value in self.values if self.values else bool(value)


@dataclass(frozen=True)
class Need:
    """When a record needs a field that it can be read without: always, or `when`; and not if the field `unless` is there.

    `why` is the sentence that starts the message, in which {stage} stands for what the field of that name holds. `how` says
    what to write, if an example does not, and `instead` what to write into `unless`. The message stands at the field `beside`,
    which is that of `when`, if nothing else is said. `rule` is the rule that looks for it.
    """

    when: When | None = None
    unless: str = ""
    why: str = ""
    how: str = ""
    instead: str = ""
    beside: str = ""
    rule: str = "field-needed-here"

    def holds(self, group: BaseModel) -> bool:
        """Whether it is needed in a group of fields."""
        return (self.when is None or self.when.holds(group)) and not getattr(group, self.unless, None)


@dataclass(frozen=True)
class Only:
    """The only case in which a field has a meaning, and what to say elsewhere, with {name} for the field's own name."""

    when: When
    message: str


@dataclass(frozen=True)
class After:
    """The field after whose date or time another lies: one of its own group, or of the record.

    In `message`, {earlier} and {later} stand for the two. If `same` is given, two that are equal are refused with it. Of a reference, the
    record that it names has its own `name` after that of this record, and {id} is what it is called.
    """

    name: str
    message: str
    same: str = ""


@dataclass(frozen=True)
class Declared:
    """What a field says of itself that is nothing to pydantic. The arguments of `field` say what each means."""

    ask: Demand = Demand.OPTIONAL
    proposed: bool = False
    asked_as: str = ""
    hint: str = ""
    needed: Need | None = None
    only: Only | None = None
    to_come: bool | When = False
    older: bool = False
    after: After | None = None


def field(
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
    **of_pydantic: Any,
) -> Any:
    """A field of a model: what pydantic's own function takes (`default`, `description`, `examples` and limits), and more.

    The forms ask for what is `proposed` besides what is required or asked: what somebody with ten minutes can tell. There it is
    `asked_as` a label of its own, with a `hint` instead of a description that speaks of files. What is always `needed` is asked.
    A date is past and in the time of the network, unless it is `to_come` or may be `older`.
    """
    asked = ask or (Demand.ASKED if needed is not None and needed.when is None else Demand.OPTIONAL)
    made = Field(**of_pydantic)
    made.metadata.append(Declared(asked, proposed, asked_as, hint, needed, only, to_come, older, after))
    return made
