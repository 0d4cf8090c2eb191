"""Inspection of the HTML of a body: headings, links, images, and anything that Markdown did not produce."""

import re
from html.parser import HTMLParser

from macros.source.body import Body, Construct, Heading, Image, Link

# What Markdown itself produces. Anything else comes from raw HTML or an attribute list.
_ALLOWED = {
    "a": {"href", "title"},
    "img": {"alt", "src", "title"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
    "code": {"class"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
    **{tag: set() for tag in "p ul li strong em blockquote pre hr br table thead tbody tr".split()},
}
# What is left over from a mistyped link, footnote or comment.
_LEFTOVER = re.compile(r"\[\^(?![^\]]*\]:)|<!--|\[[^\[\]]+\] ?(?:\[[^\]]*\]|\()")


class Inspector(HTMLParser):
    """A parser that finds the source position of each element in the HTML, in source order."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.body = Body()
        self._source = source
        self._reached = 0
        self._heading: tuple[int, str, int] | None = None
        self._heading_text = ""
        self._code = 0

    def handle_comment(self, data: str) -> None:
        """Record a comment."""
        self._record_opening("<!")

    def handle_decl(self, decl: str) -> None:
        """Record a declaration."""
        self._record_opening("<!")

    def unknown_decl(self, data: str) -> None:
        """Record a marked section."""
        self._record_opening("<!")

    def handle_pi(self, data: str) -> None:
        """Record a processing instruction."""
        self._record_opening("<?")

    def _record_opening(self, opening: str) -> None:
        """Record only how the construct starts: programs differ on where it ends."""
        self.body.constructs.append(Construct(opening, self._find(opening)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Record links, images, and tags and attributes that Markdown did not produce."""
        given = {name: value or "" for name, value in attrs}
        self._code += tag == "code"
        if tag not in _ALLOWED:
            self.body.constructs.append(Construct(f"<{tag}", self._find(f"<{tag}")))
        for name in given.keys() - _ALLOWED.get(tag, given.keys()):
            self.body.constructs.append(Construct(name, self._find(given[name], name)))
        if tag == "a" and "href" in given:
            self.body.links.append(Link(given["href"], self._find(given["href"], "](")))
        if tag == "img":
            source = given.get("src", "")
            self.body.images.append(Image(source, given.get("alt", ""), self._find(source, "![")))
        if re.fullmatch("h[1-6]", tag):
            self._heading, self._heading_text = (int(tag[1]), given.get("id", ""), self._reached), ""

    def handle_data(self, data: str) -> None:
        """Collect the text of a heading, and record leftover Markdown."""
        if self._heading is not None:
            self._heading_text += data
        if self._code == 0:
            for leftover in _LEFTOVER.finditer(data):
                self.body.leftovers.append(Construct(leftover.group(), self._find(leftover.group())))

    def handle_endtag(self, tag: str) -> None:
        """Record a heading once its text is complete."""
        self._code -= tag == "code"
        if self._heading is not None and re.fullmatch("h[1-6]", tag):
            level, anchor, self._reached = self._heading
            text = self._heading_text.strip()
            # The first word may also occur in the text above, so try to find the whole line first.
            line = f"{'#' * level} {text}"
            snippet = line if self._source.find(line, self._reached) >= 0 else text.split(" ")[0]
            offset = self._find(snippet) if text else self._find("\n" + "#" * level + "\n") + 1
            line_start = self._source.rfind("\n", 0, offset) + 1
            self.body.headings.append(Heading(level, text, line_start, anchor))
            self._heading = None

    def _find(self, *snippets: str) -> int:
        """The offset of the first snippet that occurs in the source, preferably after the previous find.

        If none occurs (the source was written differently), the position of the previous find.
        """
        for snippet in filter(None, snippets):
            for start in (self._reached, 0):
                found = self._source.find(snippet, start)
                if found >= 0:
                    self._reached = found + len(snippet)
                    return found
        return min(self._reached, max(len(self._source) - 1, 0))
