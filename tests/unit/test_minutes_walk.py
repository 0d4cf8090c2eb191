"""No word of a Word file is missed, however it is wrapped, and what is deleted or only a code is none."""

from __future__ import annotations

from macros.minutes.blocks import Paragraph, Table, WordFile
from macros.minutes.file import read_content
from macros.minutes.markdown import markdown
from tests.support.cases import for_each
from tests.support.word_xml import STRICT, outside, p, table, word_file

R = "<w:r><w:t>{}</w:t></w:r>"
TEA = R.format("tea")


def shown(body: str, **more: object) -> list[str]:
    """The text of each paragraph, and the cells of each row."""
    found = []
    for block in read(body, **more).blocks:
        if isinstance(block, Paragraph):
            found.append("".join(one.text for one in block.words))
        else:
            found += [" | ".join(f"{cell.text}{'*' * cell.is_repeated}" for cell in row) for row in block.rows]
    return found


def read(body: str, **more: object) -> WordFile:
    return read_content(word_file(body, **more))  # type: ignore[arg-type]


# A list to choose from as Word 97 to 2003 made it, and a control that no one has filled in (ISO/IEC 29500-1, 17.16.9 and 17.5.2.39).
LIST = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{}<w:listEntry w:val="Pear service"/><w:listEntry w:val="Apple service"/>'
    '<w:listEntry w:val="Medlar service"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent></w:sdt>"


@for_each(
    ("inner", "text"),
    [
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{TEA}</w:sdtContent></w:sdt>", "tea"),
        (f"<w:smartTag>{TEA}</w:smartTag>", "tea"),
        (f"<w:customXml>{TEA}</w:customXml>", "tea"),
        (f"<w:ins>{TEA}</w:ins><w:del><w:r><w:delText>rum</w:delText></w:r></w:del>", "tea"),
        (f"<w:moveTo>{TEA}</w:moveTo><w:moveFrom>{R.format('rum')}</w:moveFrom>", "tea"),
        (f'<w:fldSimple w:instr="PAGE">{TEA}</w:fldSimple>', "tea"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar '
            f'w:fldCharType="separate"/></w:r>{TEA}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "tea",
        ),
        ("<w:r><w:t>2026</w:t><w:noBreakHyphen/><w:t>03</w:t><w:softHyphen/><w:t>04</w:t></w:r>", "2026-0304"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>", "a\tb\nc\nd"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "a b"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☑"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        (f"<w:ruby><w:rt>{R.format('hot ')}</w:rt><w:rubyBase>{TEA}</w:rubyBase></w:ruby>", "hot tea"),
        (
            '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r>'
            "</w:sdtContent></w:sdt>",
            "☑",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'
            '</w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "☑",
        ),
        ("<w:r><w:t>Owner: </w:t></w:r>" + LIST.format('<w:result w:val="1"/>'), "Owner: Apple service"),
        (LIST.format('<w:default w:val="2"/>'), "Medlar service"),
        (LIST.format('<w:result w:val="0"/><w:default w:val="2"/>'), "Pear service"),
        (LIST.format(""), "Pear service"),
        (LIST.format('<w:result w:val="9"/>'), ""),
        (f"{R.format('Due: ')}{PROMPT.format('Click or tap to enter a date.')}", "Due: "),
        # What a template asks in its own words may have been typed over, and is not dropped.
        (PROMPT.format("Who will do it?"), "Who will do it?"),
    ],
)
def test_words_and_signs_in_a_paragraph(inner: str, text: str) -> None:
    assert shown(f"<w:p>{inner}</w:p>") == [text]


def test_wraps_around_paragraphs_rows_and_cells() -> None:
    wrap = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    row = "<w:tr>" + wrap.format(f"<w:tc>{p('a')}</w:tc>") + f"<w:tc>{wrap.format(p('b'))}</w:tc></w:tr>"
    assert shown(wrap.format(p("one")) + f"<w:tbl>{wrap.format(row)}</w:tbl>") == ["one", "a | b"]


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    body = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{R.format('green ')}</w:p>{p('tea')}{p('coat')}"
    assert shown(body) == ["green tea", "coat"]


def test_text_boxes_follow_their_paragraph_in_one_form() -> None:
    box = f"<w:txbxContent>{p('in a box')}</w:txbxContent>"
    drawing = f"<mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    assert shown(
        f"<w:p>{TEA}<w:r><mc:AlternateContent>{drawing}{old}</mc:AlternateContent></w:r></w:p>{p('after')}"
    ) == ["tea", "in a box", "after"]


def test_merged_cells_keep_their_columns() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    restart, wide = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'
    rows = (
        f"<w:tr>{cell('a')}{cell('b', restart)}{cell('c')}</w:tr>"
        f"<w:tr>{cell('d')}{cell('', '<w:vMerge/>')}{cell('e')}</w:tr>"
        f"<w:tr>{cell('f', wide)}{cell('g')}</w:tr>"
        f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("h")}{cell("i")}</w:tr>'
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('x')}{cell('y')}{cell('z')}</w:tr>"
    )
    assert shown(f"<w:tbl>{rows}</w:tbl>") == ["a | b | c", "d | b* | e", "f |  | g", " | h | i"]


def test_headings_by_style_by_what_it_is_based_on_and_by_level() -> None:
    styles = (
        '<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Own"><w:name w:val="Our own"/>'
        '<w:basedOn w:val="H2"/></w:style><w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    )
    body = (
        p("a", '<w:pStyle w:val="Own"/>')
        + p("b", '<w:pStyle w:val="T"/>')
        + p("c", '<w:outlineLvl w:val="2"/>')
        + p("d", '<w:pStyle w:val="Loop"/>')
    )
    blocks = read(body, others={"styles": styles}).blocks
    assert [one.heading for one in blocks if isinstance(one, Paragraph)] == [2, 1, 3, 0]


def test_lists_by_number_by_style_and_none() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1">'
        '<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    styles = (
        '<w:style w:styleId="L"><w:name w:val="List"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )

    def entry(text: str, level: int, number: int = 1) -> str:
        return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')

    body = entry("a", 0) + entry("b", 1) + p("c", '<w:pStyle w:val="L"/>') + entry("d", 0, 0)
    assert markdown(read(body, others={"numbering": numbering, "styles": styles}).blocks) == "1. a\n    - b\n2. c\n\nd"


def test_links_in_both_forms_with_a_part_and_none_that_runs_something() -> None:
    relations = outside("hyperlink", "https://example.org/a", "l1") + outside("hyperlink", "javascript:alert(1)", "l2")
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/b" \\l "part" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{TEA}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    first, second = (
        f"<w:p><w:hyperlink {link}>{TEA}</w:hyperlink></w:p>" for link in ('r:id="l1" w:anchor="x"', 'r:id="l2"')
    )
    body = f"{first}<w:p>{field}</w:p>{second}"
    assert (
        markdown(read(body, relations=relations).blocks)
        == "[tea](https://example.org/a#x)\n\n[tea](https://example.org/b#part)\n\ntea"
    )


def test_what_stands_beside_the_text() -> None:
    others = {
        "header": p("Our group"),
        "comments": f'<w:comment w:id="1">{p("Why?")}</w:comment>',
        "footnotes": f'<w:footnote w:id="-1" w:type="separator">{p("x")}</w:footnote><w:footnote w:id="2">{p("At eight.")}</w:footnote>',
    }
    file = read(f'<w:p>{TEA}<w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:altChunk r:id="x"/>', others=others)
    assert [(one.where, one.text) for one in file.asides] == [
        ("the top of the pages", "Our group"),
        ("a comment", "Why?"),
    ]
    assert [one.text for one in file.blocks if isinstance(one, Paragraph)] == ["tea (At eight.)"]
    assert file.unread == ["a part that another program put in"]


def test_the_strict_form_of_the_format_is_read_too() -> None:
    assert shown(p("tea") + table(("a", "b")), namespace=STRICT) == ["tea", "a | b"]


def test_a_picture_is_named_as_unread() -> None:
    assert read('<w:p><w:r><w:drawing><a:docPr xmlns:a="x" descr="A tree"/></w:drawing></w:r></w:p>').unread == [
        "a picture (A tree)"
    ]


def test_rows_of_different_lengths_are_as_wide_as_the_widest() -> None:
    [block] = read(table(("a",), ("b", "c"))).blocks
    assert isinstance(block, Table)
    assert [len(row) for row in block.rows] == [2, 2]


def test_what_libreoffice_marks_as_deleted_in_rtf_is_told() -> None:
    content = word_file("<w:p><w:del><w:r><w:delText>green tea</w:delText></w:r></w:del></w:p>")
    assert not read_content(content).asides
    [aside] = read_content(content, is_sure_of_deleted=False).asides
    assert (aside.where, aside.text) == ("marked as deleted, which may be wrong in .rtf", "green tea")
