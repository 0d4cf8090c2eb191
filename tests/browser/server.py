"""A built site on a port of this computer, sent as a web server sends it."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".ics": "text/calendar; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
}
# A page that is sent with this runs no script, and shows what it has for readers without scripts. It is all one to an engine whether
# they are turned off by this or by its reader (HTML, "enabling and disabling scripting").
NO_SCRIPTS = {"Content-Security-Policy": "sandbox allow-same-origin allow-forms"}
_COMPRESSED = ("text/", "application/json", "application/xml", "image/svg+xml")


@lru_cache(maxsize=512)
def _compressed(content: bytes) -> bytes:
    """The same for many pages, as most of what they fetch is."""
    return gzip.compress(content, compresslevel=1)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    folder: Path
    top: str
    beside: Mapping[str, Path]
    headers: Mapping[str, str]
    in_head: bytes

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves a page breaks off what it was loading: that is no mistake."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = self.server.folder / path.removeprefix(self.server.top)
        if beside := self.server.beside.get(path):
            self._send(200, TYPES[beside.suffix], beside.read_bytes())
        elif not path.startswith(self.server.top):
            self._send(404, "text/plain", b"Nothing is here.")
        elif file.is_dir() and not path.endswith("/"):
            self.send_response(301)
            self.send_header("Location", f"{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif (file := file / "index.html" if file.is_dir() else file).is_file():
            guess = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self._send(200, guess, file.read_bytes())
        else:
            missing = self.server.folder / "404.html"
            self._send(404, TYPES[".html"], missing.read_bytes() if missing.is_file() else b"")

    def _send(self, status: int, content_type: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        if content_type == TYPES[".html"]:
            content = content.replace(b"<head>", b"<head>" + self.server.in_head, 1)
            for name, value in self.server.headers.items():
                self.send_header(name, value)
        # As GitHub Pages has it.
        self.send_header("Cache-Control", "max-age=600")
        if content_type.startswith(_COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = _compressed(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what was asked for is in the browser's own log."""


@contextmanager
def serving(
    folder: Path,
    top: str = "/",
    beside: Mapping[str, Path] | None = None,
    *,
    headers: Mapping[str, str] | None = None,
    in_head: str = "",
) -> Iterator[str]:
    """Serve the site in `folder` below the path `top` until the block ends, and the files `beside` it by their paths, such as
    "/tool.js". Pages are sent with `headers`, and with the markup `in_head` before all else in their head. Gives the site's address."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.folder, server.top, server.beside = folder, top, beside or {}
        server.headers, server.in_head = headers or {}, in_head.encode()
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{top}"
        finally:
            server.shutdown()
            thread.join()
