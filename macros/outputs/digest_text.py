"""The digest as Markdown and as plain text, with absolute addresses."""

import re
import textwrap
from collections.abc import Iterator

from macros.outputs.file import SiteInfo
from macros.pages.digest import Digest, DigestLine, DigestPoint, DigestSection

# Narrow enough that mail programs do not wrap a line, even when it is quoted.
_WIDTH = 72
# What Markdown would read as markup or an address: anywhere, and only at the start of a line. Character references turn
# it into text for every Markdown parser; not all of them accept a backslash.
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|@$]|:(?=//|\w+:)|(?<=\bwww)\.")
_AT_START = re.compile(r"^(?:[#+=-]|\d+(?=[.)]))")


def as_markdown(told: Digest, place: SiteInfo) -> str:
    """The digest as Markdown, with everything people wrote escaped."""
    return "\n".join(_markdown(told, place)) + "\n"


def _markdown(told: Digest, place: SiteInfo) -> Iterator[str]:
    yield f"# {_escaped(told.title)}"
    if told.glance:
        yield f"\n{_escaped(told.glance)}"
    if told.next_meeting:
        yield "\n## Next meeting\n"
        yield from _markdown_line(told.next_meeting, place)
    if not told.happened:
        yield f"\n{_escaped(told.nothing_new)}"
    for section in (*told.happened, *told.due):
        yield f"\n## {_escaped(section.title)}\n"
        for line in section.lines:
            yield from _markdown_line(line, place)
        if section.rest:
            yield f"\n{_link(section.rest.text, section.rest.path, place)}"
    yield f"\n---\n\n{_escaped(told.ending)} [{_escaped(place.name)}]({place.top})"


def _markdown_line(line: DigestLine, place: SiteInfo) -> Iterator[str]:
    note = f" ({_escaped(line.note)})" if line.note else ""
    text = f": {_escaped(line.text)}" if line.text else ""
    yield f"- **{_link(line.title, line.path, place)}**{note}{text}"
    for point in line.points:
        note = f" ({_escaped(point.note)})" if point.note else ""
        yield f"    - {_link(point.text, point.path, place)}{note}"
    if line.left_out:
        yield f"    - {line.left_out:,} more"


def _link(text: str, path: str | None, place: SiteInfo) -> str:
    return f"[{_escaped(text)}]({place.of(path)})" if path else _escaped(text)


def _escaped(text: str) -> str:
    """Text escaped for Markdown."""
    return _AT_START.sub(_reference, _MARKUP.sub(_reference, text))


def _reference(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(sign)};" for sign in found[0])


def as_plain_text(told: Digest, place: SiteInfo) -> str:
    """The digest as plain text. Each address has its own line, where no mail program breaks it."""
    return "\n".join(_plain(told, place)) + "\n"


def _plain(told: Digest, place: SiteInfo) -> Iterator[str]:
    yield from _heading(told.title, "=")
    if told.glance:
        yield from ("", *_wrapped(told.glance))
    if told.next_meeting:
        yield from ("", *_heading("Next meeting", "-"))
        yield from _plain_line(told.next_meeting, place)
    if not told.happened:
        yield from ("", *_wrapped(told.nothing_new))
    for section in (*told.happened, *told.due):
        yield from _plain_section(section, place)
    yield from ("", "-" * _WIDTH, *_wrapped(f"{told.ending} {place.name}"), place.top)


def _plain_section(section: DigestSection, place: SiteInfo) -> Iterator[str]:
    yield from ("", *_heading(section.title, "-"))
    for line in section.lines:
        yield from _plain_line(line, place)
    if section.rest:
        yield from ("", section.rest.text)
        if section.rest.path:
            yield place.of(section.rest.path)


def _plain_line(line: DigestLine, place: SiteInfo) -> Iterator[str]:
    yield ""
    for text in (line.title, line.note, line.text):
        yield from _wrapped(text)
    for point in line.points:
        yield from _plain_point(point, None if point.path == line.path else point.path, place)
    if line.left_out:
        yield f"- {line.left_out:,} more"
    if line.path:
        yield place.of(line.path)


def _plain_point(point: DigestPoint, path: str | None, place: SiteInfo) -> Iterator[str]:
    text = point.text + (f" ({point.note})" if point.note else "")
    yield from _wrapped(text, "- ")
    if path:
        yield f"  {place.of(path)}"


def _heading(title: str, sign: str) -> list[str]:
    lines = _wrapped(title)
    return [*lines, sign * max(map(len, lines))]


def _wrapped(text: str, bullet: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=bullet,
        subsequent_indent=" " * len(bullet),
        break_long_words=False,
        break_on_hyphens=False,
    )
