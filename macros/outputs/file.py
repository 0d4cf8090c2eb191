"""A file of the built site that is not a page, and the address that the site has."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from macros.pages.rendering import address


@dataclass(frozen=True, slots=True)
class File:
    """A file to write: its path below the top of the built site, and what is in it."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """Where the site stands: its full address with a "/" at the end, its name, a sentence on what it is for, its language."""

    top: str
    name: str
    description: str
    language: str

    def of(self, path: str) -> str:
        """The full address of the page whose file is at `path`, below content/."""
        return self.top if path == "index.md" else self.top + address(path)

    def to(self, file: str) -> str:
        """The full address of the file at `file`, below the top of the site."""
        return self.top + file

    @property
    def above(self) -> str:
        """The address of the site that this one is published below, if it is a demonstration."""
        return urljoin(self.top, "..")

    @property
    def host(self) -> str:
        """The name of the server, for identifiers that must be unique in the world."""
        return urlsplit(self.top).hostname or "localhost"


def site_info(settings: Mapping[str, Any], language: str) -> SiteInfo:
    """The place that a mkdocs.yml names, which has to say a site_url."""
    top = settings["site_url"].rstrip("/") + "/"
    return SiteInfo(top, settings["site_name"], settings.get("site_description") or "", language)
