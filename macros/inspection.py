"""Reads a built site back, as a visitor's browser would, and says what in it leads nowhere or calls somebody else."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

# Attributes with which a page makes a browser fetch something, by the elements that have them.
_FETCHED = {
    "script": ("src",), "img": ("src", "srcset"), "iframe": ("src",), "source": ("src", "srcset"), "video": ("src", "poster"),
    "audio": ("src",), "embed": ("src",), "object": ("data",), "track": ("src",), "input": ("src",), "use": ("href",),
    "image": ("href",),
}  # fmt: skip
# Links of a page's head that a browser follows by itself.
_FETCHED_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
}
_NEVER = {"base", "iframe", "frame", "object", "embed", "applet", "portal"}
_CSS_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""")


@dataclass
class BuiltPage:
    """One page: what it can be linked to by, and what it leads to."""

    path: str
    anchors: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)


def mistakes_in(site: Path, top: str = "/") -> Iterator[str]:
    """What is wrong with the site built in the folder `site`, a line each, pages in the order of their paths.

    `top` is the path at which the site will stand on its server, such as "/" or "/knowledge-base/".
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = {path: _read_page(site, path) for path in sorted(files) if path.endswith(".html")}
    if not pages:
        yield f"There is no page in {site}."
    for page in pages.values():
        for name in (name for name, times in page.anchors.items() if times > 1):
            yield f'{page.path}: two places are called "#{name}"'
        for what in page.forbidden:
            yield f"{page.path}: there may be no {what} on a page"
        for address in page.resources:
            if _is_elsewhere(address):
                yield f"{page.path}: a reader's browser would fetch {address} from somebody else"
            elif _target(page.path, address, top) not in files:
                yield f"{page.path}: {address} is not there"
        for address in page.links:
            yield from _link_mistakes(page, address, pages, files, top)
    for path in sorted(path for path in files if path.endswith(".css")):
        for address in _CSS_ADDRESS.findall((site / path).read_text(encoding="utf-8")):
            if _is_elsewhere(address):
                yield f"{path}: a reader's browser would fetch {address} from somebody else"


def _read_page(site: Path, path: str) -> BuiltPage:
    page = BuiltPage(path)
    for element in html.document_fromstring((site / path).read_bytes().decode("utf-8")).iter():
        if not isinstance(element.tag, str):
            continue
        if name := element.get("id"):
            page.anchors[name] += 1
        if element.tag == "a" and element.get("href") is not None:
            page.links.append(element.get("href"))
        elif element.tag == "link" and _FETCHED_LINKS.intersection((element.get("rel") or "").split()):
            page.resources.append(element.get("href"))
        for attribute in _FETCHED.get(element.tag, ()):
            value = element.get(attribute) or ""
            # A srcset is a list of addresses, each with the width it is for.
            parts = [part.split()[0] for part in value.split(",") if part.strip()] if attribute == "srcset" else [value]
            page.resources.extend(part for part in parts if part)
        page.resources.extend(_CSS_ADDRESS.findall(element.get("style") or ""))
        if element.tag == "style":
            page.resources.extend(_CSS_ADDRESS.findall(element.text or ""))
        page.forbidden.extend(_forbidden(element))
    return page


def _forbidden(element: html.HtmlElement) -> Iterator[str]:
    """What no page of ours has: it could run, move the reader elsewhere or send what they type."""
    if element.tag in _NEVER:
        yield f"<{element.tag}>"
    if element.tag == "form" and element.get("action"):
        yield "form that sends something"
    if element.tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
        target = (element.get("content") or "").partition("url=")[2]
        if not target or _is_elsewhere(target):
            yield "refresh that leads elsewhere"
    for name in map(str, element.attrib):
        if name.startswith("on") or name == "ping":
            yield f'"{name}" attribute'


def _link_mistakes(
    page: BuiltPage, address: str, pages: dict[str, BuiltPage], files: set[str], top: str
) -> Iterator[str]:
    parts = urlsplit(address)
    if parts.scheme in ("http", "https", "mailto"):
        return
    if parts.scheme or parts.netloc:
        yield f"{page.path}: a link may not lead to {address}"
        return
    target = _target(page.path, address, top)
    if target not in files:
        yield f"{page.path}: the link to {address} leads nowhere"
    elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
        yield f"{page.path}: the page behind {address} has no such place"


def _is_elsewhere(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme in ("http", "https", "ftp", "ws", "wss")


def _target(page: str, address: str, top: str) -> str:
    """The file that an address on a page leads to: a folder's address is that of its index.html."""
    if address.startswith("data:"):
        return page
    path = unquote(urlsplit(address).path)
    if not path:
        return page
    below_top = path.startswith(top)
    base = "" if below_top else posixpath.dirname(page)
    target = posixpath.normpath(posixpath.join(base, path.removeprefix(top) if below_top else path))
    is_folder = path.endswith("/") or target == "."
    return posixpath.normpath(posixpath.join(target, "index.html")) if is_folder else target
