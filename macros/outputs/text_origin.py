"""Where a text comes from, for files that are read far from its page."""

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from macros.outputs.file import SiteInfo

_SCHEMES = ("https", "http", "mailto")


@dataclass(frozen=True, slots=True)
class TextOrigin:
    """The record of a text, by its path relative to content/, and its site. `file_at` gives the content of a file by its path."""

    path: str
    site: SiteInfo
    file_at: Callable[[str], bytes]

    def address(self, target: str) -> str:
        """The full address for a link as it is written; empty if that is none to open from elsewhere."""
        try:
            parts = urlsplit(target)
        except ValueError:
            return ""
        if parts.scheme:
            return target if parts.scheme.lower() in _SCHEMES else ""
        path = self._path(parts.path) if parts.path else self.path
        if parts.netloc or not path:
            return ""
        page = self.site.of(path) if path.endswith(".md") else self.site.to(quote(path))
        return page + urlunsplit(("", "", "", parts.query, parts.fragment))

    def file(self, target: str) -> bytes:
        """The content of the file that a picture names; empty if it is none of ours."""
        try:
            parts = urlsplit(target)
        except ValueError:
            return b""
        path = self._path(parts.path)
        return self.file_at(path) if path and not parts.scheme and not parts.netloc else b""

    def _path(self, written: str) -> str:
        """The path of a file named in the text; empty if that is outside content/."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), unquote(written)))
        return "" if path.startswith(("..", "/")) else path
