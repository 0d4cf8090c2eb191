"""Checks a whole built site for broken links, requests to other sites, and code that is not ours."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from macros.site_check.addresses import Addresses, is_elsewhere
from macros.site_check.code import script_mistakes, style_addresses
from macros.site_check.data import data_mistakes
from macros.site_check.page import BuiltPage
from macros.site_check.policy import EDITOR

# Yields files one after the other; the first argument is what happens to them.
Progress = Callable[[str, Sequence[str]], Iterable[str]]


def mistakes_in(
    site: Path, address: str = "/", apart: str = "", progress: Progress = lambda what, files: files
) -> Iterator[str]:
    """The mistakes in the site built in the folder `site`, one a line, in order of files.

    `address` is the site's future address, "https://example.org/knowledge-base/", or only its path. `apart` is a folder
    with a site of its own, which is not checked but may be linked to. `progress` wraps the files, like a progress bar.
    """
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    addresses = Addresses(frozenset(files), address)
    names = [path for path in files if path.endswith(".html")]
    pages = {path: BuiltPage(path, (site / path).read_bytes()) for path in progress("Reading", names)}
    if not pages:
        yield f"There is no page in {site}."
    for path in progress("Looking at", files):
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
            yield f"a reader's browser would fetch {address} from someone else"
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
    else:
        yield from data_mistakes(path, content, addresses)
