"""Where an address on a page leads: to a file of the site, or to somebody else."""

import posixpath
from functools import cache
from urllib.parse import unquote, urlsplit


def is_elsewhere(address: str) -> bool:
    """Whether a browser would ask somebody else for it."""
    # Nearly every address is a plain path, and taking one apart costs more than all else that is done with it.
    if ":" not in address and "//" not in address:
        return False
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme in ("http", "https", "ftp", "ws", "wss")


class Addresses:
    """What the addresses of a site lead to, which has these files and will stand at this address."""

    def __init__(self, files: frozenset[str], site: str) -> None:
        """Take `site` as a full address, or as a path when nobody knows yet on which server it will stand."""
        self._files = files
        parts = urlsplit(site)
        self._top = parts.path.rstrip("/") + "/"
        self.own = f"{parts.scheme}://{parts.netloc}{self._top}" if parts.netloc else ""
        # The same address under the scheme that opens a calendar program.
        self._subscribed = f"webcal://{parts.netloc}{self._top}"
        self._found = cache(self._find)

    def is_own(self, address: str) -> bool:
        """Whether it is a full address of this site."""
        return bool(self.own) and address.startswith((self.own, self._subscribed))

    def file(self, source: str, address: str) -> str | None:
        """The file that `address` leads to where it stands in the file `source`; None if there is no such file."""
        path = address.partition("#")[0].partition("?")[0]
        if not path:
            return source
        folder = source.rpartition("/")[0]
        # Pages far apart lead to the same place by different ways: seen from where the ways meet, it is looked up once.
        while folder and path.startswith("../"):
            folder, path = folder.rpartition("/")[0], path[3:]
        return self._found(folder, path)

    def own_file(self, address: str) -> str | None:
        """The file that a full address of this site leads to; None if there is no such file."""
        return self.file("", self._top + address.removeprefix(self.own).removeprefix(self._subscribed))

    def _find(self, folder: str, path: str) -> str | None:
        path = unquote(path)
        if path.startswith(self._top):
            folder, path = "", path.removeprefix(self._top)
        target = posixpath.normpath(posixpath.join(folder, path))
        # A folder's address is that of its index.html.
        if path.endswith("/") or posixpath.basename(path) in ("", ".", ".."):
            target = posixpath.normpath(posixpath.join(target, "index.html"))
        return target if target in self._files else None
