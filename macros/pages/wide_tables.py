"""Boxes for the tables in a text, so narrow screens scroll a wide table sideways instead of the page."""

import re

from markupsafe import Markup

from macros.pages.rendering import Renderer

# A heading, without the permalink at its end, or a table.
_HEADING_OR_TABLE = re.compile(
    r'<h[1-6][^>]*>(?P<heading>.*?)(?:<a class="headerlink".*?)?</h[1-6]>|<table>.*?</table>', re.DOTALL
)


def with_boxed_tables(html: str, renderer: Renderer) -> str:
    """The HTML with each table in a box, named after the heading above the table."""
    if "<table>" not in html:
        return html
    heading = ""

    def boxed(match: re.Match[str]) -> str:
        nonlocal heading
        if match["heading"] is None:
            return str(renderer.render("table_box.html.j2", "", heading=heading, table=Markup(match[0])))
        heading = Markup(match["heading"]).striptags()
        return match[0]

    return _HEADING_OR_TABLE.sub(boxed, html)
