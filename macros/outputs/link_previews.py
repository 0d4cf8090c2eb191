"""Link previews: the title, description and picture shown where a page's address is shared."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.kinds import Page, Record
from macros.library.library import CONTENT
from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.outputs.look import Look
from macros.outputs.social_card import HEIGHT, WIDTH, Painter, SocialCard
from macros.pages.parts import badge, entry_of

_COLOUR_OF_STAGE = {
    "established": "good",
    "held": "good",
    "trying": "trying",
    "idea": "idea",
    "planned": "idea",
    "stopped": "stopped",
}


@dataclass(frozen=True, slots=True)
class Preview:
    """The values of a page's `og:` and `twitter:` tags. Addresses are absolute."""

    sort: str
    title: str
    description: str
    address: str
    site_name: str
    locale: str
    image: str
    alt: str
    published: date | None = None
    modified: date | None = None
    width: int = WIDTH
    height: int = HEIGHT


def record_preview(record: Record, site: SiteInfo) -> Preview:
    """The preview of a record's page."""
    return Preview(
        sort="article",
        title=record.title,
        description=record.summary,
        address=site.of(record.path),
        site_name=site.name,
        locale=_locale(site),
        image=site.to(picture_path(record.path)),
        alt=f"{site.name}. {record.NAME.label}: {record.title}",
        published=record.added,
        modified=record.last_change,
    )


def page_preview(path: str, page: Page, site: SiteInfo) -> Preview:
    """The preview of the written page at `path`, relative to content/."""
    return Preview(
        sort="website",
        title=page.title,
        description=page.description or site.description,
        address=site.of(path),
        site_name=site.name,
        locale=_locale(site),
        image=site.to(picture_path(path)),
        alt=site.name if page.title == site.name else f"{site.name}. {page.title}",
    )


def _locale(site: SiteInfo) -> str:
    # Dates are written the British way everywhere, whatever the language.
    return f"{site.language}_GB"


def picture_path(path: str) -> str:
    """The path of a page's picture, relative to the site's root, from the path of its file in content/."""
    return f"previews/{path.removesuffix('.md')}.png"


def previews(public: PublicLibrary, site: SiteInfo, look: Look) -> Iterator[File]:
    """A picture for every record and every written page.

    Raises `FontsUnusable` if the site's fonts cannot be drawn with.
    """
    painter = Painter(look, site.name)
    for record in public.all():
        yield File(picture_path(record.path), painter.png(_record_card(record, public)))
    for path, page in public.pages.items():
        card = SocialCard(page.title, facts=page.description or site.description, facts_lines=3)
        yield File(picture_path(path.removeprefix(f"{CONTENT}/")), painter.png(card))


def _record_card(record: Record, public: PublicLibrary) -> SocialCard:
    name, label = badge(record)
    return SocialCard(
        title=record.title,
        label=record.NAME.label,
        label_colour=record.COLOUR,
        facts=" · ".join(entry_of(record, public).facts),
        stage=label,
        stage_colour=_COLOUR_OF_STAGE.get(name, "text-quiet"),
    )
