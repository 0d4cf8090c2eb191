"""Resolves the addresses on a page: to a file of the site, or to another site."""

import posixpath
from functools import cache
from urllib.parse import unquote, urlsplit


def is_elsewhere(address: str) -> bool:
    """Whether an address is on another site."""
    # Most addresses are plain paths, and parsing them would take most of the time.
    if ":" not in address and "//" not in address:
        return False
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme in ("http", "https", "ftp", "ws", "wss")


class Addresses:
    """Resolves addresses to the files of a site."""

    def __init__(self, files: frozenset[str], site: str) -> None:
        """`site` is the site's full address, or only its path if the server is not known."""
        self._files = files
        parts = urlsplit(site)
        self._top = parts.path.rstrip("/") + "/"
        self.own = f"{parts.scheme}://{parts.netloc}{self._top}" if parts.netloc else ""
        # The same address with the scheme that opens a calendar program.
        self._subscribed = f"webcal://{parts.netloc}{self._top}"
        self._found = cache(self._find)

    def is_own(self, address: str) -> bool:
        """Whether an address is a full address of this site."""
        return bool(self.own) and address.startswith((self.own, self._subscribed))

    def file(self, source: str, address: str) -> str | None:
        """The file that `address` in the file `source` leads to; None if there is none."""
        path = address.partition("#")[0].partition("?")[0]
        if not path:
            return source
        folder = source.rpartition("/")[0]
        # Resolving leading ".." first gives links from different folders the same cache key.
        while folder and path.startswith("../"):
            folder, path = folder.rpartition("/")[0], path[3:]
        return self._found(folder, path)

    def own_file(self, address: str) -> str | None:
        """The file that a full address of this site leads to; None if there is none."""
        return self.file("", self._top + address.removeprefix(self.own).removeprefix(self._subscribed))

    def _find(self, folder: str, path: str) -> str | None:
        path = unquote(path)
        if path.startswith(self._top):
            folder, path = "", path.removeprefix(self._top)
        target = posixpath.normpath(posixpath.join(folder, path))
        # A folder's address leads to its index.html.
        if path.endswith("/") or posixpath.basename(path) in ("", ".", ".."):
            target = posixpath.normpath(posixpath.join(target, "index.html"))
        return target if target in self._files else None
