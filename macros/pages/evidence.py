"""The page of a piece of evidence."""

from macros.kinds import Evidence, Initiative
from macros.kinds.evidence import STRONGEST
from macros.library.order import newest_first
from macros.library.public import PublicLibrary
from macros.pages.parts import Item, KindView, fact, facts, items_for, presenting_section, section, sections
from macros.pages.shortlist import entries_section, shortlist, talked_about, whole_list_of


def view(record: Evidence, public: PublicLibrary) -> KindView:
    """The type of evidence, its strength, where to read it and what it found, then the initiatives and meetings that use it."""
    network = public.network
    citation = record.citation
    published = Item(
        f"{citation.authors} ({citation.year or 'no date'}). {citation.title}. {citation.where}.", href=citation.address
    )
    words = record.wording
    rated = (
        f"{record.strength} of {STRONGEST}. {record.strength_reason}"
        if record.strength
        else "Not rated. We have not seen it."
    )
    strength = Item(rated, strength=record.weight)
    how_strong = facts(
        fact("Kind", network.words("evidence_kinds")[record.kind], is_own=True),
        fact("Strength", strength),
        fact("How we checked it", record.how_checked),
        fact("Reference", published),
        fact(words.population, record.population),
        fact("About", *(network.words("audiences")[word] for word in record.audience), is_own=True),
        fact("Sample size", f"{record.sample_size:,}" if record.sample_size else None),
        fact("Where", *(network.words("settings")[word] for word in record.setting), is_own=True),
        fact("Themes", *items_for(public, "theme", record.tags)),
    )
    found = sections(
        section(words.question, "written", record.question),
        section(words.findings, "written", record.findings),
        section("Limits", "written", record.limitations),
    )
    resting = sorted(public.linking_to(record, Initiative), key=newest_first)
    below = sections(
        entries_section("Related initiatives", resting, whole_list_of(Initiative), public),
        talked_about(record, public),
        None if record.is_retired or not record.strength else presenting_section(record, public),
    )
    return KindView(how_strong, _notices(record, public), found, below)


def _notices(record: Evidence, public: PublicLibrary) -> list[Item]:
    """Notices that other evidence disagrees, whichever of the two says so."""
    shown, more = shortlist(conflicting(record, public), whole_list_of(Evidence))
    notices = [Item(f"Other evidence disagrees: {other.title}", other.path) for other in shown]
    if more:
        notices.append(Item(f"Other evidence disagrees: {more.total - more.shown} more", more.link.path))
    return notices


def conflicting(record: Evidence, public: PublicLibrary) -> list[Evidence]:
    """The evidence that conflicts with `record`, whichever of the two names the other, without duplicates."""
    named = [public.all_of(Evidence)[one] for one in record.conflicts_with if one in public.all_of(Evidence)]
    naming = public.linking_to(record, Evidence, "conflicts_with")
    return list({other.id: other for other in [*named, *naming]}.values())
