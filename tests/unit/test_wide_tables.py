"""Every table of a text stands in a box of its own, which has a name."""

from __future__ import annotations

from lxml import html

from macros.pages.wide_tables import with_boxed_tables
from tests.support.rendering import renderer

TABLE = "<table>\n<thead>\n<tr>\n<th>Row</th>\n</tr>\n</thead>\n</table>"


def boxes(text: str) -> list[str]:
    """The names of the boxes, each of which must have a table and be reached with the keyboard."""
    found = html.fragment_fromstring(with_boxed_tables(text, renderer()), create_parent="div").find_class("kb-table")
    assert all([one.tag for one in box] == ["table"] and box.get("tabindex") == "0" for box in found)
    return [box.get("aria-label") for box in found]


def test_a_box_is_named_after_the_heading_above_its_table() -> None:
    link = '<a class="headerlink" href="#a" title="Link to this section">&para;</a>'
    text = f'<h2 id="a">Bread &amp; <code>soup</code>{link}</h2><p>See:</p>{TABLE}<h3 id="b">Cake</h3>{TABLE}{TABLE}'
    assert boxes(text) == ["Table: Bread & soup", "Table: Cake", "Table: Cake"]


def test_a_table_above_all_headings_has_a_box_too() -> None:
    assert boxes(f"{TABLE}<h2>Bread</h2>") == ["Table"]


def test_a_text_without_a_table_stays_as_it_is() -> None:
    text = "<h2>Bread</h2><p>A &lt;table&gt; is laid.</p>"
    assert with_boxed_tables(text, renderer()) == text
