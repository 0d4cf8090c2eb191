"""A text in a Word document has what its page has: lists, numbers, tables, boxes, notes and links, to the last word."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import yaml
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from macros.outputs.text_origin import TextOrigin
from macros.outputs.word_document import new_document, packed
from macros.outputs.word_text import add_text
from macros.pages.text import text_html
from macros.source.body import read_body
from macros.source.gfm import Kind, parse
from tests.support.cases import for_each
from tests.support.exporting import PLACE
from tests.support.inventing import examples
from tests.support.pictures import drawn
from tests.support.project import ROOT
from tests.support.time_taken import within
from tests.support.word import lines, links, note_paragraphs, notes, opened, styled

CONSTRUCTS: dict[str, dict[str, str]] = yaml.load(
    (ROOT / "tests/texts/constructs.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)

RECORD = "meetings/2026-03-meeting.md"
PAGE = "https://example.org/kb/meetings/2026-03-meeting/"


def content(text: str, file_at: Callable[[str], bytes] = lambda path: b"") -> bytes:
    document = new_document("Minutes", "A network", "en-GB", date(2026, 11, 30))
    add_text(document, parse(text), TextOrigin(RECORD, PLACE, file_at), "What we said", 2)
    return packed(document)


def word(text: str, file_at: Callable[[str], bytes] = lambda path: b"") -> Any:
    return opened(content(text, file_at))


# A text with each kind of thing, and the lines that a reader of the document sees.
SEEN: dict[Kind, tuple[str, list[str]]] = {
    Kind.PARAGRAPH: ("Tea.\n\nSoup.", ["Tea.", "Soup."]),
    Kind.HEADING: ("## Tea", ["Tea"]),
    Kind.QUOTE: ("> Tea.", ["Tea."]),
    Kind.ALERT: ("> [!CAUTION]\n> Hot.", ["Caution", "Hot."]),
    Kind.LIST: ("We need:\n- tea\n- soup", ["We need:", "• tea", "• soup"]),
    Kind.ENTRY: ("1) tea\n2) soup", ["1. tea", "2. soup"]),
    Kind.TASK: ("- [ ] tea\n- [x] soup\n- no box", ["☐ To do: tea", "☒ Done: soup", "• no box"]),
    Kind.CODE_BLOCK: ("```\nmake  tea\n  soup\n```", ["make  tea\n  soup"]),
    Kind.HTML_BLOCK: ("<!-- tea -->\n\nSoup.", ["Soup."]),
    Kind.RULE: ("Tea.\n\n---\n\nSoup.", ["Tea.", "", "Soup."]),
    Kind.TABLE: ("| Tea |\n| --- |\n| 8am |", ["Tea", "8am"]),
    Kind.ROW: ("| Tea |\n| --- |\n| 8am |\n| 4pm |", ["Tea", "8am", "4pm"]),
    Kind.CELL: ("| Tea | |\n|---|---|\n| 8\\|9 | no |", ["Tea | ", "8|9 | no"]),
    Kind.FOOTNOTE: ("Tea.[^1]\n\n[^1]: Mint.", ["Tea."]),
    Kind.TEXT: ("Tea &amp; soup\\*", ["Tea & soup*"]),
    Kind.CODE: ("See `a  b`.", ["See a  b."]),
    Kind.HTML: ("Tea <b>now</b>.", ["Tea now."]),
    Kind.SOFT_BREAK: ("Tea\nand soup.", ["Tea and soup."]),
    Kind.LINE_BREAK: ("Tea\\\nand soup.", ["Tea\nand soup."]),
    Kind.EMPHASIS: ("*Tea* now.", ["Tea now."]),
    Kind.STRONG: ("**Tea** now.", ["Tea now."]),
    Kind.STRUCK: ("~~Tea~~ now.", ["Tea now."]),
    Kind.LINK: ("[Tea](tea.md) at www.example.org", ["Tea at www.example.org"]),
    Kind.IMAGE: ("![A cup](cup.png) here", ["[A cup] here"]),
    Kind.FOOTNOTE_MARK: ("Tea.[^1] Soup.[^1]\n\n[^1]: Mint.", ["Tea. Soup.1"]),
}


def test_everything_that_a_text_can_have_is_looked_at() -> None:
    assert set(SEEN) == set(Kind) - {Kind.DOCUMENT}
    for kind, (text, _) in SEEN.items():
        assert kind in {node.kind for node in parse(text).walk()}


@pytest.mark.thorough
@for_each("kind", SEEN)
def test_a_reader_sees_it_in_the_document(kind: Kind) -> None:
    text, seen = SEEN[kind]
    assert lines(word(text)) == seen


def words_of_page(text: str) -> list[str]:
    page = html.fragment_fromstring(text_html(text, read_body(text), str), create_parent="div")
    for element in page.iter("img"):
        element.tail = f"{element.get('alt')}{element.tail or ''}"
    for element in page.xpath("//*[@class='footnote-backref' or @class='footnote-ref']"):
        element.drop_tree()
    return re.findall(r"\S+", " ".join(page.itertext()))


def words_of_document(text: str) -> list[str]:
    def plain(paragraph: Any) -> str:
        return " ".join(run.text for run in runs(paragraph) if run.style.name != "footnote reference")

    document = word(text)
    tables = [cell.paragraphs[0] for table in document.tables for row in table.rows for cell in row.cells]
    footnotes = [one for paragraphs in note_paragraphs(document).values() for one in paragraphs]
    return re.findall(r"[^\s☐☒]+", " ".join(map(plain, [*document.paragraphs, *tables, *footnotes])))


def runs(paragraph: Any) -> list[Any]:
    return [run for part in paragraph.iter_inner_content() for run in getattr(part, "runs", [part])]


def letters(words: list[str]) -> str:
    """All letters in order of the alphabet: a document breaks words elsewhere, and has tables and notes in another place."""
    return "".join(sorted("".join(words).replace("[", "").replace("]", "")))


@pytest.mark.thorough
@for_each("name", [name for name, one in CONSTRUCTS.items() if "shown" in one])
def test_not_a_word_of_what_people_write_is_lost(name: str) -> None:
    text = CONSTRUCTS[name]["text"]
    assert letters(words_of_document(text)) == letters(words_of_page(text))


PIECES = st.sampled_from(
    [*(text for kind, (text, _) in SEEN.items() if kind not in (Kind.HTML, Kind.HTML_BLOCK)), "- tea\n", "  1. mint\n"]
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n", "\n\n> ", "\n- ", "\n\n    "])), max_size=6))
@settings(max_examples=examples(25))
@within(5)
def test_not_a_word_of_anything_together_is_lost(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + end for piece, end in pieces)
    assert letters(words_of_document(text)) == letters(words_of_page(text))


def test_each_list_starts_with_its_own_number() -> None:
    text = "1. tea\n2. soup\n\nThen:\n\n1. mint\n\nAnd:\n\n4) sage\n5) thyme\n\n0. nought"
    assert lines(word(text)) == ["1. tea", "2. soup", "Then:", "1. mint", "And:", "4. sage", "5. thyme", "0. nought"]


def test_a_list_in_a_list_starts_anew_and_the_outer_one_goes_on() -> None:
    text = "1. tea\n   1. mint\n   2. sage\n2. soup\n\n   Hot.\n   1. pea\n      - green\n3. bread"
    assert lines(word(text)) == [
        "1. tea",
        "  1. mint",
        "  2. sage",
        "2. soup",
        "Hot.",
        "  1. pea",
        "    ▪ green",
        "3. bread",
    ]
    [hot] = [one for one in word(text).paragraphs if one.text == "Hot."]
    assert hot.style.name == "List Continue"


def test_the_bullet_of_a_task_is_a_space_because_none_would_join_it_to_the_one_before() -> None:
    document = word("- [ ] tea\n- [x] soup")
    numbering = document.part.numbering_part.element
    [of_list] = {one._p.pPr.numPr.numId.val for one in document.paragraphs}
    kind = numbering.num_having_numId(of_list).abstractNumId.val
    assert set(numbering.xpath(f'w:abstractNum[@w:abstractNumId="{kind}"]/w:lvl/w:lvlText/@w:val')) == {"\u00a0"}


def test_ten_levels_are_no_deeper_than_word_can_count() -> None:
    text = "\n".join("   " * level + "1. tea" for level in range(10))
    assert lines(word(text))[-2:] == ["  " * 8 + "1. tea"] * 2


def test_an_entry_that_starts_with_a_table_or_has_no_words_keeps_its_sign() -> None:
    assert lines(word("- | a |\n  |---|\n  | b |\n-\n- ```\n  c\n  ```")) == ["• ", "a", "b", "• ", "• c"]


def test_links_lead_to_the_page_from_anywhere() -> None:
    text = (
        "[June](2026-06-meeting.md#left-open), [Fig](../services/fig.md), [above](#said), [plan](plan%20b.png), "
        "www.example.org, <tea@team.invalid>, [**two** `words`](https://example.org/?a=b&c=d#e)"
    )
    assert links(word(text)) == [
        ("June", "https://example.org/kb/meetings/2026-06-meeting/#left-open"),
        ("Fig", "https://example.org/kb/services/fig/"),
        ("above", f"{PAGE}#said"),
        ("plan", "https://example.org/kb/meetings/plan%20b.png"),
        ("www.example.org", "http://www.example.org"),
        ("tea@team.invalid", "mailto:tea@team.invalid"),
        ("two words", "https://example.org/?a=b&c=d#e"),
    ]


@for_each("target", ["javascript:alert(1)", "file:///a", "//example.org/a", "../../a.md", "http://[a"])
def test_a_link_that_nobody_should_follow_is_words_only(target: str) -> None:
    document = word(f"[tea]({target}) now")
    assert (lines(document), links(document)) == (["tea now"], [])


def test_an_address_has_only_characters_that_word_opens() -> None:
    assert links(word("[tea](<https://example.org/ä b>)")) == [("tea", "https://example.org/%C3%A4%20b")]


def test_words_look_as_on_the_page() -> None:
    [paragraph] = word("a **b *c*** ~~d~~ `e` [~~f~~](g.md)").paragraphs
    looks = {run.text: (run.bold, run.italic, run.font.strike, run.style.name) for run in runs(paragraph)}
    usual = "Default Paragraph Font"
    assert looks["b "] == (True, None, None, usual)
    assert looks["c"] == (True, True, None, usual)
    assert looks["d"] == (None, None, True, usual)
    assert looks["e"] == (None, None, None, "Verbatim Char")
    assert looks["f"] == (None, None, True, "Hyperlink")


def test_headings_are_below_that_of_the_text() -> None:
    document = word("## Tea\n\n### *Mint*\n\n###### Deep")
    assert styled(document) == [("Heading 3", "Tea"), ("Heading 4", "Mint"), ("Heading 7", "Deep")]
    assert [document.styles[f"Heading {level}"].font.name for level in range(1, 10)] == ["Arial"] * 9


def test_notes_quotations_and_code_have_styles_of_their_own() -> None:
    document = word("> Tea.\n>\n> > Soup.\n\n> [!TIP]\n> Wait.\n> - a\n\n- b\n\n  > c\n\n      d")
    assert styled(document) == [
        ("Quote", "Tea."),
        ("Quote", "Soup."),
        ("Note Title", "Tip"),
        ("Note", "Wait."),
        ("List Bullet", "a"),
        ("List Bullet", "b"),
        ("Quote", "c"),
        ("Source Code", "d"),
    ]
    own = {one.text: one.paragraph_format.left_indent for one in document.paragraphs}
    assert {words: round(indent.pt) for words, indent in own.items() if indent} == {
        "Soup.": 36,
        "a": 36,
        "c": 36,
        "d": 18,
    }
    assert [round(document.styles[name].paragraph_format.left_indent.pt) for name in ("Quote", "Note")] == [18, 18]


def test_a_table_repeats_its_header_has_lines_and_is_named_after_its_heading() -> None:
    document = word("## Who comes\n\n| Name | Cost |\n|:-:|--:|\n| *Fig* | 2 |\n\n| a |\n|---|\n| b |\n\nEnd")
    first, second = document.tables
    assert first.style.name == "Table Grid"
    assert first.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in first.rows)
    assert [cell.paragraphs[0].style.name for cell in first.columns[0].cells] == ["Table Header", "Table Text"]
    assert [str(cell.paragraphs[0].alignment) for cell in first.rows[1].cells] == ["CENTER (1)", "RIGHT (2)"]
    assert first._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Who comes"
    # What follows a table keeps a distance. Word joins tables that have nothing between them.
    assert second._tbl.getprevious().tag == qn("w:p")
    assert document.paragraphs[-1].text == "End"
    assert document.paragraphs[-1].paragraph_format.space_before.pt == 6


def test_columns_are_as_wide_as_their_words_need_and_fill_the_page() -> None:
    [table] = word("| When | What |\n|---|---|\n| 8am | Somebody reads a long text aloud to all |").tables
    narrow, wide = (column.width for column in table.columns)
    assert 3 * narrow < wide
    assert abs(narrow + wide - Mm(170)) < Mm(1)


def test_footnotes_are_footnotes_and_counted_in_the_order_of_their_marks() -> None:
    document = word(
        "| a[^two] |\n|---|\n| b |\n\nTea.[^one] Soup.[^two]\n\n[^one]: *Mint*.\n[^two]: See [Fig](fig.md)."
    )
    assert notes(document) == {1: " See Fig.", 2: " Mint."}
    marks = [int(one.get(qn("w:id"))) for one in document.element.iter(qn("w:footnoteReference"))]
    assert marks == [1, 2]
    [link] = [link for one in note_paragraphs(document)[1] for link in one.hyperlinks]
    assert link.url == "https://example.org/kb/meetings/fig/"
    assert [one.style.name for one in document.paragraphs] == ["Normal"]


def test_the_second_mark_of_a_note_points_to_the_first() -> None:
    document = word("Tea.[^1] Soup.[^1]\n\n[^1]: Mint.")
    [code] = document.element.iter(qn("w:instrText"))
    [start] = document.element.iter(qn("w:bookmarkStart"))
    assert code.text.split()[:2] == ["NOTEREF", start.get(qn("w:name"))]
    number = document.paragraphs[0].runs[-2]
    assert (number.text, number.font.superscript) == ("1", True)


def test_a_note_may_have_lists_and_speak_of_other_notes() -> None:
    document = word("Tea.[^a]\n\n[^a]: Mint, not sage.[^b]\n\n    - or\n\n[^b]: It is *gone*.")
    assert notes(document) == {1: " Mint, not sage. (It is gone.)\nor"}


def test_a_note_that_is_written_twice_has_both_texts_as_on_the_page() -> None:
    document = word("Tea.[^a] Soup.[^b]\n\n[^a]: Mint.\n\n[^a]: Sage.\n\n[^b]: Pea.")
    assert notes(document) == {1: " Mint.\nSage.", 2: " Pea."}


def test_notes_that_only_notes_mention_come_at_the_end() -> None:
    document = word("Tea.\n\n[^a]: Mint.[^a]\n\n[^b]: Sage.[^c]\n\n[^c]: Pea.[^b]")
    assert notes(document) == {1: " Mint.1", 2: " Pea. (Sage.)"}
    assert lines(document) == ["Tea.", "", ""]


def test_a_picture_is_in_it_with_what_it_shows_in_words() -> None:
    files = {"meetings/plan.png": drawn(2000, 100), "pictures/cup.png": drawn(48, 48, "JPEG")}
    document = word("![A plan](plan.png) and ![A cup](../pictures/cup.png)", files.__getitem__)
    shapes = document.inline_shapes
    assert [one._inline.docPr.get("descr") for one in shapes] == ["A plan", "A cup"]
    assert [round(one.width / Mm(1), 1) for one in shapes] == [165.0, 12.7]
    assert round(shapes[0].width / shapes[0].height) == 20


@for_each("picture", [b"", drawn(9, 9, "WEBP"), b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"])
def test_a_picture_that_word_cannot_show_is_its_words_in_brackets(picture: bytes) -> None:
    assert lines(word("See ![A *plan*](plan.png).", lambda path: picture)) == ["See [A plan]."]


def test_what_no_document_can_hold_is_left_out() -> None:
    assert lines(word("Bring a&#27;&#xFFFE; coat.\n\n    a&#27;\u200b b")) == ["Bring a coat.", "a&#27;\u200b b"]


def test_is_the_same_to_the_byte() -> None:
    text = "\n\n".join(text for text, _ in SEEN.values())
    assert content(text) == content(text)
