"""Reads the HTML that Markdown made of a body: its headings, links and pictures, and what Markdown would not have made."""

import re
from html.parser import HTMLParser

from macros.source.body import Body, Construct, Heading, Image, Link

# What Markdown itself makes of text. Everything else came from raw HTML or from an attribute list.
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
# What is left over where somebody meant a link, a footnote or a comment.
_LEFTOVER = re.compile(r"\[\^(?![^\]]*\]:)|<!--|\[[^\[\]]+\] ?(?:\[[^\]]*\]|\()")


class Inspector(HTMLParser):
    """Reads HTML that Markdown made, and looks each thing up in the text it was made from, in the order of the text."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.body = Body()
        self._source = source
        self._reached = 0
        self._heading: tuple[int, str, int] | None = None
        self._heading_text = ""
        self._code = 0

    def handle_comment(self, data: str) -> None:
        """Refuse a comment."""
        self._refuse_as_written("<!")

    def handle_decl(self, decl: str) -> None:
        """Refuse a declaration."""
        self._refuse_as_written("<!")

    def unknown_decl(self, data: str) -> None:
        """Refuse a marked section."""
        self._refuse_as_written("<!")

    def handle_pi(self, data: str) -> None:
        """Refuse a processing instruction."""
        self._refuse_as_written("<?")

    def _refuse_as_written(self, sign: str) -> None:
        """Markdown makes none of these, and programs differ on where they end."""
        self.body.constructs.append(Construct(sign, self._find(sign)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note links and pictures, and what Markdown would not have made."""
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
        """Gather the words of a heading, and look for signs of Markdown that were left over."""
        if self._heading is not None:
            self._heading_text += data
        if self._code == 0:
            for leftover in _LEFTOVER.finditer(data):
                self.body.leftovers.append(Construct(leftover.group(), self._find(leftover.group())))

    def handle_endtag(self, tag: str) -> None:
        """Add a heading once its words are known."""
        self._code -= tag == "code"
        if self._heading is not None and re.fullmatch("h[1-6]", tag):
            level, anchor, self._reached = self._heading
            text = self._heading_text.strip()
            # Its first word may stand in the text above it too, so it is looked up as a whole if it is written plainly.
            whole = f"{'#' * level} {text}"
            snippet = whole if self._source.find(whole, self._reached) >= 0 else text.split(" ")[0]
            offset = self._find(snippet) if text else self._find("\n" + "#" * level + "\n") + 1
            line_start = self._source.rfind("\n", 0, offset) + 1
            self.body.headings.append(Heading(level, text, line_start, anchor))
            self._heading = None

    def _find(self, *snippets: str) -> int:
        """Where the first of `snippets` that is in the source stands, from the last find on if it is there.

        What was written in another way than it comes out is placed where the last find was.
        """
        for snippet in filter(None, snippets):
            for start in (self._reached, 0):
                found = self._source.find(snippet, start)
                if found >= 0:
                    self._reached = found + len(snippet)
                    return found
        return min(self._reached, max(len(self._source) - 1, 0))
