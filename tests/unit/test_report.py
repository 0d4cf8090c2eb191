"""Findings as people and programs read them."""

from __future__ import annotations

import json
from urllib.parse import unquote

import click

from macros.lint.diagnostics import Diagnostic, Fix, Level, did_you_mean, listed, nearest
from macros.lint.report import FORMS, github_report, one_line, plain_report, report, text_report
from macros.source.diagnostic import Span
from macros.source.document import Document
from tests.support.cases import for_each

PATH = "content/initiatives/lunch.md"


def finding(
    span: Span, message: str = "Wrong.", level: Level = Level.ERROR, fix: str | None = None, path: str = PATH
) -> Diagnostic:
    return Diagnostic(path, span, message, None if fix is None else Fix(span, fix), "a-rule", level)


def shown(text: str, *findings: Diagnostic, files: int = 1) -> list[str]:
    documents = {PATH: Document(PATH, "initiative", "lunch", text=text)}
    plain = click.unstyle(text_report(findings, documents, files))
    assert plain_report(findings, documents, files) == plain
    return plain.split("\n")


def test_a_finding_is_one_line() -> None:
    assert one_line(finding(Span(6, 8, 3))) == f"{PATH}:6:8: error [a-rule] Wrong."


def test_the_caret_stands_under_the_mistake() -> None:
    assert shown("---\nstage: tring\n", finding(Span(2, 8, 5))) == [
        f"{PATH}:2:8: error [a-rule] Wrong.",
        "    2 | stage: tring",
        "      |        ^^^^^",
        "1 file checked: 1 error.",
    ]


def test_the_caret_stands_under_the_mistake_whatever_is_before_it() -> None:
    _, line, caret, _ = shown("Siân é\tü: tring!\n", finding(Span(1, 11, 5)))
    assert line[caret.index("^") :][: caret.count("^")] == "tring"


def test_of_a_long_line_the_part_around_the_mistake_is_shown() -> None:
    _, line, caret, _ = shown("a" * 500 + "tring" + "b" * 500, finding(Span(1, 501, 5)))
    assert line[caret.index("^") :][: caret.count("^")] == "tring"
    assert len(line) < 160
    _, line, caret, _ = shown("tring" * 200, finding(Span(1, 1, 1000)))
    assert len(caret) <= len(line)


def test_what_is_shown_cannot_change_the_terminal() -> None:
    _, line, *_ = shown("a\x1b[31mb\u202ec\u200b", finding(Span(1, 2)))
    assert line == "    1 | a\ufffd[31mb\ufffdc\ufffd"


def test_a_blank_line_is_not_shown() -> None:
    assert len(shown("a\n\n", finding(Span(2, 1)))) == 2
    assert len(shown("a\n", finding(Span(1, 1), path="content/picture.exe"))) == 2


def test_the_last_line_counts() -> None:
    assert shown("", files=2000) == ["2,000 files checked, nothing wrong."]
    found = [finding(Span(1, 1), fix="x"), finding(Span(1, 1)), finding(Span(1, 1), level=Level.WARNING)]
    assert shown("", *found, files=3)[-1] == "3 files checked: 2 errors and 1 warning. --fix can fix 1 of them."
    assert shown("", found[2])[-1] == "1 file checked: 1 warning."


def test_an_annotation_cannot_be_broken_out_of() -> None:
    report = github_report([finding(Span(6, 8), "50%\r\n::error::x", path="content/a,b:c%\n.md")])
    assert report == "::error file=content/a%2Cb%3Ac%25[U+000A].md,line=6,col=8,title=a-rule::50%25 ::error::x"
    assert github_report([finding(Span(1, 1), level=Level.WARNING)]).startswith("::warning file=")


@for_each("form", FORMS)
def test_no_form_gives_a_terminal_or_a_log_an_order(form: str) -> None:
    """Names of files and what they say reach both, and either obeys the characters that follow an escape."""
    one = finding(Span(1, 1), 'There is no "a\x1b[2Jb".', path="content/a\x1b]0;b\x07\u202e\ud800.md")
    said = report(form, [one], {}, 1)
    assert "content/a[U+001B]]0;b[U+0007][U+202E][U+D800].md" in unquote(click.unstyle(said))
    assert "a[U+001B][2Jb" in click.unstyle(said)


def test_a_message_that_quotes_a_paragraph_keeps_its_beginning_and_its_end() -> None:
    paragraph = "Words. " * 2000
    one = finding(Span(1, 1), f'"{paragraph}" is not one of the words for "stage". Choose idea or trying.')
    assert one.message.startswith('"Words. Words. ')
    assert one.message.endswith('Words. " is not one of the words for "stage". Choose idea or trying.')
    assert len(one.message) == 1000


def test_json_says_everything() -> None:
    documents = {PATH: Document(PATH, "initiative", "lunch", text="1\n2\n3\n4\n5\nstage: tryng # yes\n")}
    assert json.loads(report("json", [finding(Span(6, 8, 5), "Siân", fix="trying")], documents, 1)) == [
        {
            "path": PATH,
            "line": 6,
            "column": 8,
            "length": 5,
            "level": "error",
            "rule": "a-rule",
            "help": None,
            "message": "Siân",
            "repairable": True,
            "suggestion": "stage: trying # yes",
        }
    ]
    assert json.loads(report("json", [], {}, 1)) == []


def test_json_suggests_nothing_where_more_than_a_line_would_change() -> None:
    whole_file = Diagnostic(PATH, Span(2), "Wrong.", Fix(None, "all of it"), "a-rule", Level.WARNING)
    documents = {PATH: Document(PATH, "initiative", "lunch", text="1\n2\n")}
    for found in (whole_file, finding(Span(2, 1)), finding(Span(2, 1), fix="x", path="content/elsewhere.md")):
        assert json.loads(report("json", [found], documents, 1))[0]["suggestion"] is None


def test_nothing_personal_is_shown_with_the_line_that_has_it() -> None:
    text = "stage: tryng # ask 07700 900123"
    found = finding(Span(1, 8, 5), fix="trying")
    assert "stage: tryng # ask" in shown(text, found)[1]
    assert "900123" not in "".join(shown(text, found))
    documents = {PATH: Document(PATH, "initiative", "lunch", text=text)}
    assert json.loads(report("json", [found], documents, 1))[0]["suggestion"] is None


RULES_AT = "https://example.org/contribute/rules/"


def test_where_to_read_more_stands_once_for_each_rule() -> None:
    twice = [finding(Span(1, 1)), finding(Span(2, 1))]
    printed = plain_report(twice, {}, 1, RULES_AT).split("\n")
    assert printed[-3:] == [
        f"More on a-rule: {RULES_AT}#a-rule",
        "If that site is not online yet, make serve shows the page: http://127.0.0.1:8000/contribute/rules/",
        "1 file checked: 2 errors.",
    ]
    assert "\n".join(printed).count(RULES_AT) == 1
    assert "More on" not in plain_report(twice, {}, 1)
    assert "More on" not in plain_report([], {}, 1, RULES_AT)
    assert json.loads(report("json", twice, {}, 1, RULES_AT))[1]["help"] == f"{RULES_AT}#a-rule"


def test_words_that_are_near_are_suggested() -> None:
    assert nearest("Estabished", ["established", "trying"]) == "established"
    assert nearest("in one to one", ["one-to-one"]) == "one-to-one"
    assert did_you_mean("xyz", ["established"]) == ""
    assert did_you_mean("tryng", ["trying"]) == ' Did you mean "trying"?'


def test_lists_read_as_sentences() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed("abc"), listed("abc", 2)] == [
        "",
        "a",
        "a or b",
        "a, b or c",
        "a, b ...",
    ]
