"""The adoption of an initiative by a service that it did not come from."""

from macros.kinds.entry import Entry
from macros.schema.field import After, field
from macros.schema.part import Sentence, ServiceId
from macros.schema.types import DayMonthOrYear


class Adoption(Entry):
    """A service that has taken up an initiative of another."""

    FORM = "adoption"
    HEADING = "Tell us that your service took something up"
    TITLE = "We took this up"
    KIND = "initiative"
    LIST = "adopted_by"
    WHICH = "The initiative that your service took up."

    service: ServiceId = field(
        "The file name of the service, without .md.",
        ["sample-brindle"],
        asked_as="Your service",
        hint="The service that took it up.",
    )
    since: DayMonthOrYear | None = field(
        "Since when: a day, a month or a year.",
        ["2026-03"],
        default=None,
        older=True,
        after=After("started", "It was adopted here ({later}) before it started ({earlier}). Check both dates."),
        proposed=True,
        asked_as="Since when",
        hint="A day, a month or a year.",
    )
    adapted: Sentence | None = field(
        "What the service changed to make it fit, in a sentence.",
        ["We meet on Tuesdays, because more of us are in."],
        default=None,
        proposed=True,
        asked_as="What you changed",
        hint="What was changed to make it fit, in a sentence. Leave it out if nothing was.",
    )
    learnt_from: ServiceId | None = field(
        "The service it was learnt from, if that had taken it up too: its file name, without .md.",
        ["sample-brindle"],
        default=None,
        proposed=True,
        asked_as="Learnt from",
        hint="The service it was learnt from, if you know.",
    )
