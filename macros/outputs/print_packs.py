"""Packs to print: a theme with a card for each of its initiatives, and a welcome pack for new champions."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

from lxml import html
from markupsafe import Markup

from macros.kinds import Evidence, Initiative, Meeting, Record, Service, Theme
from macros.library.order import by_title, newest_first, still_holding
from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.outputs.redirects import short_address
from macros.pages.downloads import welcome_pack_folder
from macros.pages.initiative import initiative_facts, initiative_notices
from macros.pages.parts import entries_of
from macros.pages.rendering import Renderer, address
from macros.pages.shortlist import shortlist, whole_list_of
from macros.pages.theme import tagged_list
from macros.pages.welcome import welcome_pack
from macros.pages.wide_tables import with_boxed_tables

# A pack is one folder below its theme.
_TO_TOP = "../../../"


def packs(public: PublicLibrary, site: SiteInfo, renderer: Renderer, texts: Mapping[str, str]) -> Iterator[File]:
    """A page for each theme that has an initiative. `texts` maps a record's path to the HTML of its text."""
    for theme in public.all_of(Theme).values():
        yield from pack(theme, public, site, renderer, texts)


def pack(
    theme: Theme, public: PublicLibrary, site: SiteInfo, renderer: Renderer, texts: Mapping[str, str]
) -> Iterator[File]:
    """The page of a theme, if it has an initiative."""
    tagged = sorted(still_holding(public.linking_to(theme, Initiative, "tags")), key=newest_first)
    if not tagged:
        return
    newest, more = shortlist(tagged, tagged_list(theme, Initiative, len(tagged), public))
    initiatives = sorted(newest, key=by_title)
    evidence = still_holding(public.linking_to(theme, Evidence, "tags"))
    evidence.sort(key=lambda one: (-one.weight, one.title.casefold()))
    all_evidence = tagged_list(theme, Evidence, len(evidence), public)
    strongest, more_evidence = shortlist(evidence, all_evidence, which="strongest")
    url = f"{address(theme.path)}pack/"
    page = renderer.render(
        "pack.html.j2",
        url,
        **_head(f"{theme.title}: pack to print", theme.summary, theme, public, site),
        theme=theme,
        initiatives=entries_of(initiatives, public),
        more=more,
        evidence=entries_of(strongest, public),
        more_evidence=more_evidence,
        cards=[public.once(_card, (one, site, renderer, texts), one.path) for one in initiatives],
    )
    yield File(f"{url}index.html", page.encode("utf-8"))


def welcome_packs(public: PublicLibrary, site: SiteInfo, renderer: Renderer) -> Iterator[File]:
    """A page for each service in the network, for its next champion."""
    network = public.network
    for service in public.all_of(Service).values():
        if not service.active:
            continue
        pack, url = welcome_pack(service, public), welcome_pack_folder(service)
        summary = f"What a new {network.champions.one} of {service.title} should know on the first day."
        page = renderer.render(
            "welcome_pack.html.j2",
            url,
            **_head(f"{service.title}: {pack.title}", summary, service, public, site),
            pack=pack,
            about_address=site.of(network.champions.about) if network.champions.about else "",
            item_name=network.standing_item.name,
            support=network.support,
            meetings=whole_list_of(Meeting),
        )
        yield File(f"{url}index.html", page.encode("utf-8"))


def _head(title: str, summary: str, subject: Record, public: PublicLibrary, site: SiteInfo) -> dict[str, Any]:
    """What the frame of every pack shows. `subject` is the record that the pack is about."""
    frame = {"demonstration": public.network.demonstration, "made": public.today, "come_back": site.of(subject.path)}
    return {"title": title, "summary": summary, "site": site, **frame}


def _card(subject: tuple[Initiative, SiteInfo, Renderer, Mapping[str, str]], public: PublicLibrary) -> Markup:
    """An initiative, which may be in the packs of several themes."""
    record, site, renderer, texts = subject
    return renderer.render(
        "card.html.j2",
        _TO_TOP,
        one=record,
        facts=initiative_facts(record, public),
        notices=initiative_notices(record),
        text=_moved(with_boxed_tables(texts[record.path], renderer), address(record.path)),
        come_back=short_address(record, site),
    )


def _moved(text: str, url: str) -> Markup:
    """The HTML of a text for a card on another page: links adjusted and headings one level down."""
    body = html.fragment_fromstring(text, create_parent="div")
    body.set("class", "kb-body")
    for element in body.iter():
        element.attrib.pop("id", None)
        if element.tag in ("h2", "h3", "h4", "h5"):
            element.tag = f"h{int(element.tag[1]) + 1}"
    body.rewrite_links(lambda link: link if ":" in link else _TO_TOP + urljoin(url, link))
    return Markup(html.tostring(body, encoding="unicode"))
