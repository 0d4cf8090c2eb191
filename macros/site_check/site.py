"""Checks a whole built site for broken links, requests to other sites, and code that is not ours."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros.site_check.addresses import Addresses, is_elsewhere
from macros.site_check.code import drawing_mistakes, script_mistakes, style_addresses
from macros.site_check.page import BuiltPage
from macros.site_check.policy import EDITOR

_DATA = (".json", ".xml", ".ics", ".csv", ".txt")
# The rest of one of our addresses. It has no comma, which would end it in a CSV table.
_REST = r"[^\s\"'<>()\[\]\\,;]*"
# Calendars break long lines.
_FOLD = re.compile(r"\r?\n[ \t]")


def mistakes_in(site: Path, address: str = "/", apart: str = "") -> Iterator[str]:
    """The mistakes in the site built in the folder `site`, one a line, in order of files.

    `address` is the site's future address, "https://example.org/knowledge-base/", or only its path. `apart` is a folder
    with a site of its own, which is not checked but may be linked to.
    """
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    addresses = Addresses(frozenset(files), address)
    pages = {path: BuiltPage(path, (site / path).read_bytes()) for path in files if path.endswith(".html")}
    if not pages:
        yield f"There is no page in {site}."
    for path in files:
        if apart and path.startswith(f"{apart}/"):
            continue
        page = pages.get(path)
        mistakes = _page_mistakes(page, pages, addresses) if page else _file_mistakes(path, site, addresses)
        yield from (f"{path}: {mistake}" for mistake in mistakes)


def _page_mistakes(page: BuiltPage, pages: dict[str, BuiltPage], addresses: Addresses) -> Iterator[str]:
    yield from page.mistakes
    yield from _resource_mistakes(page.path, page.resources, addresses)
    for address in page.pictures:
        if addresses.own and not addresses.is_own(address):
            yield f"the picture for link previews is not at a full address of this site: {address}"
    for address in page.links:
        if addresses.is_own(address):
            file = addresses.own_file(address)
        elif ":" not in address and not address.startswith("//"):
            file = addresses.file(page.path, address)
        elif urlsplit(address).scheme in ("http", "https", "mailto"):
            continue
        else:
            yield f"a link may not lead to {address}"
            continue
        anchor = address.partition("#")[2]
        if file is None:
            yield f"the link to {address} leads nowhere"
        elif anchor and file in pages and unquote(anchor) not in pages[file].anchors:
            yield f"the page behind {address} has no such place"


def _resource_mistakes(path: str, resources: Iterable[str], addresses: Addresses) -> Iterator[str]:
    for address in resources:
        if is_elsewhere(address):
            yield f"a reader's browser would fetch {address} from somebody else"
        elif address.startswith("data:"):
            yield f"the content security policy keeps a browser from using {address[:40]}"
        elif addresses.file(path, address) is None:
            yield f"{address} is not there"


def _file_mistakes(path: str, site: Path, addresses: Addresses) -> Iterator[str]:
    content = (site / path).read_bytes()
    if path.endswith(".css"):
        yield from _resource_mistakes(path, style_addresses(content.decode("utf-8")), addresses)
    elif path.endswith((".js", ".mjs")) and not path.startswith(EDITOR):
        yield from script_mistakes(path, content.decode("utf-8"))
    elif path.endswith(".svg"):
        yield from drawing_mistakes(content)
    elif path.endswith(_DATA):
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            yield "it is not UTF-8 text"
        else:
            yield from _data_mistakes(_FOLD.sub("", text) if path.endswith(".ics") else text, addresses)


def _data_mistakes(text: str, addresses: Addresses) -> Iterator[str]:
    """The addresses of this site in a data file that lead nowhere. One with braces is a template."""
    found = re.findall(re.escape(addresses.own) + _REST, text) if addresses.own else ()
    for address in sorted(set(found)):
        if "{" not in address and addresses.own_file(address.rstrip(".:")) is None:
            yield f"{address} leads nowhere"
