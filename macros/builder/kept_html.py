"""HTML that macros make, kept apart from the text until that is HTML itself."""

import re
from secrets import token_hex

_NAME = re.compile(r'<[^<>]* id="([^"]*)"')


class KeptHtml:
    """The HTML that macros add to written pages. The text has signs for it, which the engine leaves as they are."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._pieces: list[str] = []
        # No one who writes a text can know it.
        self._secret = token_hex(8)
        self._sign = re.compile(f"\ue000{self._secret}-(\\d+)\ue001")
        # A sign that is a paragraph stands for blocks, which cannot be in one.
        self._paragraph = re.compile(f"<p>{self._sign.pattern}</p>")

    def keep(self, html: str) -> str:
        """The sign that stands for `html`."""
        self._pieces.append(html)
        return f"\ue000{self._secret}-{len(self._pieces) - 1}\ue001"

    def put_in(self, html: str) -> str:
        """The HTML of a text with the kept HTML in the place of the signs."""
        for pattern in (self._paragraph, self._sign):
            html = pattern.sub(lambda match: self._pieces[int(match[1])], html)
        return html

    def forget(self) -> None:
        """Let go of the HTML of all pages so far: that of the lists of ten thousand records is large."""
        self._pieces = [""] * len(self._pieces)

    def names_in(self, text: str) -> list[str]:
        """The names of places in the kept HTML whose signs are in a text."""
        return [name for sign in self._sign.finditer(text) for name in _NAME.findall(self._pieces[int(sign[1])])]

    def taken_out(self, text: str) -> str:
        """A text without signs."""
        return self._sign.sub("", text)
