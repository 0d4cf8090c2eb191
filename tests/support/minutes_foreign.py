"""Minutes of anyone's that are made up: headings, lists, tables, labels, days and names in every shape that people give them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from random import Random
from xml.sax.saxutils import escape

import yaml

from tests.support.minutes_made import sentence
from tests.support.project import ROOT
from tests.support.word_xml import outside, word_file

_CALLED = yaml.load((ROOT / "macros/minutes/vocabulary.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
_SERVICES = (
    "Apple service", "Pear service", "Medlar service", "the Apple Service (2)", "apple", "Medlars service", "Quince service",
)  # fmt: skip
_PEOPLE = ("Jane Smith", "Dr Smith", "Ask Sarah Jones", "Tom O’Neill", "J. Smith", "Sample Champion Pippin", "Ella")
_DAYS = (
    "3 November 2026", "Tuesday 3 November 2026", "Monday 3 November 2026", "03/11/26", "3.11.2026", "2026-11-03", "3rd of Nov",
    "Nov 3, 2026", "11/3/2026", "w/c 2 November", "31 February 2027", "5 or 6 January 2027", "12 Jan", "10 December 2026", "ASAP",
    "next meeting", "by 5 Jan '27", "13/14 May", "3 Nov 26 10:30", "5-6 January 2027", "30 November - 2 December 2026",
)  # fmt: skip
_DONE = (
    "x",
    "Done",
    "done 1 December",
    "dropped: no one came",
    "dropped",
    "no",
    "ongoing",
    "50%",
    "☑",
    "perhaps",
    "8 Dec",
    "2/3",
)
_MARKS = ("x", "✓", "no", "-", "?", "Jo", "3", "sent deputy", "yes", "(x)", "apologies")
_STYLES = (
    "".join(f'<w:style w:styleId="H{level}"><w:name w:val="heading {level}"/></w:style>' for level in (1, 2, 3))
    + '<w:style w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:styleId="B"><w:basedOn w:val="H2"/></w:style>'
    '<w:style w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1">'
    '<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
)
_LINKS = (
    "https://example.org/a?b=(c)",
    "mailto:team@example.org",
    "javascript:alert(1)",
    "https://example.org/kb/meetings/2026-12-winter-meeting/",
)


def foreign(number: int) -> bytes:
    """The file of a number."""
    random = Random(number)
    body = "".join(_block(random) for _ in range(random.randint(3, 28)))
    others = {"styles": _STYLES, "numbering": _NUMBERING}
    if random.random() < 0.3:
        others |= {"header": _paragraph(random, _text(random)), "footer": _paragraph(random, "Page 1 of 2")}
    if random.random() < 0.2:
        others |= {"footnotes": f'<w:footnote w:id="2">{_paragraph(random, "At eight.")}</w:footnote>'}
    relations = "".join(outside("hyperlink", escape(one), f"l{place}") for place, one in enumerate(_LINKS))
    return word_file(body, others, relations=relations)


def damaged(number: int) -> bytes:
    """The same with some of its bytes changed: in the archive or, so that it can be opened, in the text."""
    random, content = Random(number), foreign(number)
    if number % 2:
        changed = bytearray(content)
        for _ in range(random.randint(1, 6)):
            changed[random.randrange(len(changed))] = random.randrange(256)
        return bytes(changed[: random.choice((len(changed), len(changed), random.randrange(len(changed))))])
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = bytearray(old.read(name))
            for _ in range(random.randint(0, 2) if name.endswith("document.xml") else 0):
                place = random.randrange(len(part))
                part[place : place + random.randint(0, 9)] = random.choice(
                    (b"", b"<", b"&", b'"', b"\x00", b"<w:p>", b"</w:p>", b"&#65;", b"]]>", b"\xff")
                )
            new.writestr(name, bytes(part))
    return made.getvalue()


def _block(random: Random) -> str:
    kind = random.random()
    if kind < 0.25:
        return _heading(random)
    if kind < 0.4:
        label = random.choice(_CALLED["headings"][random.choice([*_CALLED["headings"]])]).capitalize()
        sign = random.choice((": ", ":", " – ", ":\t", " - "))
        return _paragraph(random, f"{label}{sign}{_answer(random)}")
    if kind < 0.6:
        return _table(random)
    if kind < 0.7:
        return "<w:p/>"
    return _paragraph(random, random.choice((_text, _answer))(random), _properties(random))


def _heading(random: Random) -> str:
    part = random.choice([*_CALLED["headings"]])
    name = random.choice(
        (random.choice(_CALLED["headings"][part]).capitalize(), _text(random), random.choice(_DAYS), "Next meeting")
    )
    text = random.choice(("", "1. ", "2) ", "Item 3 ")) + name + random.choice(("", ":", " (part one)"))
    if random.random() < 0.4:
        return f'<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    style = random.choice(("H1", "H2", "H3", "T", "B"))
    return _paragraph(random, text, f'<w:pStyle w:val="{style}"/>')


def _properties(random: Random) -> str:
    if random.random() < 0.3:
        return f'<w:numPr><w:ilvl w:val="{random.choice((0, 0, 1, 4))}"/><w:numId w:val="{random.choice((1, 1, 9, 0))}"/></w:numPr>'
    return random.choice(("", "", "", "<w:rPr><w:del/></w:rPr>", '<w:outlineLvl w:val="3"/>'))


def _answer(random: Random) -> str:
    return random.choice(
        (
            random.choice(_DAYS),
            ", ".join(random.sample(_SERVICES + _PEOPLE, random.randint(1, 4))),
            f"All but {random.choice(_SERVICES)}",
            f"{random.choice(_SERVICES)} to {sentence(random, 2, 5)} {random.choice(_DAYS)}",
            f"{sentence(random, 2, 5)} ({random.choice(_PEOPLE + _SERVICES)})",
            "none",
            "",
            _text(random),
        )
    )


def _text(random: Random) -> str:
    start = random.choice(("", "", "", "Action: ", "Decision: ", "• ", "- ", "1. ", "o\t", "Agreed - ", "AP1: "))
    end = random.choice(
        ("", "", f" {random.choice(_PEOPLE)}", f" {random.choice(_DAYS)}", f" - {random.choice(_SERVICES)}")
    )
    return start + sentence(random, 1, 12) + end


def _table(random: Random) -> str:
    width = random.randint(1, 5)
    if random.random() < 0.7:
        columns = [*_CALLED["columns"]]
        names = [random.choice(_CALLED["columns"][random.choice(columns)]).capitalize() for _ in range(width)]
    else:
        names = [
            random.choice(
                (_text(random), random.choice(_CALLED["headings"][random.choice(("date", "aside", "present"))]))
            )
            for _ in range(width)
        ]
    rows = [names, *([_cell_text(random) for _ in range(width)] for _ in range(random.randint(1, 5)))]
    return f"<w:tbl>{''.join(_row(random, row) for row in rows)}</w:tbl>"


def _cell_text(random: Random) -> str:
    return random.choice(
        (
            _answer(random),
            _text(random),
            random.choice(_DONE),
            random.choice(_MARKS),
            random.choice(_SERVICES),
            "",
            random.choice(_DAYS),
        )
    )


def _row(random: Random, texts: Sequence[str]) -> str:
    def cell(text: str) -> str:
        properties = random.choice(
            ("", "", "", "", "<w:vMerge/>", '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>')
        )
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(_paragraph(random, one) for one in text.split(chr(10)))}</w:tc>"

    return f"<w:tr>{''.join(map(cell, texts))}</w:tr>"


def _paragraph(random: Random, text: str, properties: str = "") -> str:
    """A paragraph whose words are in several runs, some of them tracked, linked or in a control."""
    runs, rest = [], text
    while rest:
        size = random.randint(1, 30)
        runs.append(_run(random, rest[:size]))
        rest = rest[size:]
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def _run(random: Random, text: str) -> str:
    look = random.choice(
        ("", "", "", "", "<w:b/>", "<w:i/>", "<w:strike/>", '<w:u w:val="single"/>', '<w:rStyle w:val="S"/>')
    )
    run = f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    wraps = (
        f"<w:ins>{run}</w:ins>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run}</w:sdtContent></w:sdt>",
        f'<w:hyperlink r:id="l{random.randrange(len(_LINKS))}">{run}</w:hyperlink>',
        f"{run}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>",
        f"{run}<w:r>{random.choice(('<w:br/>', '<w:tab/>', '<w:noBreakHyphen/>', '<w:drawing/>'))}</w:r>",
        f'{run}<w:r><w:footnoteReference w:id="2"/></w:r>',
    )
    return random.choice(wraps) if random.random() < 0.2 else run
