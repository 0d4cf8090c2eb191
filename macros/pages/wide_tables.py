"""The tables of a text in boxes of their own, so that a narrow screen moves a wide table sideways and not the page."""

import re

from markupsafe import Markup

from macros.pages.rendering import Renderer

# A heading, without the link to itself that stands at its end, or a table.
_HEADING_OR_TABLE = re.compile(
    r'<h[1-6][^>]*>(?P<heading>.*?)(?:<a class="headerlink".*?)?</h[1-6]>|<table>.*?</table>', re.DOTALL
)


def with_boxed_tables(html: str, renderer: Renderer) -> str:
    """The HTML of a text whose tables have boxes, each named after the heading that the table stands under."""
    if "<table>" not in html:
        return html
    heading = ""

    def boxed(found: re.Match[str]) -> str:
        nonlocal heading
        if found["heading"] is None:
            return str(renderer.render("table_box.html.j2", "", heading=heading, table=Markup(found[0])))
        heading = Markup(found["heading"]).striptags()
        return found[0]

    return _HEADING_OR_TABLE.sub(boxed, html)
