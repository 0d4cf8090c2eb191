"""A service of the network, and the champions it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated

from macros.kinds.consent import Named, consent_given, consent_until, consent_withdrawn
from macros.kinds.name import KindName
from macros.kinds.question import Question, by_theme, by_yes_or_no
from macros.kinds.record import Record, replaced_by_field, summary_field, title_field
from macros.kinds.shown import ListGroup, Shown, in_groups
from macros.schema.field import LATER, After, Need, field
from macros.schema.part import Name, Organisation, Part, ServiceId, Summary, Title
from macros.schema.types import Day, DayOrMonth, MailAddress, Month, WebAddress, Word
from macros.source.diagnostic import Location


class Champion(Named):
    """Someone colleagues can turn to, who has agreed to be named."""

    TO_TAKE_OUT = "all of their lines"

    name: Name = field(
        "Their name, as they want it to appear. Once it is taken out, the history of the files still has it.",
        ["Author A"],
    )
    role: Name = field("Their role in the service.", ["Team lead"])
    contact: MailAddress = field("A mailbox of the role or the team, never a personal address.", ["team@example.org"])
    since: DayOrMonth = field("When they took this on.", ["2025-04"])
    consent_given: Day | None = consent_given()
    consent_until: Day | None = consent_until()
    consent_withdrawn: Day | None = consent_withdrawn()

    def in_their_place(self) -> str:
        """The anonymous entry that replaces a champion. It ends on the day the site stopped showing the name."""
        since = Month(self.since.year, self.since.month)
        return (
            'To keep a record of that time, add an entry without a name under "past_champions": '
            f'"since: {since}" and "until: {self.hidden_from:%Y-%m}".'
        )


class ChampionTime(Part):
    """A time when a service had a champion who is no longer named."""

    since: DayOrMonth = field("Since when: a day or a month.", ["2024-04"])
    until: DayOrMonth = field(
        "Until when: a day or a month.",
        ["2026-03"],
        after=After("since", "This time ends ({later}) before it starts ({earlier}). Check both dates."),
    )


class Service(Record):
    """A service that belongs to the network."""

    KIND = "service"
    FOLDER = "services"
    NAME = KindName("service", "services")
    PLACE = 40
    MARK = "M20 15l5 5-5 5-5-5zM12.5 22.5l5 5-5 5-5-5zM27.5 22.5l5 5-5 5-5-5zM20 30l5 5-5 5-5-5z"
    COLOUR = "service"
    GATHERED_BY = ("services", "adopted_by", "presentations", "attended")
    RELATES = True

    title: Title = title_field("Brindle and Marsh")
    summary: Summary = summary_field(
        "A service in a market town and the villages around it, with twelve members of staff."
    )
    area: Annotated[str, Word("areas")] = field("The area it is in.", ["north"])
    provider: Organisation | None = field("The organisation that runs it.", ["Anytown Council"], default=None)
    website: WebAddress | None = field("Its own website.", ["https://example.org/"], default=None)
    contact: MailAddress | None = field(
        "A mailbox of the service, never of a person. Needed unless source says where this comes from.",
        ["team@example.org"],
        default=None,
        needed=Need(unless="source", rule="provenance-missing"),
        hint="Where readers can ask about it: a mailbox of the service, never of a person.",
    )
    former_names: list[Organisation] = field("What it used to be called.", [["The Marsh Team"]], default=[], ask=LATER)
    active: bool = field("Write false if it is no longer in the network.", ["false"], default=True, ask=LATER)
    champions: list[Champion] = field("Colleagues who agreed to be named as someone to turn to.", default=[])
    past_champions: list[ChampionTime] = field(
        "When the service had others who are no longer named here, without their names.", default=[], ask=LATER
    )
    replaced_by: list[ServiceId] = replaced_by_field("service", "sample-brindle")

    @property
    def is_current(self) -> bool:
        """Whether it is still in the network."""
        return self.active

    @property
    def other_names(self) -> Sequence[str]:
        """Its former names."""
        return self.former_names

    @property
    def looked_after_by(self) -> Sequence[str]:
        """Itself."""
        return [self.id]

    def named_people(self) -> Iterator[tuple[Location, Named]]:
        """Its champions."""
        yield from ((("champions", index), one) for index, one in enumerate(self.champions))

    def as_consented(self, today: date) -> Service:
        """Itself without the champions whose consent does not cover `today`, but with the time for which it had them."""
        kept = [champion for champion in self.champions if champion.may_be_shown(today)]
        if len(kept) == len(self.champions):
            return self
        # The exact day of withdrawal stays private.
        ended = [
            ChampionTime(since=champion.since, until=Month(champion.hidden_from.year, champion.hidden_from.month))
            for champion in self.champions
            if champion.hidden_from is not None and champion.hidden_from <= today
        ]
        return self.model_copy(update={"champions": kept, "past_champions": [*self.past_champions, *ended]})

    def fact_line(self, shown: Shown) -> list[str]:
        """Its area."""
        return [shown.network.words("areas")[self.area]]

    def sentences(self) -> Iterator[str]:
        """Its champions."""
        yield from (f"{champion.name}, {champion.role}" for champion in self.champions)

    def search_words(self, shown: Shown) -> Iterable[str]:
        """Its provider."""
        return [self.provider or ""]

    def areas(self, shown: Shown) -> Iterable[str]:
        """Its area."""
        return [self.area]

    @classmethod
    def groups(cls, records: Sequence[Service], shown: Shown) -> Iterable[ListGroup]:
        """Groups by area in the order of network.yml, then by title. Services that have left come last."""
        areas = in_groups(records, shown.network.words("areas"), lambda one: one.active and one.area, is_own=True)
        current = [replace(one, gap=f"{one.title}: no service is listed yet. Do you work in one?") for one in areas]
        return [*current, ListGroup("No longer in the network", [one for one in records if not one.active])]

    @classmethod
    def questions(cls, records: Sequence[Service], shown: Shown) -> list[Question]:
        """Area, whether it has a champion, theme and whether it has left.

        Services that have left answer neither of the first two: they belong to no area and need no champion.
        """
        champion = shown.network.champions.one
        label, areas = champion[0].upper() + champion[1:], shown.network.words("areas")

        def has_champion(record: Service) -> bool | None:
            return bool(record.champions) if record.active else None

        return [
            Question("area", "Area", areas, lambda record: [record.area] if record.active else [], is_own=True),
            by_yes_or_no("champion", label, "Has one", "Has none at present", has_champion),
            by_theme(shown),
            by_yes_or_no("active", "Membership", "In the network", "Has left", lambda record: record.active),
        ]
