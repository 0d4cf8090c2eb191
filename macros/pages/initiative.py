"""The page of an initiative."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros.kinds import Adoption, Evidence, Initiative, InitiativeStage, Service
from macros.library.order import grouped
from macros.library.public import PublicLibrary
from macros.pages.parts import (
    Ask,
    Fact,
    Item,
    KindView,
    PageSection,
    anchor,
    entries_of,
    fact,
    facts,
    items_for,
    page_that_calls,
    presenting,
    presenting_section,
    section,
    sections,
)
from macros.pages.shortlist import talked_about
from macros.schema.durations import minutes_in_words
from macros.schema.types import in_words

# How those whose initiative it is are announced, in a tense that fits its stage.
_WHOSE = {
    InitiativeStage.IDEA: "Suggested by",
    InitiativeStage.TRYING: "Who has tried it",
    InitiativeStage.ESTABLISHED: "Who does it",
    InitiativeStage.STOPPED: "Who tried it",
}


def initiative_facts(record: Initiative, public: PublicLibrary) -> list[Fact]:
    """Who does it, since when, who it is for, what it costs and who to ask."""
    network = public.network
    own = [Item(network.short_name, is_own=True)] if record.by_network else []
    whose: list[Item | str] = [*items_for(public, "service", record.services), *own]
    minutes = f"{minutes_in_words(record.minutes)} each time" if record.minutes else None
    return facts(
        # The network may only know that some service does it.
        fact(_WHOSE[record.stage], *(whose or [Item("No service is named.")])),
        fact("Started", record.started),
        fact("Stopped", record.stopped),
        fact("For", *(network.words("audiences")[word] for word in record.audience), is_own=True),
        fact("Where", *(network.words("settings")[word] for word in record.setting), is_own=True),
        fact("Time it takes", minutes),
        fact("Cost", record.cost.description if record.cost else None),
        fact("Level", network.words("tiers")[record.tier] if record.tier else None, is_own=True),
        fact("HSE area", *_areas(record, public)),
        fact("Themes", *items_for(public, "theme", record.tags)),
        fact("Evidence", None if record.evidence else "None listed yet"),
        fact("Ask", Item(record.contact, href=f"mailto:{record.contact}") if record.contact else None),
    )


def _areas(record: Initiative, public: PublicLibrary) -> list[Item]:
    """The areas of work it may improve, each with a link to the page that explains them, if the network has one."""
    page = page_that_calls("what_to_try", public)
    labels = [public.network.words("hse_areas")[word] for word in record.hse_areas]
    return [
        Item(label, page.path if page else None, after=f"#kb-{anchor(label)}" if page else "", is_own=True)
        for label in labels
    ]


def initiative_notices(record: Initiative) -> list[Item]:
    """What readers should know first: that it stopped, and why."""
    if record.stage is not InitiativeStage.STOPPED or record.stopped is None:
        return []
    on_or_in = "on" if isinstance(record.stopped, date) else "in"
    return [Item(f"This stopped {on_or_in} {in_words(record.stopped)}. {record.why_stopped}")]


@dataclass(frozen=True)
class Adopter:
    """A service that took something up, and those that learnt it from there."""

    service: Service
    adoption: Adoption
    others: Sequence[Adopter]


def adopters(record: Initiative, public: PublicLibrary) -> list[Adopter]:
    """The services that took an initiative up from those it came from, each with those that learnt it from there."""
    services = public.all_of(Service)
    shown = [one for one in record.adopted_by if one.service in services]
    taught = grouped(shown, lambda one: one.learnt_from)
    in_chains = {one.service for one in shown}

    def of(adoptions: Sequence[Adoption]) -> list[Adopter]:
        return [Adopter(services[one.service], one, of(taught.get(one.service, ()))) for one in adoptions]

    return of([one for one in shown if one.learnt_from not in in_chains])


def _ask(record: Initiative, public: PublicLibrary) -> PageSection | None:
    """A question to readers whose service does it too."""
    if record.is_retired:
        return None
    if record.stage is InitiativeStage.STOPPED:
        return presenting_section(record, public)
    page = public.main_pages.adoption
    tell_us = [Item("Tell us", page, after=f"?{record.KIND}={record.id}")] if page else []
    links = [*tell_us, *(presenting(record, public, "offer to present it") if page else ())]
    return section(
        "Does your service do this?", "ask", Ask("We would like to know how you do it and what happened.", links)
    )


def view(record: Initiative, public: PublicLibrary) -> KindView:
    """Its facts, then what people said, the related evidence, who took it up, and where it was discussed."""
    evidence = [public.all_of(Evidence)[one] for one in record.evidence if one in public.all_of(Evidence)]
    quotes = [(quote, items_for(public, "service", [quote.service])) for quote in record.quotes]
    below = sections(
        section("What people said", "quotes", quotes),
        section("Related evidence", "entries", entries_of(evidence, public)),
        section("Adopted by", "adoptions", adopters(record, public)),
        _ask(record, public),
        talked_about(record, public),
    )
    return KindView(initiative_facts(record, public), initiative_notices(record), below=below)
