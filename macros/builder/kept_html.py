"""HTML that macros make, kept apart from the text until that is HTML itself."""

import re


class KeptHtml:
    """The HTML that macros add to written pages. The text has signs for it, which the engine leaves as they are."""

    _SIGN = re.compile("\ue000(\\d+)\ue001")
    # A sign that is a paragraph stands for blocks, which cannot be in one.
    _PARAGRAPH = re.compile(f"<p>{_SIGN.pattern}</p>")

    def __init__(self) -> None:
        """Start with nothing."""
        self._pieces: list[str] = []

    def keep(self, html: str) -> str:
        """The sign that stands for `html`."""
        self._pieces.append(html)
        return f"\ue000{len(self._pieces) - 1}\ue001"

    def put_in(self, html: str) -> str:
        """The HTML of a text with the kept HTML in the place of the signs."""
        for pattern in (self._PARAGRAPH, self._SIGN):
            html = pattern.sub(lambda match: self._pieces[int(match[1])], html)
        return html

    def taken_out(self, text: str) -> str:
        """A text without signs."""
        return self._SIGN.sub("", text)
