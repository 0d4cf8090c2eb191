"""A link inside the site goes to a file that exists, and to a heading in it.

Why: Readers would get an error page. Usually a file was renamed, or a letter is missing.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from macros.library.library import CONTENT, INDEX, NETWORK_FILE
from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostic, RuleContext, RuleTopic, nearest
from macros.lint.messages import file_behind
from macros.lint.rules.markup_unsafe import can_be_read
from macros.source.body import anchors

TOPIC = RuleTopic.LINKS
KINDS = RECORDS_AND_PAGES
AFTER = ("markup-unsafe",)
# Whatever has no such word is hardly the name of a file: "[4](n=12)".
_NAME = re.compile(r"[^\W\d_]{3}")
_NO_COLON = re.compile("(https?)[;.,]?//+")
_DOCUMENTS = {".doc", ".docx", ".odt", ".pdf", ".ppt", ".pptx", ".xls", ".xlsx"}
# In one file. Each compares a name with those of all files, and whoever has so many broken links has moved a folder.
_MOST_HINTS = 20


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look up the target of every link within the site."""
    hints_left = _MOST_HINTS
    for link in context.links:
        # Rule markup-unsafe reports an address that cannot be read.
        if not can_be_read(link.target):
            continue
        parts = urlsplit(link.target)
        if parts.scheme or parts.netloc:
            continue
        span = context.document.body_span(link.offset, len(link.target))
        target = context.document.path
        if parts.path:
            target = file_behind(context.document.path, unquote(parts.path))
        if not link.target or not _is_there(context, target):
            meant = _file_meant if hints_left > 0 else _no_hint
            yield context.diagnostic(_message(context, link.target, target, meant), span=span)
        elif parts.fragment and unquote(parts.fragment) not in (known := _anchors(context, target)):
            near = nearest(unquote(parts.fragment), sorted(known)) if hints_left > 0 else None
            hint = (
                f'Did you mean "#{near}"?' if near else f'Take "#{parts.fragment}" out to link to the page as a whole.'
            )
            yield context.diagnostic(f'"{target}" has no heading "#{parts.fragment}". {hint}', span=span)
        else:
            continue
        hints_left -= 1


def _is_there(context: RuleContext, target: str) -> bool:
    return target in context.library.files and target != NETWORK_FILE


def _message(context: RuleContext, written: str, target: str, file_meant: Callable[[RuleContext, str], str]) -> str:
    if not written:
        return "This link does not go anywhere. Write the address between the round brackets."
    if written.startswith("www."):
        return f'A web address starts with https://. Write "https://{written}".'
    if mistyped := _NO_COLON.match(written):
        return f'The colon of this web address is missing. Write "{mistyped[1]}://{written[mistyped.end() :]}".'
    if written.startswith("/"):
        meant = _list_meant(context, f"{CONTENT}{target}", written) or file_meant(
            context, target.rstrip("/").removesuffix(".md") + ".md"
        )
        hint = meant or " Start it with .. for the folder above, such as ../evidence/name.md."
        return f"A link to a page of this site cannot start with a slash (/).{hint}"
    host, slash, _ = written.partition("/")
    if slash and "." in host.strip("."):
        return f'There is nothing at "{written}". If it is a web address, write "https://{written}".'
    if "@" in written:
        return f'A link to a mailbox starts with mailto:. Write "mailto:{written}".'
    if PurePosixPath(target).suffix.lower() in _DOCUMENTS:
        return (
            f'There is nothing at "{written}", and documents are not published here. Link to its address on the web, or write what '
            "matters in it into the text."
        )
    if not target.endswith(".md"):
        meant = _list_meant(context, target, written)
        if not meant and _NAME.search(written):
            meant = file_meant(context, target.rstrip("/") + ".md")
        hint = meant or " Link to the file, whose name ends with .md."
        or_words = "" if slash or meant else "  If it is not a link, put a backslash before its first bracket: \\[."
        return f'There is nothing at "{written}".{hint}{or_words}'
    return f'There is no file "{target}".{file_meant(context, target) or " Check the name and the folder."}'


def _no_hint(context: RuleContext, target: str) -> str:
    return ""


def _list_meant(context: RuleContext, folder: str, written: str) -> str:
    """A suggestion to link to the list in a folder, narrowed down as it is `written`. Empty if there is none."""
    index = f"{folder}/{INDEX}"
    if index not in context.library.files:
        return ""
    _, mark, rest = written.partition("?")
    return f' Did you mean "{posixpath.relpath(index, PurePosixPath(context.document.path).parent)}{mark}{rest}"?'


def _file_meant(context: RuleContext, target: str) -> str:
    """A suggestion to link to the file with the nearest name, preferably in the same folder. Empty if none is near."""
    wanted = PurePosixPath(target)
    pages = (path for path in context.library.documents if path != NETWORK_FILE)
    paths = sorted(map(PurePosixPath, pages), key=lambda path: path.parent == wanted.parent)
    near = nearest(wanted.name, by_name := {path.name: path for path in paths})
    if near is None:
        return ""
    return f' Did you mean "{posixpath.relpath(by_name[near], PurePosixPath(context.document.path).parent)}"?'


def _anchors(context: RuleContext, target: str) -> set[str]:
    """The anchors of a record or page. Any is accepted for a page whose macros may add some: the built site is checked for those."""
    document, page = context.library.documents.get(target), context.library.pages.get(target)
    if document is None or (document.kind == "page" and (page is None or page.render_macros)):
        return _Anything()
    return set(anchors(document.parts))


class _Anything(set[str]):
    """A set that contains everything."""

    def __contains__(self, item: object) -> bool:
        return True
