"""What macros make waits outside the text of a written page until that is HTML itself."""

from __future__ import annotations

import re

from macros.builder.kept_html import KeptHtml
from macros.pages.text import text_html
from macros.source.body import read_body


def shown(text: str, kept: KeptHtml) -> str:
    return kept.put_in(text_html(text, read_body(text), str, names=kept.names_in(text)))


def test_blocks_take_the_place_of_their_paragraph() -> None:
    kept = KeptHtml()
    sign = kept.keep("<ul>\n\n    <li>*a*</li>\n</ul>")
    assert shown(f"Before.\n\n{sign}\n\nAfter.", kept) == (
        "<p>Before.</p>\n<ul>\n\n    <li>*a*</li>\n</ul>\n<p>After.</p>"
    )


def test_words_stay_in_their_line() -> None:
    kept = KeptHtml()
    link, word = kept.keep('<a href="x">x</a>'), kept.keep("<em>y</em>")
    assert shown(f"At {link} & **{word}**.", kept) == '<p>At <a href="x">x</a> &amp; <strong><em>y</em></strong>.</p>'


def test_the_search_gets_the_text_without_them() -> None:
    kept = KeptHtml()
    assert kept.taken_out(f"Before. {kept.keep('<b>listed</b>')}") == "Before. "


def test_nobody_can_write_the_sign_of_a_piece() -> None:
    kept = KeptHtml()
    kept.keep("<h1>Welcome</h1>")
    for number in ("0", "9"):
        assert "Welcome" not in shown(f"\ue000{number}\ue001", kept)
    assert kept.keep("") != KeptHtml().keep("")


def test_no_heading_takes_the_name_of_a_part_that_a_macro_makes() -> None:
    kept = KeptHtml()
    fields = kept.keep('<h3 class="field" id="title">Title</h3><p id="title-text">An id="stage" of none.</p>')
    kept.keep('<p id="elsewhere">On another page.</p>')
    html = shown(f"# Title\n\n{fields}\n\n## Title text\n\n## Stage\n\n## Elsewhere\n\n## Title", kept)
    assert re.findall(r'<h[12] id="([^"]*)"', html) == ["title_1", "title-text_1", "stage", "elsewhere", "title_2"]
