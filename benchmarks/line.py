"""A web server on this machine that serves a built site like a slow line: late, paced, compressed and counted.

The server is slow and not the browser, because a browser's own emulation leaves out what its workers fetch.
"""

from __future__ import annotations

import asyncio
import gzip
import mimetypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from threading import Thread
from urllib.parse import unquote, urlsplit

LATENCY = 0.040  # seconds from a request to the first byte of its response
SPEED = 10_000_000 / 8  # bytes a second, for all connections together

# What GitHub Pages compresses, and at which level.
_LEVEL = 6
_COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".csv", ".ics", ".wasm", ".map"}
_TYPES = {".js": "text/javascript", ".woff2": "font/woff2", ".wasm": "application/wasm", ".ico": "image/x-icon"}
# Larger files are compressed before the first request. Smaller ones take less time than the latency.
_LARGE = 200_000
_PIECE = 4096


@dataclass(frozen=True)
class Sent:
    """One response: the path, the time of the request, and the number of bytes sent, without headers."""

    path: str
    asked: float  # seconds since 1970, to compare with a browser's clock
    size: int
    is_found: bool


@dataclass
class Line:
    """A site at `address`, whose path is `base`, and the responses so far."""

    base: str
    address: str = ""
    sent: list[Sent] = field(default_factory=list)
    under_way: int = 0
    last: float = 0.0

    def is_quiet(self, seconds: float) -> bool:
        """Whether nothing has been sent for so many seconds."""
        return self.under_way == 0 and time.time() - self.last >= seconds

    def forget(self) -> None:
        """Start counting again."""
        self.sent.clear()


@contextmanager
def served(site: Path, base: str = "/", *, latency: float = LATENCY, speed: float = SPEED) -> Iterator[Line]:
    """Serve the folder `site` below the path `base` while the context lasts. A speed of 0 means no limit."""
    loop = asyncio.new_event_loop()
    server = _Server(_Files(site, base), latency, speed)
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    listening = asyncio.run_coroutine_threadsafe(asyncio.start_server(server.connect, "127.0.0.1", 0), loop).result()
    server.line.address = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}{base}"
    try:
        yield server.line
    finally:
        asyncio.run_coroutine_threadsafe(server.close(listening), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


class _Files:
    """The files of a site, ready to send."""

    def __init__(self, site: Path, base: str) -> None:
        self._site, self.base = site.resolve(), base
        self._read: dict[Path, bytes] = {}
        for path in self._site.rglob("*"):
            if path.suffix in _COMPRESSED and path.is_file() and path.stat().st_size > _LARGE:
                self._content(path)

    def response(self, target: str) -> tuple[str, dict[str, str], bytes]:
        """The status, the headers and the body for a request target."""
        path = unquote(urlsplit(target).path)
        inside = path.startswith(self.base) and ".." not in PurePosixPath(path).parts
        file = self._site / path.removeprefix(self.base) if inside else self._site / "404.html"
        if inside and file.is_dir():
            if not path.endswith("/"):
                return "301 Moved Permanently", {"Location": f"{path}/"}, b""
            file /= "index.html"
        is_found = inside and file.is_file()
        if not is_found:
            file = self._site / "404.html"
        kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        headers = {"Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind}
        # As GitHub Pages does.
        headers |= {"Cache-Control": "max-age=600", "Vary": "Accept-Encoding"}
        if file.suffix in _COMPRESSED:
            headers["Content-Encoding"] = "gzip"
        return "200 OK" if is_found else "404 Not Found", headers, self._content(file)

    def _content(self, file: Path) -> bytes:
        if file not in self._read:
            content = file.read_bytes()
            is_compressed = file.suffix in _COMPRESSED
            self._read[file] = gzip.compress(content, _LEVEL, mtime=0) if is_compressed else content
        return self._read[file]


class _Server:
    """Answers requests on any number of connections, which share one line."""

    def __init__(self, files: _Files, latency: float, speed: float) -> None:
        self.line = Line(files.base)
        self._files, self._latency, self._speed = files, latency, speed
        self._free_at = 0.0
        self._connections: set[asyncio.Task[None]] = set()

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection, one after the other, until it closes."""
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            while True:
                request = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                method, target, _ = request.split("\r\n", 1)[0].split(" ")
                self.line.under_way += 1
                try:
                    await self._answer(method, target, writer)
                finally:
                    self.line.under_way -= 1
                    self.line.last = time.time()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            self._connections.discard(task)
            writer.close()

    async def _answer(self, method: str, target: str, writer: asyncio.StreamWriter) -> None:
        asked, begins = time.time(), time.perf_counter() + self._latency
        status, headers, body = self._files.response(target)
        headers["Content-Length"] = str(len(body))
        head = "\r\n".join([f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers.items()), "", ""])
        if method == "HEAD":
            body = b""
        # Record the response first: a browser that has enough can close the connection.
        self.line.sent.append(Sent(urlsplit(target).path, asked, len(body), status.startswith("200")))
        await asyncio.sleep(begins - time.perf_counter())
        message = head.encode("latin-1") + body
        for start in range(0, len(message), _PIECE):
            piece = message[start : start + _PIECE]
            await self._turn(len(piece))
            writer.write(piece)
            await writer.drain()

    async def _turn(self, size: int) -> None:
        """Wait as long as the line takes for so many bytes."""
        if self._speed:
            now = time.perf_counter()
            self._free_at = max(self._free_at, now) + size / self._speed
            await asyncio.sleep(self._free_at - now)

    async def close(self, listening: asyncio.Server) -> None:
        """Stop listening and close all connections."""
        listening.close()
        for task in list(self._connections):
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
