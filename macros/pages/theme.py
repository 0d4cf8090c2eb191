"""The page of a theme."""

from macros.kinds import AS_READ, Initiative, Record, Theme
from macros.library.order import newest_first, still_holding
from macros.library.public import PublicLibrary
from macros.pages.downloads import Download
from macros.pages.parts import Ask, Item, KindView, Listing, fact, facts, items_for, section, sections
from macros.pages.shortlist import MOST_LISTED, list_of, listing_of, whole_list_of


def view(record: Theme, public: PublicLibrary) -> KindView:
    """Its group, other words for it and its own themes, then the records tagged with it, by kind."""
    named = facts(
        fact("Group", public.network.words("theme_groups")[record.group], is_own=True),
        fact("People also say", *record.synonyms, is_own=True),
        fact("Themes", *items_for(public, "theme", record.tags)),
    )
    listings = [_listing(record, model, public) for model in AS_READ]
    tagged = [one for one in listings if one.entries]
    return KindView(
        named,
        below=sections(
            section("On this theme", "listings", tagged), section("Be the first", "ask", _nothing_tried(record, public))
        ),
    )


def _nothing_tried(record: Theme, public: PublicLibrary) -> Ask | None:
    """A question to readers if no initiative has the theme."""
    if record.is_retired or public.linking_to(record, Initiative, "tags"):
        return None
    return Ask("No one has told us about an initiative on this theme yet. Has your service tried something?")


def _listing(record: Theme, model: type[Record], public: PublicLibrary) -> Listing:
    tagged = sorted(public.linking_to(record, model, "tags"), key=newest_first)
    return listing_of(model.NAME.labels, tagged, tagged_list(record, model, len(tagged), public), public)


def tagged_list(record: Theme, model: type[Record], number: int, public: PublicLibrary) -> Item:
    """A link to all `number` records of a kind tagged with a theme, or to the whole list if it has no facet for themes."""
    if not any(question.name == record.KIND for question in model.questions((), public)):
        return whole_list_of(model)
    return list_of(model, number, f"about {record.title}", theme=record.id)


def own_downloads(record: Theme, public: PublicLibrary, top: str) -> list[Download]:
    """A pack of its initiatives to print, if it has any."""
    number = len(still_holding(public.linking_to(record, Initiative, "tags")))
    if not number:
        return []
    which = f"{MOST_LISTED} newest " if number > MOST_LISTED else ""
    return [Download(f"Print its {which}initiatives, one card each", "text/html", f"{record.FOLDER}/{record.id}/pack/")]
