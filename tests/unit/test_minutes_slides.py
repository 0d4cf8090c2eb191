"""Slides become the draft of an initiative: each title says where its words go, and no word is lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from macros.library.library import Library
from macros.lint.engine import rejections_explained
from macros.minutes.archive import Refused
from macros.minutes.from_slides import SlidesDraft, initiative_from
from macros.minutes.slides import slides_in
from macros.source.document import Document, parse_document
from tests.support.cases import for_each
from tests.support.word_xml import word_file, zipped

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="a.presentationml.b"/></Types>'
TODAY = date(2026, 12, 1)


def shape(kind: str, *lines: str) -> str:
    """A placeholder with paragraphs; a line that starts with tabs is a level deeper for each."""
    paragraphs = "".join(
        f'<a:p><a:pPr lvl="{len(line) - len(line.lstrip(chr(9)))}"/><a:r><a:t>{line.strip()}</a:t></a:r></a:p>'
        for line in lines
    )
    return f'<p:sp><p:nvSpPr><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr><p:txBody>{paragraphs}</p:txBody></p:sp>'


def slide(title: str, *lines: str, more: str = "", hidden: bool = False) -> str:
    show = ' show="0"' if hidden else ""
    tree = f"<p:spTree>{shape('title', title)}{shape('body', *lines)}{more}</p:spTree>"
    return f'<p:sld xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"{show}><p:cSld>{tree}</p:cSld></p:sld>'


def deck(slides: Sequence[str], notes: str = "", links: str = "") -> bytes:
    def relations(inner: str) -> bytes:
        return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'.encode()

    numbers = range(1, len(slides) + 1)
    listed = "".join(f'<p:sldId id="{256 + number}" r:id="r{number}"/>' for number in numbers)
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{R}/slide" Target="slides/s{number}.xml"/>' for number in numbers
    )
    files = {
        "[Content_Types].xml": TYPES.encode(),
        "_rels/.rels": relations(f'<Relationship Id="m" Type="{R}/officeDocument" Target="ppt/presentation.xml"/>'),
        "ppt/presentation.xml": f'<p:presentation xmlns:p="{P}" xmlns:r="{R}"><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>'.encode(),
        "ppt/_rels/presentation.xml.rels": relations(inside),
        **{f"ppt/slides/s{number}.xml": one.encode() for number, one in zip(numbers, slides, strict=True)},
    }
    if notes:
        files["ppt/notes.xml"] = (
            slide("x", notes).replace("p:sld ", "p:notes ").replace("/p:sld>", "/p:notes>").encode()
        )
        links += f'<Relationship Id="n" Type="{R}/notesSlide" Target="../notes.xml"/>'
    if links:
        files[f"ppt/slides/_rels/s{len(slides)}.xml.rels"] = relations(links)
    return zipped(files)


def drafted(shown: Library, *slides: str, notes: str = "", links: str = "") -> SlidesDraft:
    return initiative_from(slides_in(deck(slides, notes, links)), shown, TODAY)


FIRST = slide("Tea for two", "We drink tea together once a week, away from our desks.")


def test_titles_say_where_the_words_go(shown: Library) -> None:
    made = drafted(
        shown,
        FIRST,
        slide("What we did", "We bought a pot", "\tA red one"),
        slide("Results", "More tea *was* drunk"),
        slide("How to try it", "Buy a pot"),
        slide("Any questions?", "team@example.org"),
        notes="Speak slowly.",
    )
    head, _, text = made.text.partition("\n---\n")
    assert "title: Tea for two\n" in head
    assert "summary: We drink tea together once a week, away from our desks.\n" in head
    assert text.strip() == (
        "## What happens\n\n- We bought a pot\n    - A red one\n\n## How to try it\n\n- Buy a pot\n\n"
        "## What changed\n\n### Results\n\n- More tea \\*was\\* drunk"
    )
    assert made.path == "content/initiatives/tea-for-two.md"
    assert made.left_out == ["slide 5: Any questions? team@example.org"]
    assert made.notes == ["slide 5: Speak slowly."]
    assert "Speak slowly" not in made.text


def test_what_the_slides_do_not_say_is_left_blank(shown: Library) -> None:
    document = Document(path="content/initiatives/tea-for-two.md", kind="initiative", id="tea-for-two")
    parse_document(document, drafted(shown, FIRST).text.encode())
    assert rejections_explained(document, shown) == []
    assert document.values == {
        "title": "Tea for two",
        "summary": "We drink tea together once a week, away from our desks.",
        "added": "2026-12-01",
    }


def test_one_link_among_the_sources_is_the_source(shown: Library) -> None:
    run = '<a:p><a:r><a:rPr><a:hlinkClick r:id="l"/></a:rPr><a:t>A study of tea</a:t></a:r></a:p>'
    source = slide("References").replace("<p:txBody></p:txBody>", f"<p:txBody>{run}</p:txBody>")
    link = f'<Relationship Id="l" Type="{R}/hyperlink" Target="https://example.org/tea" TargetMode="External"/>'
    made = drafted(shown, FIRST, source, links=link)
    assert "source:\n  title: A study of tea\n  url: https://example.org/tea\n" in made.text
    assert "- [A study of tea](https://example.org/tea)" in made.text


def test_tables_are_kept_and_hidden_slides_are_not_shown(shown: Library) -> None:
    cells = "".join(
        f"<a:tc><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>" for text in ("Cup", "Pot")
    )
    frame = f"<p:graphicFrame><a:graphic><a:tbl><a:tr>{cells}</a:tr></a:tbl></a:graphic></p:graphicFrame>"
    made = drafted(shown, FIRST, slide("What we did", more=frame), slide("Secret", "Nothing", hidden=True))
    assert "| Cup | Pot |\n| --- | --- |" in made.text
    assert "Secret" not in made.text


def test_a_long_title_is_asked_about(shown: Library) -> None:
    made = drafted(shown, slide("Tea " * 40))
    assert made.questions[0].startswith("What is it called, in 3 to 80 characters?")


@for_each(
    ("content", "said"),
    [(b"x", "not a PowerPoint file"), (word_file(""), "not a PowerPoint file"), (b"%PDF", "Use the PowerPoint file")],
)
def test_what_is_no_presentation_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        slides_in(content)


def test_slides_without_words_are_refused(shown: Library) -> None:
    with pytest.raises(Refused, match="no words"):
        drafted(shown, slide(""))
