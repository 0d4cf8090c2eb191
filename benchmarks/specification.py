"""How many examples of the GFM specification a page shows as it says: `python -m benchmarks.specification gfm.txt`.

The examples are not ours, so they are not here. They are in the file tests/spec/gfm.txt of the source archive of the Python package
marko 2.2.4, as in the specification itself.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from macros.pages.text import text_html
from macros.source.body import Body, read_body
from macros.source.gfm import engine_html

_EXAMPLE = re.compile(r"^`{32} example([^\n]*)\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)
# What a page says otherwise on purpose: see macros/pages/text.py.
_OURS = [
    (re.compile(r'(<h\d) id="[^"]*"'), r"\1"),
    (re.compile(r'<span class="kb-task( kb-task--done)?">.*?</span></span>'), "TASK"),
    (re.compile(r'<input (checked="" )?(class="[^"]*" )?[^>]*/?>'), "TASK"),
    (re.compile(r'(<t[hd]) (?:align="|class="kb-)(\w+)"'), r"\1 \2"),
    (re.compile(r' class="(?:contains-task-list|task-list-item)"'), ""),
    (re.compile(r"&#x27;"), "'"),
]


def main(path: Path) -> None:
    """Print how many examples there are of each outcome, and those that are shown otherwise without a reason."""
    text = path.read_text(encoding="utf-8").replace("→", "\t")
    outcomes = Counter(_outcome(*match.groups()) for match in _EXAMPLE.finditer(text))
    for outcome, number in outcomes.most_common():
        print(f"{number:4} {outcome}")


def _outcome(tags: str, written: str, said: str) -> str:
    parts = read_body(written)
    page = _compared(text_html(written, parts, lambda target: target))
    if page != _compared(engine_html(written)):
        return f"the page is not what the engine makes: {written!r}"
    if page == _compared(said):
        return "as the specification says"
    return _reason(tags, written, parts)


def _reason(tags: str, written: str, parts: Body) -> str:
    if parts.constructs:
        return "raw HTML, which the check refuses"
    if any("script:" in link.target.lower() for link in parts.links):
        return "an address that runs something, which the check refuses"
    if "autolink" not in tags and re.search(r"https?://|www\.|@|\[\^", written):
        return "a bare address or a footnote, in an example that is about something else"
    return f"otherwise: {written!r}"


def _compared(html: str) -> str:
    for pattern, instead in _OURS:
        html = pattern.sub(instead, html)
    return html.strip()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
