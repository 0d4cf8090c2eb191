"""Every link of a built site, followed as a browser would."""

from __future__ import annotations

from functools import cache
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

from tests.support.building import Site


def broken_links(site: Site, base: str) -> list[str]:
    """Every link, picture, script, style sheet and anchor of every page that leads nowhere.

    The site is taken to be served under `base`; what leads out of it without saying so is broken too.
    """
    broken = []
    for path in site.files:
        if not path.endswith(".html"):
            continue
        here = urljoin(base, path.removesuffix("index.html"))
        page = site.page(path.removesuffix("index.html"))
        for element, attribute, target, _ in page.tree.iterlinks():
            if element.tag == "meta" and ";" in target:
                target = target.partition("url=")[2]
            if "://" in target or target.startswith(("mailto:", "data:")) or element.tag == "form":
                continue
            address, anchor = urldefrag(urljoin(here, target))
            address = address.partition("?")[0]
            file = unquote(address)
            file = file.removeprefix(base) if file.startswith(base) else f"outside of {base}: {file}"
            file += "index.html" if not file or file.endswith("/") else ""
            if file not in site.files:
                broken.append(f"{path}: {attribute} {target}")
            elif anchor and file.endswith(".html") and unquote(anchor) not in _anchors(site, file):
                broken.append(f"{path}: no such heading {target}")
    return broken


@cache
def _anchors_of(tree: Any) -> frozenset[str]:
    return frozenset(map(str, tree.xpath("//@id | //a/@name")))


def _anchors(site: Site, file: str) -> frozenset[str]:
    return _anchors_of(site.page(file.removesuffix("index.html")).tree)
