"""What a reader sees of HTML: two programs that show the same may write it differently."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import unquote

_ALONE = {"br", "hr", "img", "input"}
_BLOCKS = {
    *("blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}
_CLASSES = re.compile(r"\b(?:(?:kb|markdown-alert)-[\w-]+|task-list-item|footnote-ref|footnotes)\b")
# Stands where words of an entry begin or end on a line of their own.
_EDGE = "\n"
_AROUND_BLOCK = re.compile(rf"{_EDGE}*(\0[^\0]*\0){_EDGE}*")


def as_seen(html: str) -> str:
    """HTML without how it is laid out and escaped, and without the room between paragraphs of an entry and around code."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    seen = re.sub(rf"[ {_EDGE}]*{_EDGE}[ {_EDGE}]*", _EDGE, "".join(reader.made))
    return _AROUND_BLOCK.sub(r"\1", seen).replace("\0", "").strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.made: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._write(tag, f"<{tag}{''.join(_attributes(attrs))}>")
        if tag not in _ALONE:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _ALONE:
            return
        assert self._open.pop() == tag, "The HTML closes what is not open."
        self._write(tag, f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if "pre" in self._open:
            # Nobody sees where the last line of code ends.
            self.made.append("".join(f"\0{line.rstrip()}\0" for line in data.rstrip().split("\n")))
        elif "code" in self._open:
            self.made.append(" ".join(data.split()))
        else:
            self.made.append(re.sub(r"[ \t\n]+", " ", data))

    def _write(self, tag: str, written: str) -> None:
        if tag == "p" and self._open[-1:] == ["li"]:
            self.made.append(_EDGE)
        elif tag in _BLOCKS:
            self.made.append(f"{_EDGE}\0{written}\0{_EDGE}")
        elif not (tag == "strong" and "strong" in self._open):
            self.made.append(written)


def _attributes(attrs: list[tuple[str, str | None]]) -> list[str]:
    found = []
    for name, value in sorted((name, value or "") for name, value in attrs):
        if name == "href" and not value.startswith("#"):
            found.append(f" to {unquote(value)}")
        elif name in ("src", "alt", "title", "start", "align"):
            found.append(f" {name}={unquote(value)}")
        elif name == "class":
            found += [f" {one}" for one in sorted(_CLASSES.findall(value))]
    return found
