"""A file of the built site other than a page, and the site info that files need."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from macros.pages.rendering import address


@dataclass(frozen=True, slots=True)
class File:
    """A file to write, with its path relative to the site's root."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """Site info: the root address with a trailing "/", the site's name, description and language."""

    top: str
    name: str
    description: str
    language: str

    def of(self, path: str) -> str:
        """The full address of the page at `path`, relative to content/."""
        return self.top if path == "index.md" else self.top + address(path)

    def to(self, file: str) -> str:
        """The full address of `file`, relative to the site's root."""
        return self.top + file

    @property
    def locale(self) -> str:
        """The language with a country. Dates are written the British way everywhere, whatever the language."""
        return self.language if "-" in self.language else f"{self.language}-GB"

    @property
    def above(self) -> str:
        """The address of the site above this one, if this is a demonstration."""
        return urljoin(self.top, "..")

    @property
    def host(self) -> str:
        """The server's name, for globally unique identifiers."""
        return urlsplit(self.top).hostname or "localhost"


def site_info(settings: Mapping[str, Any], language: str) -> SiteInfo:
    """The site info from the settings in mkdocs.yml, which must have a site_url."""
    top = settings["site_url"].rstrip("/") + "/"
    return SiteInfo(top, settings["site_name"], settings.get("site_description") or "", language)
