"""What a page shows where its address is shared: a title, a sentence and a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from macros.exports.file import File, Place
from macros.exports.look import Look
from macros.exports.picture import HEIGHT, WIDTH, Card, Painter
from macros.records.library import CONTENT
from macros.records.models import Page, Record
from macros.views.edition import Edition
from macros.views.parts import KIND_LABELS

# Dates are written the British way everywhere.
LOCALE = "en_GB"
_SAMPLE = "Sample, made up to show how the site works"
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
    """What other sites and messages show of a page: for its `og:` and `twitter:` tags."""

    title: str
    description: str
    address: str
    site_name: str
    sort: str
    image: str
    alt: str
    published: date | None = None
    modified: date | None = None
    width: int = WIDTH
    height: int = HEIGHT
    locale: str = LOCALE
    card: str = "summary_large_image"


def record_preview(record: Record, place: Place) -> Preview:
    """The preview of a record's page."""
    alt = f"{place.name}. {KIND_LABELS[record.KIND][0]}: {record.title}"
    return replace(
        _preview(record.path, record.title, record.summary, alt, place),
        sort="article",
        published=record.added,
        modified=record.last_change,
    )


def page_preview(path: str, page: Page, place: Place) -> Preview:
    """The preview of the written page whose file is at `path`, below content/."""
    alt = place.name if page.title == place.name else f"{place.name}. {page.title}"
    return _preview(path, page.title, page.description or place.description, alt, place)


def _preview(path: str, title: str, description: str, alt: str, place: Place) -> Preview:
    return Preview(
        title=title,
        description=description,
        address=place.of(path),
        site_name=place.name,
        sort="website",
        image=place.to(picture_path(path)),
        alt=alt,
    )


def picture_path(path: str) -> str:
    """Where the picture of a page is, below the top of the site, from the path of the page's file below content/."""
    return f"previews/{path.removesuffix('.md')}.png"


def previews(edition: Edition, place: Place, look: Look) -> Iterator[File]:
    """A picture for every record and every written page."""
    painter = Painter(look, place.name)
    for record in edition.library.all():
        yield File(picture_path(record.path), painter.png(_record_card(record, edition)))
    for shown_path, page in edition.library.pages.items():
        card = Card(page.title, facts=page.description or place.description, facts_lines=3)
        yield File(picture_path(shown_path.removeprefix(f"{CONTENT}/")), painter.png(card))


def _record_card(record: Record, edition: Edition) -> Card:
    entry = edition.entry(record)
    # What is made up must say so before anything else about it.
    stage, colour = (_SAMPLE, "sample") if entry.is_sample else (entry.stage_label, _COLOUR_OF_STAGE.get(entry.stage))
    facts = [entry.stage_label, *entry.facts] if entry.is_sample and entry.stage_label else entry.facts
    return Card(
        title=record.title,
        label=KIND_LABELS[record.KIND][0],
        label_colour=record.KIND,
        facts=" · ".join(facts),
        stage=stage,
        stage_colour=colour or "text-quiet",
    )
