"""What a browser does while a reader looks at pages, and what of it no page of ours may make it do."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError, WebSocket

# What the browser says of itself and not of a page: a computer with too much to do goes from page to page without fading one
# into the other, uses late what was fetched early, and takes its own server for a slow network; what is missing is known already with
# its address.
OF_ITSELF = (
    "ViewTransition",
    "Transition was aborted because of invalid state",
    "Transition was skipped",
    "was preloaded using link preload but not used",
    "Failed to load resource",
    "Slow network is detected",
)

# Runs in every page before anything of the page's own does.
_LISTEN = """
addEventListener("securitypolicyviolation", (event) => {
  kbRefused(`${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile ?? ""}:${event.lineNumber}`);
}, true);
"""


class Watch:
    """Everything that the pages of some contexts ask for and complain of."""

    def __init__(self) -> None:
        """Start with nothing seen."""
        self.requests: list[str] = []
        self.stopped: list[str] = []
        self.refused: list[str] = []
        self.complaints: list[str] = []
        self.missing: list[str] = []

    def over(self, context: BrowserContext) -> None:
        """Watch all pages of `context`, with their workers, from now on."""
        context.on("request", self._request)
        context.on("requestfailed", self._failure)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("page", self._page)
        context.expose_binding("kbRefused", lambda _source, what: self.refused.append(what))
        context.add_init_script(_LISTEN)

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _failure(self, request: Request) -> None:
        # The browser tells of what the policy keeps from leaving it as if it had been asked for.
        if request.failure == "csp":
            self.stopped.append(request.url)

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.missing.append(f"{response.status} {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._complain(message.text)

    def _error(self, error: WebError) -> None:
        self._complain(str(error.error))

    def _complain(self, text: str) -> None:
        if not any(words in text for words in OF_ITSELF):
            self.complaints.append(text)

    def _page(self, page: Page) -> None:
        page.on("websocket", self._socket)

    def _socket(self, socket: WebSocket) -> None:
        self.requests.append(socket.url)

    def foreign(self, own: set[str]) -> list[str]:
        """What was asked of anybody but the servers `own`, such as "127.0.0.1:8000"."""
        return [
            url
            for url in dict.fromkeys(self.requests)
            if url not in self.stopped
            and urlsplit(url).scheme not in ("data", "blob", "about")
            and urlsplit(url).netloc not in own
        ]

    def forgive(self) -> None:
        """Forget what was seen."""
        for seen in (self.requests, self.stopped, self.refused, self.complaints, self.missing):
            seen.clear()

    def wrong(self, own: set[str]) -> Iterator[str]:
        """What no page of ours may make a browser do, a line each."""
        yield from (f"asked somebody else: {url}" for url in self.foreign(own))
        yield from (f"the content security policy refused {what}" for what in self.refused)
        yield from (f"the browser complained: {text}" for text in self.complaints)
        yield from (f"not there: {what}" for what in self.missing)
