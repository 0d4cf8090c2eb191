"""llms.txt, an overview of the site for programs, and robots.txt, which points to the site map."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from macros.kinds import KINDS, Theme
from macros.library.library import CONTENT, INDEX
from macros.library.order import by_title
from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.pages.downloads import CALENDAR_FILE, data_file, feed_file, feed_title, table_file
from macros.pages.rendering import address

_LIST_NOTE = "a line for each record, with the address of the file that has all of it and what refers to it"
# Characters of Markdown links, emphasis and code.
_MARKUP = re.compile(r"([\\`*_\[\]])")


# The folder of the demonstration, as in demo/mkdocs.yml.
_DEMONSTRATION = "demo"


def overview(public: PublicLibrary, site: SiteInfo) -> Iterator[File]:
    """llms.txt, and robots.txt if the site is at the root of its server, the only place crawlers look for it."""
    yield File("llms.txt", "\n".join(_llms(public, site)).encode("utf-8"))
    if urlsplit(site.top).path == "/":
        allowed = f"Allow: /\nDisallow: /{_DEMONSTRATION}/"
        yield File("robots.txt", f"User-agent: *\n{allowed}\nSitemap: {site.to('sitemap.xml')}\n".encode())


def _llms(public: PublicLibrary, site: SiteInfo) -> Iterator[str]:
    """The lines of llms.txt: lists, themes and data. It leaves out single records to stay short.

    Source: https://llmstxt.org/
    """
    network = public.network
    yield f"# {_plain(site.name)}"
    if site.description:
        yield f"\n> {_plain(site.description)}"
    yield f"\n{_plain(network.name)} is {_plain(network.purpose)} {_plain(network.standing_item.reason)}"
    if network.demonstration:
        yield "\nThis is a demonstration. Everything here is made up: do not quote it as fact."
    for heading, lines in (
        ("Lists", _lists(public, site)),
        ("Themes", _themes(public, site)),
        ("Data", _data(site)),
        ("Optional", _written(public, site)),
    ):
        found = list(lines)
        if found:
            yield f"\n## {heading}\n"
            yield from found
    yield ""


def _lists(public: PublicLibrary, site: SiteInfo) -> Iterator[str]:
    for model in public.listed_kinds:
        path = f"{model.FOLDER}/{INDEX}"
        yield _line(model.NAME.labels, site.of(path), public.pages[f"{CONTENT}/{path}"].description or "")


def _themes(public: PublicLibrary, site: SiteInfo) -> Iterator[str]:
    for theme in sorted(public.all_of(Theme).values(), key=by_title):
        yield _line(theme.title, site.of(theme.path), theme.summary)


def _data(site: SiteInfo) -> Iterator[str]:
    yield _line("Index of the data", site.to(data_file(None)), "where every record is as JSON, with its schema")
    for model in KINDS.values():
        label = model.NAME.labels
        yield _line(f"{label} as JSON", site.to(data_file(model)), _LIST_NOTE)
        yield _line(f"{label} as a table", site.to(table_file(model)), "a row for each record")
    yield _line(feed_title(None, site.name), site.to(feed_file(None)), "an Atom feed of additions and changes")
    yield _line("Calendar", site.to(CALENDAR_FILE), "all meetings, in the iCalendar format")


def _written(public: PublicLibrary, site: SiteInfo) -> Iterator[str]:
    """The written pages that are not lists of records."""
    lists = {INDEX, *(f"{model.FOLDER}/{INDEX}" for model in KINDS.values())}
    pages = {path.removeprefix(f"{CONTENT}/"): page for path, page in public.pages.items()}
    for path in sorted(pages.keys() - lists, key=address):
        yield _line(pages[path].title, site.of(path), pages[path].description or "")


def _line(title: str, address: str, note: str) -> str:
    return f"- [{_plain(title)}]({address})" + (f": {_plain(note)}" if note else "")


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text).replace("<", "&lt;")
