"""What `mkdocs serve` shows to someone who writes: pages that reload by themselves, and what stops the site from being built."""

import os
import re
import sys
from collections.abc import Callable, Iterable
from typing import Any

from mkdocs.exceptions import MkDocsException

from macros.builder.former_site import aside_of
from macros.builder.saved_pages import write_saved_pages
from macros.pages.rendering import Renderer

_BODY = re.compile(rb"<body[^>]*>")
# In the place of a page that was lost because the site could only be built in part.
_EMPTY = b"<!doctype html><title>Not there</title><body></body>"


def show_mistakes(server: Any) -> None:
    """Have the pages that `server` sends say why the latest build has failed, and allow its script to reload them.

    MkDocs' server would keep browsers waiting until a build succeeds. The pages' content security policy blocks the script, so
    the policy is relaxed, in what this server sends only.
    """
    build, inject, error_page = server.builder, server._inject_js_into_html, server.error_handler
    mistake = b""

    def built() -> None:
        nonlocal mistake
        try:
            build()
            mistake = b""
        except (MkDocsException, SystemExit) as error:
            report = str(error).strip()
            # A number is only the status of a program that has printed the words itself.
            report = "" if report.isdecimal() else report
            print(report, file=sys.stderr)
            mistake = Renderer().render("mistake.html.j2", "", report=report).encode()

    def sent(content: bytes, epoch: int) -> bytes:
        relaxed = content.replace(b"script-src ", b"script-src 'unsafe-inline' ", 1)
        with_mistake = _BODY.sub(lambda match: match[0] + mistake, relaxed, count=1)
        page: bytes = inject(with_mistake, epoch)
        return page

    def not_there(code: int) -> bytes | None:
        page: bytes | None = error_page(code)
        return sent(page or _EMPTY, server._visible_epoch) if mistake else page

    server.builder, server._inject_js_into_html, server.error_handler = built, sent, not_there


def show_saved_first(server: Any) -> None:
    """Have `server` show the pages of saved records before it builds, and the site as it was, with these pages, until it has built.

    MkDocs' server would keep browsers waiting. They reload twice: for these pages, and for what has followed from them.
    """
    build, answer, folder = server.builder, server.serve_request, server.root
    aside, is_ahead = aside_of(os.path.realpath(folder)), False

    def built() -> None:
        nonlocal is_ahead
        is_ahead = write_saved_pages()
        if is_ahead:
            with server._epoch_cond:
                server._visible_epoch = server._wanted_epoch
                server._epoch_cond.notify_all()
        try:
            build()
        finally:
            server.root = folder
            if is_ahead:
                is_ahead = False
                server._wanted_epoch += 1

    def answered(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        server.root = aside if is_ahead and os.path.isdir(aside) else folder
        found: Iterable[bytes] = answer(environ, start_response)
        return found

    server.builder = built
    server.set_app(answered)
