"""A service of the network, and the champions it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated

from macros.kinds.name import KindName
from macros.kinds.question import Question, by_theme, by_yes_or_no
from macros.kinds.record import Record, replaced_by_field, summary_field, title_field
from macros.kinds.shown import ListGroup, Shown, in_groups
from macros.schema.field import LATER, After, Need, field
from macros.schema.part import Name, Organisation, Part, ServiceId, Summary, Title
from macros.schema.types import Day, DayOrMonth, MailAddress, WebAddress, Word

_AGREED = Need(rule="consent-missing")


class Champion(Part):
    """Someone colleagues can turn to, who has agreed to be named."""

    name: Name = field(
        "Their name, as they want it to appear. Once it is taken out, the history of the files still has it.",
        ["Sample Champion A"],
    )
    role: Name = field("Their role in the service.", ["Senior practitioner"])
    contact: MailAddress = field("A mailbox of the role or the team, never a personal address.", ["team@example.org"])
    since: DayOrMonth = field("When they became a champion.", ["2025-04"])
    consent_given: Day | None = field(
        "The day they agreed to be named here. Needed.", ["2026-01-15"], default=None, needed=_AGREED, older=True
    )
    consent_until: Day | None = field(
        "The day their agreement ends, at most two years later. Their name is hidden from that day on. Needed.",
        ["2027-01-14"],
        default=None,
        needed=_AGREED,
        to_come=True,
        older=True,
        after=After("consent_given", "Consent ends ({later}) before it was given ({earlier}). Check both dates."),
    )

    consent_withdrawn: Day | None = field(
        "The day they withdrew their agreement. Their name is hidden from that day on.",
        ["2026-06-30"],
        default=None,
        ask=LATER,
        older=True,
        after=After(
            "consent_given", "Consent was withdrawn ({later}) before it was given ({earlier}). Check both dates."
        ),
    )

    @property
    def hidden_from(self) -> date | None:
        """The day their name is hidden; None if they never agreed to be named."""
        ends = [day for day in (self.consent_until, self.consent_withdrawn) if day is not None]
        return min(ends) if self.consent_given is not None and self.consent_until is not None else None

    def may_be_shown(self, today: date) -> bool:
        """Whether their consent covers `today`. It ends at the start of the day of `hidden_from`."""
        given, ends = self.consent_given, self.hidden_from
        return given is not None and ends is not None and given <= today < ends


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
        "A service in a market town and the villages around it, with twelve practitioners."
    )
    area: Annotated[str, Word("areas")] = field("The area it is in.", ["north"])
    provider: Organisation | None = field("The organisation that runs it.", ["An NHS foundation trust"], default=None)
    website: WebAddress | None = field("Its own website.", ["https://example.org/"], default=None)
    contact: MailAddress | None = field(
        "A mailbox of the service, never of a person. Needed unless source says where this comes from.",
        ["team@example.org"],
        default=None,
        needed=Need(unless="source", rule="provenance-missing"),
    )
    former_names: list[Organisation] = field("What it used to be called.", [["Brindle Vale"]], default=[], ask=LATER)
    active: bool = field("Write false if it is no longer in the network.", ["false"], default=True, ask=LATER)
    champions: list[Champion] = field("Colleagues who agreed to be named as someone to turn to.", default=[])
    past_champions: list[ChampionTime] = field(
        "When the service had champions who are no longer named here, without their names.", default=[], ask=LATER
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
        current = [replace(one, gap=f"No service in {one.title} is listed yet. Do you work in one?") for one in areas]
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
