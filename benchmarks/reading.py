"""The data and time that a record page and a first search result take, compared with stock Material's search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from statistics import median

import click
from playwright.sync_api import Browser

from benchmarks.browser import Found, first_view, is_search, reader, search
from benchmarks.line import Line, Sent, served
from benchmarks.networks import Networks, base_path, built
from benchmarks.tables import Bar, Report, kilobytes, table

OURS, STOCK = "this site", "stock Material"
RESULTS = {OURS: "dialog[open] li a[href]", STOCK: ".md-search-result__item a[href]"}
# From a word in a third of the records to one in few of them, words together, and the first letters of many words.
QUERIES = ("supervision", "breaks", "lunch", "reflective", "lunch breaks", "lunch breaks supervision", "plo")
_FOLDERS = ("initiatives", "evidence", "meetings", "services", "themes")

# The bars.
_MOST_OF_A_VIEW = 90_000
_MOST_OF_A_SEARCH = {500: (0.5, 40_000), 10_000: (0.5, 100_000)}

# The number of runs of each search; the median counts. Stock Material is so far behind that one run is enough.
_RUNS = {OURS: 7, STOCK: 1}


@dataclass(frozen=True)
class View:
    """The first view of a record page."""

    size: int
    site: str
    kind: str
    fetched: list[Sent]


@dataclass(frozen=True)
class Search:
    """The searches for one word."""

    size: int
    site: str
    words: str
    at_once: list[Found]
    typed: list[Found]

    @property
    def seconds(self) -> float:
        """The time from opening search to the first result, with the words put in at once."""
        return median(found.from_opening for found in self.at_once)

    @property
    def seconds_after_typing(self) -> float:
        """The time from the last key to the first result, for someone who types the words."""
        return median(found.from_last_key for found in self.typed)

    @property
    def fetched(self) -> list[Sent]:
        """The responses of the run that fetched the most."""
        return max((found.fetched for found in self.at_once), key=_bytes)


def measure_reading(networks: Networks, sizes: list[int]) -> Report:
    """The cost of a first view and a first result at each size."""
    views: list[View] = []
    searches: list[Search] = []
    with reader() as browser:
        for size in sizes:
            folders = {OURS: built(networks.present(size)), STOCK: built(networks.stock(size))}
            pages = _longest_pages(folders[OURS])
            for site, folder in folders.items():
                with served(folder, base_path()) as line:
                    # In stock Material, pages of all kinds weigh the same.
                    looked_at = pages if site == OURS else {"initiatives": pages["initiatives"]}
                    seen = list(_views(browser, line, size, site, looked_at))
                    views += seen
                    searches += _searches(browser, line, seen[0])
    lines = [*_view_table(views), "", *_search_table(searches)]
    return Report(lines, [*_view_bars(views), *_search_bars(searches)])


def _longest_pages(site: Path) -> dict[str, str]:
    """The address of the longest record page of each kind."""
    found = {}
    for folder in _FOLDERS:
        pages = [page for page in (site / folder).glob("*/index.html") if page.stat().st_size > 2000]
        longest = max(pages, key=lambda page: page.stat().st_size)
        found[folder] = f"{longest.parent.relative_to(site).as_posix()}/"
    return found


def _views(browser: Browser, line: Line, size: int, site: str, pages: dict[str, str]) -> Iterator[View]:
    for kind, path in pages.items():
        view = View(size, site, kind, first_view(browser, line, path))
        missing = [one.path for one in view.fetched if not one.is_found]
        if missing:
            raise SystemExit(f"{path} asks for what is not there: {', '.join(missing)}")
        click.echo(f"{size:,} records, {site}, {path}: {kilobytes(_bytes(view.fetched))} kB", err=True)
        yield view


def _searches(browser: Browser, line: Line, view: View) -> Iterator[Search]:
    for words in QUERIES:
        at_once, typed = (
            [
                search(browser, line, view.fetched, words, RESULTS[view.site], typed=typed)
                for _ in range(_RUNS[view.site])
            ]
            for typed in (False, True)
        )
        found = Search(view.size, view.site, words, at_once, typed)
        click.echo(
            f"{view.size:,} records, {view.site}, {words!r}: {kilobytes(_bytes(found.fetched))} kB, {found.seconds:.2f} s",
            err=True,
        )
        for one in found.fetched:
            click.echo(f"    {one.size:>9,} {one.path}", err=True)
        yield found


def _view_table(views: list[View]) -> Iterator[str]:
    sorts = ("document", "styles", "scripts", "fonts", "other")
    rows = []
    for view in views:
        sizes = {sort: sum(one.size for one in view.fetched if _sort(one) == sort) for sort in sorts}
        searching = sum(one.size for one in view.fetched if is_search(one))
        opening = sum(one.size for one in view.fetched if "search" in one.path and not is_search(one))
        rows.append(
            [
                f"{view.size:,}", view.site, view.kind, f"{len(view.fetched)}", kilobytes(_bytes(view.fetched)),
                *(kilobytes(sizes[sort]) for sort in sorts), kilobytes(searching),
                kilobytes(opening),
            ]
        )  # fmt: skip
    heads = (
        ">Records",
        "Site",
        "Longest page of",
        ">Requests",
        ">kB",
        *(f">{sort}" for sort in sorts),
        ">of it index or engine",
        ">of it to open search",
    )
    return table(heads, rows)


def _search_table(searches: list[Search]) -> Iterator[str]:
    def both(values: list[float], shown: Callable[[float], str]) -> list[str]:
        return [shown(median(values)), shown(max(values))]

    rows = []
    for size, site in dict.fromkeys((one.size, one.site) for one in searches):
        group = [one for one in searches if (one.size, one.site) == (size, site)]
        rows.append(
            [
                f"{size:,}", site,
                *both([_bytes(one.fetched) for one in group], lambda value: kilobytes(round(value))),
                f"{max(len(one.fetched) for one in group)}",
                *both([one.seconds for one in group], "{:.2f}".format),
                *both([one.seconds_after_typing for one in group], "{:.2f}".format),
            ]
        )  # fmt: skip
    heads = (
        ">Records", "Site", ">kB, median", ">kB, worst", ">Requests", ">Seconds from opening, median", ">worst",
        ">Seconds from the last key, median", ">worst",
    )  # fmt: skip
    return table(heads, rows)


def _view_bars(views: list[View]) -> Iterator[Bar]:
    for size in dict.fromkeys(view.size for view in views):
        ours = [view for view in views if (view.size, view.site) == (size, OURS)]
        most = max(_bytes(view.fetched) for view in ours)
        what = f"first view of a record page: less than {_MOST_OF_A_VIEW // 1000} kB"
        yield Bar(what, f"{size:,}", f"{kilobytes(most)} kB", most < _MOST_OF_A_VIEW)
        searched = sum(one.size for view in ours for one in view.fetched if is_search(one))
        yield Bar("first view of a record page: no byte of search", f"{size:,}", f"{searched} bytes", searched == 0)


def _search_bars(searches: list[Search]) -> Iterator[Bar]:
    for size, (seconds, size_in_bytes) in _MOST_OF_A_SEARCH.items():
        ours = [one for one in searches if (one.size, one.site) == (size, OURS)]
        if ours:
            slowest, largest = max(one.seconds for one in ours), max(_bytes(one.fetched) for one in ours)
            what = "first result, the worst of all queries:"
            yield Bar(f"{what} {seconds:g} s at most", f"{size:,}", f"{slowest:.2f} s", slowest <= seconds)
            is_met = largest <= size_in_bytes
            yield Bar(f"{what} {size_in_bytes // 1000} kB at most", f"{size:,}", f"{kilobytes(largest)} kB", is_met)


def _bytes(fetched: list[Sent]) -> int:
    return sum(one.size for one in fetched)


def _sort(sent: Sent) -> str:
    suffix = PurePosixPath(sent.path).suffix
    known = {"": "document", ".html": "document", ".css": "styles", ".js": "scripts", ".woff2": "fonts"}
    return "document" if sent.path.endswith("/") else known.get(suffix, "other")
