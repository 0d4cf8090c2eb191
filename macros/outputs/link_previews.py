"""Link previews: the title, description and picture shown where a page's address is shared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.kinds import Page, Record
from macros.library.library import CONTENT
from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.outputs.social_card import HEIGHT, WIDTH, Painter, SocialCard
from macros.pages.parts import badge, entry_of

_COLOUR_OF_STAGE = {
    "established": "good",
    "held": "good",
    "trying": "trying",
    "idea": "idea",
    "planned": "idea",
    "stopped": "stopped",
    "cancelled": "stopped",
    "postponed": "stopped",
}


@dataclass(frozen=True, slots=True)
class Preview:
    """The values of the `og:` and `twitter:` tags of a page. `path` is that of its file in content/."""

    sort: str
    title: str
    description: str
    path: str
    alt: str
    site: SiteInfo
    published: date | None = None
    modified: date | None = None
    size: ClassVar = (WIDTH, HEIGHT)

    @property
    def image(self) -> str:
        """The full address of the picture."""
        return self.site.to(picture_path(self.path))


def record_preview(record: Record, site: SiteInfo) -> Preview:
    """The preview of a record's page."""
    alt = f"{site.name}. {record.NAME.label}: {record.title}"
    days = (record.added, record.last_change)
    return Preview("article", record.alerting_title, record.summary, record.path, alt, site, *days)


def page_preview(path: str, page: Page, site: SiteInfo) -> Preview:
    """The preview of the written page at `path`, relative to content/."""
    alt = site.name if page.title == site.name else f"{site.name}. {page.title}"
    return Preview("website", page.title, page.description or site.description, path, alt, site)


def picture_path(path: str) -> str:
    """The path of a page's picture, relative to the site's root, from the path of its file in content/."""
    return f"previews/{path.removesuffix('.md')}.png"


def record_pictures(records: Iterable[Record], public: PublicLibrary, painter: Painter) -> Iterator[File]:
    """A picture for each of these records."""
    for record in records:
        yield File(picture_path(record.path), painter.png(_record_card(record, public)))


def page_pictures(public: PublicLibrary, site: SiteInfo, painter: Painter) -> Iterator[File]:
    """A picture for each written page."""
    for path, page in public.pages.items():
        card = SocialCard(page.title, facts=page.description or site.description, facts_lines=3)
        yield File(picture_path(path.removeprefix(f"{CONTENT}/")), painter.png(card))


def _record_card(record: Record, public: PublicLibrary) -> SocialCard:
    name, stage = badge(record)
    facts, colour = " · ".join(entry_of(record, public).facts), _COLOUR_OF_STAGE.get(name, "text-quiet")
    return SocialCard(record.title, record.NAME.label, record.COLOUR, facts, stage=stage, stage_colour=colour)
