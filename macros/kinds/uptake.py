"""The uptake of an initiative: services that adopted it, and what people said about it."""

from macros.schema.field import After, field
from macros.schema.part import Name, Part, Sentence, ServiceId
from macros.schema.types import DayMonthOrYear


class Adoption(Part):
    """A service that has taken up an initiative of another."""

    service: ServiceId = field(description="The file name of the service, without .md.", examples=["sample-brindle"])
    since: DayMonthOrYear | None = field(
        default=None,
        older=True,
        after=After("started", "It was taken up here ({later}) before it started ({earlier}). Check both dates."),
        description="Since when: a day, a month or a year.",
        examples=["2026-03"],
    )


class Quote(Part):
    """What someone said, with their agreement to be quoted."""

    text: Sentence = field(description="Their words, without quotation marks.", examples=["I look forward to it."])
    role: Name = field(description="Their role, not their name.", examples=["Trainee"])
    service: ServiceId | None = field(
        default=None, description="The file name of their service, without .md.", examples=["sample-brindle"]
    )
