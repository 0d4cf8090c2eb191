"""A link inside the site leads to a file, and to a heading in it.

Why: Readers would land on an error page. A link most often breaks because a file was renamed or a letter is missing.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from macros.library.library import NETWORK_FILE
from macros.lint.finding import Case, Mistake, nearest
from macros.lint.messages import file_behind
from macros.lint.topic import Topic
from macros.source.markdown import anchors, read_body

TOPIC = Topic.LINKS
AFTER = ("markup-unsafe",)


def check(case: Case) -> Iterator[Mistake]:
    """Look up the target of every link that is not an address elsewhere."""
    for link in case.body.links:
        parts = urlsplit(link.target)
        if parts.scheme or parts.netloc:
            continue
        span = case.document.body_span(link.offset, len(link.target))
        target = case.document.path
        if parts.path:
            target = file_behind(case.document.path, unquote(parts.path))
        if not link.target or not _is_there(case, target):
            yield case.mistake(_message(case, link.target, target), span=span)
        elif parts.fragment and unquote(parts.fragment) not in (known := _anchors(case, target)):
            near = nearest(unquote(parts.fragment), sorted(known))
            hint = (
                f'Did you mean "#{near}"?' if near else f'Take "#{parts.fragment}" out to link to the page as a whole.'
            )
            yield case.mistake(f'"{target}" has no heading "#{parts.fragment}". {hint}', span=span)


def _is_there(case: Case, target: str) -> bool:
    return target in case.library.files and target != NETWORK_FILE


def _message(case: Case, written: str, target: str) -> str:
    if not written:
        return "This link leads nowhere. Write the address between the round brackets."
    if written.startswith("www."):
        return f'A web address starts with https://. Write "https://{written}".'
    if written.startswith("/"):
        meant = _file_meant(case, target.rstrip("/").removesuffix(".md") + ".md")
        hint = meant or " Start it with .. for the folder above, such as ../evidence/name.md."
        return f"A link to a page of this site may not start with a slash (/).{hint}"
    if not target.endswith(".md"):
        hint = _file_meant(case, target.rstrip("/") + ".md") or " Link to the file, whose name ends with .md."
        return f'There is nothing at "{written}".{hint}'
    return f'There is no file "{target}".{_file_meant(case, target) or " Check the name and the folder."}'


def _file_meant(case: Case, target: str) -> str:
    """The file whose name is nearest, one in the same folder rather than another, as a link to it is written."""
    wanted = PurePosixPath(target)
    pages = (path for path in case.library.documents if path != NETWORK_FILE)
    paths = sorted(map(PurePosixPath, pages), key=lambda path: path.parent == wanted.parent)
    near = nearest(wanted.name, by_name := {path.name: path for path in paths})
    if near is None:
        return ""
    return f' Did you mean "{posixpath.relpath(by_name[near], PurePosixPath(case.document.path).parent)}"?'


def _anchors(case: Case, target: str) -> set[str]:
    """The headings of a record; those of a written page are made when it is built, and MkDocs checks them then."""
    document = case.library.documents.get(target)
    if document is None or document.kind == "page":
        return _Anything()
    return set(anchors(read_body(document.body, case.library.markdown)))


class _Anything(set[str]):
    """A set that has everything in it."""

    def __contains__(self, item: object) -> bool:
        return True
