"""The digest as Markdown and as plain text, with absolute addresses."""

import re
from collections.abc import Iterator
from textwrap import TextWrapper

from macros.outputs.file import SiteInfo
from macros.pages.digest import Digest, DigestLine

# Narrow enough that mail programs do not wrap a line, even when it is quoted.
_WIDTH = 72
# What Markdown would read as markup or an address: anywhere, and only at the start of a line. Character references turn
# it into text for every Markdown parser; not all of them accept a backslash.
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|@$]|:(?=//|\w+:)|(?<=\bwww)\.")
_AT_START = re.compile(r"^(?:[#+=-]|\d+(?=[.)]))")


def as_markdown(digest: Digest, site: SiteInfo) -> str:
    """The digest as Markdown, with everything people wrote escaped."""
    return "\n".join(_markdown(digest, site)) + "\n"


def _markdown(digest: Digest, site: SiteInfo) -> Iterator[str]:
    yield f"# {_escaped(digest.title)}"
    if digest.glance:
        yield f"\n{_escaped(digest.glance)}"
    if digest.next_meeting:
        yield "\n## Next meeting\n"
        yield from _markdown_line(digest.next_meeting, site)
    if not digest.happened:
        yield f"\n{_escaped(digest.nothing_new)}"
    for section in (*digest.happened, *digest.due):
        yield f"\n## {_escaped(section.title)}\n"
        for line in section.lines:
            yield from _markdown_line(line, site)
        if section.rest:
            yield f"\n{_link(section.rest.text, section.rest.path, site)}"
    yield f"\n---\n\n{_escaped(digest.ending)} [{_escaped(site.name)}]({site.top})"


def _markdown_line(line: DigestLine, site: SiteInfo) -> Iterator[str]:
    note = f" ({_escaped(line.note)})" if line.note else ""
    text = f": {_escaped(line.text)}" if line.text else ""
    yield f"- **{_link(line.title, line.path, site)}**{note}{text}"
    for point in line.points:
        note = f" ({_escaped(point.note)})" if point.note else ""
        yield f"    - {_link(point.text, point.path, site)}{note}"
    if line.left_out:
        yield f"    - {line.left_out:,} more"


def _link(text: str, path: str | None, site: SiteInfo) -> str:
    return f"[{_escaped(text)}]({site.of(path)})" if path else _escaped(text)


def _escaped(text: str) -> str:
    return _AT_START.sub(_reference, _MARKUP.sub(_reference, text))


def _reference(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match[0])


def as_plain_text(digest: Digest, site: SiteInfo) -> str:
    """The digest as plain text. Each address has its own line, where no mail program breaks it."""
    return "\n".join(_plain(digest, site)) + "\n"


def _plain(digest: Digest, site: SiteInfo) -> Iterator[str]:
    yield from _heading(digest.title, "=")
    if digest.glance:
        yield from ("", *_wrapped(digest.glance))
    if digest.next_meeting:
        yield from ("", *_heading("Next meeting", "-"))
        yield from _plain_line(digest.next_meeting, site)
    if not digest.happened:
        yield from ("", *_wrapped(digest.nothing_new))
    for section in (*digest.happened, *digest.due):
        yield from ("", *_heading(section.title, "-"))
        for line in section.lines:
            yield from _plain_line(line, site)
        if section.rest:
            yield from ("", section.rest.text)
            if section.rest.path:
                yield site.of(section.rest.path)
    yield from ("", "-" * _WIDTH, *_wrapped(f"{digest.ending} {site.name}"), site.top)


def _plain_line(line: DigestLine, site: SiteInfo) -> Iterator[str]:
    yield ""
    for text in (line.title, line.note, line.text):
        yield from _wrapped(text)
    for point in line.points:
        yield from _wrapped(point.text + (f" ({point.note})" if point.note else ""), "- ")
        if point.path and point.path != line.path:
            yield f"  {site.of(point.path)}"
    if line.left_out:
        yield f"- {line.left_out:,} more"
    if line.path:
        yield site.of(line.path)


def _heading(title: str, underline: str) -> list[str]:
    lines = _wrapped(title)
    return [*lines, underline * max(map(len, lines))]


def _wrapped(text: str, bullet: str = "") -> list[str]:
    wrapper = TextWrapper(_WIDTH, bullet, " " * len(bullet), break_long_words=False, break_on_hyphens=False)
    return wrapper.wrap(text)
