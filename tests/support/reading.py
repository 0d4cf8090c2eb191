"""Pages as a reader sees them: words, headings, links, and the records that are listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from lxml import html

_PARSER = html.HTMLParser(encoding="utf-8")
_BLOCKS = frozenset("p li ul ol dl dt dd div h1 h2 h3 h4 h5 h6 table tr td th caption blockquote".split())


def words(element: Any, *, without: Sequence[str] = ()) -> str:
    """What a reader sees of an element, its spaces folded; elements of the classes `without` are passed over."""
    return " ".join("".join(_pieces(element, without)).split())


def _pieces(element: Any, without: Sequence[str]) -> Iterator[str]:
    if not isinstance(element.tag, str) or any(_has(element, name) for name in without):
        return
    gap = " " if element.tag in _BLOCKS else ""
    yield gap + (element.text or "")
    for child in element:
        yield from _pieces(child, without)
        yield child.tail or ""
    yield gap


def with_class(element: Any, name: str) -> list[Any]:
    """The elements of a class below `element`."""
    found: list[Any] = element.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")
    return found


@dataclass(frozen=True)
class Entry:
    """One record in a list."""

    title: str
    address: str
    badges: Sequence[str]
    facts: str
    summary: str


class Part:
    """Some of a page: what stands under one heading, or all of it."""

    def __init__(self, address: str, elements: Sequence[Any]) -> None:
        """Look at `elements` of the page at `address`."""
        self.address, self.elements = address, elements

    @cached_property
    def text(self) -> str:
        """What a reader sees."""
        return " ".join(words(element, without=["headerlink"]) for element in self.elements)

    def of_class(self, name: str) -> list[Any]:
        """The elements of a class."""
        return [
            found
            for element in self.elements
            for found in element.xpath("..")[0].iter()
            if _has(found, name) and _within(found, element)
        ]

    @cached_property
    def links(self) -> dict[str, str]:
        """Where each link leads, by its words: an address below the top of the site, or a full one."""
        return {
            words(link): self._resolved(link.get("href"))
            for element in self.elements
            for link in element.iter("a")
            if link.get("href") and not _has(link, "headerlink") and not _is_around(link)
        }

    def _resolved(self, href: str) -> str:
        return urljoin(f"/{self.address}", href).removeprefix("/")

    @cached_property
    def entries(self) -> list[Entry]:
        """The records listed."""
        return [self._entry(one) for one in self.of_class("kb-entry")]

    def _entry(self, one: Any) -> Entry:
        link = next(one.iter("a"))
        return Entry(
            words(link),
            self._resolved(link.get("href")),
            [words(badge) for badge in with_class(one, "kb-badge")],
            " ".join(words(line) for line in with_class(one, "kb-entry__facts")),
            " ".join(words(line) for line in with_class(one, "kb-entry__summary")),
        )

    @property
    def titles(self) -> list[str]:
        """The titles of the records listed."""
        return [entry.title for entry in self.entries]


def _has(element: Any, name: str) -> bool:
    return name in (element.get("class") or "").split()


def _is_around(element: Any) -> bool:
    """Whether it belongs to the frame of a page: its list of contents, or what can be taken away from it."""
    return any(_has(one, "kb-contents") or _has(one, "kb-downloads") for one in element.iterancestors())


def _within(element: Any, ancestor: Any) -> bool:
    return element is ancestor or any(one is ancestor for one in element.iterancestors())


@dataclass(frozen=True)
class Heading:
    """A heading, without the number or the sign that stands after it. `count` is that number."""

    level: int
    text: str
    count: int | None
    element: Any


class Page(Part):
    """A page as a reader sees it."""

    def __init__(self, address: str, tree: Any) -> None:
        """Look at the page at `address`, which was parsed into `tree`."""
        self.tree = tree
        self.article = next(iter(tree.iter("article")), None)
        super().__init__(address, [self.article] if self.article is not None else [tree.find("body")])

    @property
    def is_redirect(self) -> bool:
        """Whether it only leads to another page."""
        return bool(self.tree.xpath("//meta[@http-equiv='refresh']"))

    @property
    def h1(self) -> str:
        """Its first heading."""
        return words(next(self.tree.iter("h1")), without=["headerlink"])

    @property
    def title(self) -> str:
        """What the browser's tab says."""
        return words(self.tree.find("head/title"))

    @property
    def description(self) -> str:
        """What a search engine shows of it."""
        found = self.tree.xpath("//meta[@name='description']/@content")
        return str(found[0]) if found else ""

    @cached_property
    def headings(self) -> list[Heading]:
        """Its headings in order."""
        return [
            Heading(
                int(one.tag[1]),
                words(one, without=["headerlink", "kb-count"]),
                next((int(words(count).replace(",", "")) for count in with_class(one, "kb-count")), None),
                one,
            )
            for one in self.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")
            if not _is_around(one)
        ]

    def has(self, heading: str) -> bool:
        """Whether it has a heading of these words."""
        return any(one.text == heading for one in self.headings)

    def under(self, heading: str) -> Part:
        """What stands under the heading of these words."""
        start = next(one for one in self.headings if one.text == heading)
        found = []
        for element in start.element.itersiblings():
            if element.tag in {f"h{level}" for level in range(1, start.level + 1)} or any(
                _has(element, end) for end in ("kb-body", "kb-downloads", "kb-after", "kb-edit")
            ):
                break
            found.append(element)
        return Part(self.address, found)

    @property
    def facts(self) -> dict[str, str]:
        """What the fact boxes say, by label."""
        return {label: part.text for label, part in self.fact_parts.items()}

    @cached_property
    def fact_parts(self) -> dict[str, Part]:
        """The fact boxes, by label."""
        return {
            words(term): Part(self.address, list(term.itersiblings("dd")))
            for box in with_class(self.tree, "kb-facts")
            for term in box.iter("dt")
        }

    @property
    def breadcrumbs(self) -> list[tuple[str, str]]:
        """The way down to the page: words and addresses."""
        return [
            (words(link), self._resolved(link.get("href")))
            for path in with_class(self.tree, "kb-path")
            for link in path.iter("a")
        ]

    @property
    def current_section(self) -> list[str]:
        """The sections that are marked as current at the top of the page."""
        return [words(tab) for tab in with_class(self.tree, "kb-nav__current")]


def parsed(address: str, text: bytes) -> Page:
    """The page at `address` whose HTML is `text`."""
    return Page(address, html.document_fromstring(text, parser=_PARSER))
