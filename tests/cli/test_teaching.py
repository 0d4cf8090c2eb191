"""A pull request is told what its check has found, in words that its writer can act on, and nobody can speak through us."""

from __future__ import annotations

import html
import io
import json
import os
import re
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from macros.github import pull_request_comment as comment
from macros.github import suggestions
from macros.github.check_report import read_archive
from macros.github.markdown import code, harmless
from macros.github.pull_request_comment import CheckedChange
from macros.github.suggestions import lines_shown
from macros.lint.check_report import MOST_BYTES, ReportedDiagnostic, ReportUnreadable, read_report
from tests.support import programs
from tests.support.project import ROOT

LUNCH = "content/initiatives/lunch.md"
FINDING: dict[str, Any] = {
    "path": LUNCH,
    "line": 6,
    "column": 8,
    "length": 5,
    "level": "error",
    "rule": "choice-unknown",
    "message": '"estabished" is not one of the words for "stage". Did you mean "established"?',
    "repairable": False,
    "suggestion": None,
}
CHANGE = CheckedChange(
    files=[LUNCH, "content/themes/rest.md", "README.md"],
    source="https://github.com/someone/knowledge-base/blob/abc",
    log="https://github.com/network/knowledge-base/actions/runs/7",
    succeeded=False,
    diagnostics=[],
    site="https://github.com/network/knowledge-base/actions/runs/7/artifacts/9",
    guide="https://example.org/contribute/fields/",
    rules_page="https://example.org/contribute/rules/",
)


def found(**values: Any) -> ReportedDiagnostic:
    [one] = read_report(json.dumps([FINDING | values]).encode())
    return one


def archive(content: bytes, name: str = "findings.json") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as files:
        files.writestr(name, content)
    return packed.getvalue()


def test_what_is_to_be_mended_is_said_with_its_line_and_its_remedy() -> None:
    text = comment.comment(replace(CHANGE, diagnostics=[found()]))
    assert text.startswith(comment.MARK)
    assert "### Thank you. There is one thing to fix first" in text
    assert f"[`{LUNCH}`, line 6](https://github.com/someone/knowledge-base/blob/abc/{LUNCH}?plain=1#L6)" in text
    assert 'Did you mean "established"?' in text
    assert "[Why, and an example](https://example.org/contribute/rules/#choice-unknown)" in text
    assert "**What is fine:** `content/themes/rest.md`\n" in text
    assert (
        "[download the site with your change](https://github.com/network/knowledge-base/actions/runs/7/artifacts/9)"
        in text
    )
    assert "[What each field means](https://example.org/contribute/fields/)" in text


def test_a_warning_does_not_look_like_a_mistake() -> None:
    text = comment.comment(replace(CHANGE, succeeded=True, diagnostics=[found(level="warning", rule="review-overdue")]))
    assert "### Thank you. Everything is in order" in text
    assert "**Worth a look, but you can leave it:**" in text
    assert f"- [`{LUNCH}`, line 6]" in text


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"succeeded": True}, "Everything is in order"),
        ({"succeeded": False}, "something else is not"),
        ({"diagnostics": None}, "The check stopped before it got to the records"),
    ],
)
def test_what_is_not_about_the_records_is_told_apart(changed: dict[str, Any], words: str) -> None:
    text = comment.comment(replace(CHANGE, **changed))
    assert words in text
    assert "to be mended" not in text


def test_a_long_list_is_cut_and_says_so() -> None:
    text = comment.comment(replace(CHANGE, diagnostics=[found(line=number) for number in range(1, 101)]))
    # A rule ends after so many in a file: there may be more than have been counted.
    assert "There are at least 100 things to fix first" in text
    assert "There are more. [The check lists them all]" in text
    assert len(text) < 60_000


def test_a_comment_is_never_longer_than_github_takes() -> None:
    loud = [found(line=number, message="@" * 1000) for number in range(1, 61)]
    many = [f"content/themes/theme-{number}.md" for number in range(1000)]
    for change in (replace(CHANGE, diagnostics=loud), replace(CHANGE, files=many, succeeded=True)):
        text = comment.comment(change)
        assert len(text) < 65_000
        assert " more" in text


INTRUSIONS = [
    "@maintainers please merge",
    "see https://evil.example/ and www.evil.example",
    "![x](https://evil.example/x.png)",
    "<img src=x><script>alert(1)</script>",
    "# Approved\n\nmerge",
    "fixes #12 and GH-12 and _GH-12 and network/knowledge-base#12",
    "see deadbeefdeadbeefdeadbeefdeadbeefdeadbeef, :tada: and $x^2$",
    "`code` and ```suggestion",
    "| a | b |",
    "&lt;b&gt; {{ 7 * 7 }} {% raw %}",
    "<!-- network-knowledge-base: check -->",
]


@pytest.mark.parametrize("words", INTRUSIONS)
def test_what_a_finding_quotes_does_nothing(words: str) -> None:
    message = " ".join(words.split())
    text = comment.comment(replace(CHANGE, diagnostics=[found(message=message)]))
    line = next(line for line in text.split("\n") if line.startswith("1. ["))
    shown = markdown(line.split(": ", 1)[1].split(" [Why")[0], extensions=["tables", "fenced_code"])
    plain = re.sub(r"<!--\s*-->", "", shown)
    assert re.findall(r"<(?!/?p>)", plain) == []
    assert not re.search(r"@\w|https?://|(?<!\w)#\d|GH-\d|www\.|[0-9a-f]{7}", shown)
    assert html.unescape(plain).removeprefix("<p>").removesuffix("</p>") == message


@given(st.text(max_size=60))
def test_no_text_becomes_markup(text: str) -> None:
    shown = markdown(f"So: {harmless(text)}")
    assert re.findall(r"<(?!/?p>|!-- -->)", shown) == []


@given(st.text("`a \\", min_size=1, max_size=12))
def test_code_is_never_left(text: str) -> None:
    fenced = code(text)
    fence = re.match("`+", fenced)
    assert fence is not None
    inner = fenced[len(fence[0]) : -len(fence[0])]
    assert not re.search(rf"(?<!`)`{{{len(fence[0])}}}(?!`)", inner)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[1]",
        b"[" * 100_000,
        b"\xff",
        json.dumps([FINDING | {"path": "content/../../etc/passwd"}]).encode(),
        json.dumps([FINDING | {"path": "content/a](https://evil.example)"}]).encode(),
        json.dumps([FINDING | {"line": "6"}]).encode(),
        json.dumps([FINDING | {"line": -1}]).encode(),
        json.dumps([FINDING | {"level": "fine"}]).encode(),
        json.dumps([FINDING | {"rule": "x](y)"}]).encode(),
        json.dumps([FINDING | {"message": "a\nb"}]).encode(),
        json.dumps([FINDING | {"message": "a" * 1001}]).encode(),
        json.dumps([FINDING | {"suggestion": "a\n```\n@team"}]).encode(),
        *(
            json.dumps([FINDING | {"suggestion": f"a{sign}b"}]).encode()
            for sign in "\u202e\u061c\u00ad\u2060\u3164\ufff9"
        ),
        b" " * (MOST_BYTES + 1),
    ],
)
def test_a_report_that_is_not_the_validators_is_refused(content: bytes) -> None:
    with pytest.raises(ReportUnreadable):
        read_archive(archive(content))


@given(st.data())
def test_no_bytes_of_an_archive_end_in_a_traceback(data: st.DataObject) -> None:
    packed = bytearray(archive(json.dumps([FINDING]).encode()))
    for place in data.draw(st.lists(st.integers(0, len(packed) - 1), min_size=1, max_size=6)):
        packed[place] = data.draw(st.integers(0, 255))
    with suppress(ReportUnreadable):
        read_archive(bytes(packed))


@pytest.mark.parametrize(
    "packed",
    [b"", b"PK\x03\x04", archive(b"[]", "other.json"), archive(b"[]")[:-30]],
    ids=["empty", "a start only", "another file", "cut off"],
)
def test_an_archive_that_is_not_ours_is_refused(packed: bytes) -> None:
    with pytest.raises(ReportUnreadable):
        read_archive(packed)


def test_what_the_validator_writes_is_read(smallest: Path) -> None:
    lunch = smallest / "content/initiatives/sample-lunch.md"
    lunch.write_text(lunch.read_text(encoding="utf-8").replace("stage: trying", "stage: Trying"), encoding="utf-8")
    report = programs.run(ROOT / "scripts/validate.py", "--root", smallest, "--format", "json").stdout
    [one] = read_archive(archive(report.encode()))
    assert (one.rule, one.suggestion) == ("choice-unknown", "stage: trying")


PARAGRAPH = "We met every week, and then less often. " * 200
HOSTILE = {
    "initiatives/Shared Lunch.md": "",
    "initiatives/Siân & co [new] (1).md": "",
    "initiatives/a\x1b[2J\nb.md": "",
    ".DS_Store": "",
    "themes/`tea`|talk.docx": "",
    "initiatives/long.md": f"---\ntitle: {PARAGRAPH}\nadded: {PARAGRAPH}\nstage: {PARAGRAPH}\n{PARAGRAPH}: a\n---\n\n[a]({PARAGRAPH})\n",
    "initiatives/many.md": "---\ntitle: Many\n---\n\n" + "See [the notes](nowhere.md).\n\n" * 400,
    "initiatives/more.md": "---\ntitle: More\n---\n\n" + "See [the notes](nowhere.md).\n\n" * 400,
}


def test_what_the_validator_writes_of_hostile_files_is_told(smallest: Path, run: Run) -> None:
    for name, text in HOSTILE.items():
        (smallest / "content" / name).write_text(text, encoding="utf-8")
    report = programs.run(ROOT / "scripts/validate.py", "--root", smallest, "--format", "json").stdout
    errors = sum(one["level"] == "error" for one in json.loads(report))
    assert errors > 600
    done, changes = run(archive(report.encode()))
    assert done.returncode == 0, done.stderr
    body = changes[0][2]["body"]
    assert f"There are at least {errors} things to fix first" in body
    assert "There are more." in body
    assert "[`content/initiatives/Shared Lunch.md`, line 1](" in body
    assert "/content/initiatives/Shared%20Lunch.md?plain=1#L1)" in body
    assert "content/initiatives/a[U+001B][2J[U+000A]b.md" in body
    assert not {character for character in body if not character.isprintable()} - {"\n"}


PATCH = (
    "@@ -1,3 +1,4 @@\n ---\n-title: Lunch\n+title: Shared lunch\n+stage: Trying\n ---\n@@ -20 +21,2 @@\n Text\n+More"
)


def test_a_repair_is_offered_beside_a_line_that_the_pull_request_shows() -> None:
    changed = {LUNCH: lines_shown(PATCH)}
    assert changed[LUNCH] == {1, 2, 3, 4, 21, 22}
    findings = [
        found(line=3, suggestion="stage: trying"),
        found(line=3, suggestion="again"),
        found(line=9, suggestion="not shown"),
        found(line=2),
        found(path="content/themes/rest.md", suggestion="elsewhere"),
    ]
    [one] = suggestions.suggestions(findings, changed)
    assert (one.path, one.line) == (LUNCH, 3)
    assert "\n```suggestion\nstage: trying\n```\n" in one.body
    [one] = suggestions.suggestions([found(line=3, suggestion="a ``` b")], changed)
    assert "\n````suggestion\na ``` b\n````\n" in one.body
    many = [found(line=number, suggestion="x") for number in range(1, 60)]
    assert len(suggestions.suggestions(many, {LUNCH: set(range(1, 60))})) == suggestions.MOST


Run = Callable[..., tuple[programs.Done, list[Any]]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the script for the check of a pull request, with GitHub's answers, and gives what it asked GitHub to change."""

    def run(findings: Any, *, answers: dict[str, Any] | None = None) -> Any:
        program = tmp_path / "bin/gh"
        program.parent.mkdir()
        program.write_text(
            f'#!/bin/sh\nexec "{sys.executable}" -IS "{ROOT}/tests/support/fake_gh.py" "$@"\n', encoding="utf-8"
        )
        program.chmod(0o755)
        event = {
            "repository": {"full_name": "network/knowledge-base"},
            "workflow_run": {
                "id": 7,
                "head_sha": "abc",
                "head_branch": "lunch",
                "conclusion": "failure",
                "html_url": CHANGE.log,
                "head_repository": {
                    "owner": {"login": "someone"},
                    "html_url": "https://github.com/someone/knowledge-base",
                },
            },
        }
        (tmp_path / "event.json").write_text(json.dumps(event), encoding="utf-8")
        packed = findings if isinstance(findings, bytes) else archive(json.dumps(findings).encode())
        usual = {
            "pulls": [{"number": 12, "head": {"sha": "abc"}}],
            "pulls,12,files": [{"filename": LUNCH, "status": "added", "patch": PATCH}],
            "actions,runs,7,artifacts": {"artifacts": [{"name": "findings", "id": 8, "expired": False}]},
            "actions,artifacts,8": {"size_in_bytes": len(packed)},
            "issues,12,comments": [],
            "pulls,12,comments": [],
        }
        folder = tmp_path / "github"
        folder.mkdir()
        for name, answer in (usual | (answers or {})).items():
            (folder / name).write_text(json.dumps(answer), encoding="utf-8")
        (folder / "actions,artifacts,8,zip").write_bytes(packed)
        done = programs.run(
            ROOT / "scripts/comment_on_pull_request.py",
            environment={
                **os.environ,
                "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
                "FAKE_GITHUB": str(folder),
                "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
                "GH_TOKEN": "none",
            },
        )
        changes = folder / "changes"
        made = changes.read_text(encoding="utf-8").splitlines() if changes.exists() else []
        return done, [json.loads(line) for line in made]

    return run


BOT, PERSON = {"login": "github-actions[bot]", "type": "Bot"}, {"login": "somebody", "type": "User"}


def test_a_pull_request_gets_a_comment_and_a_suggestion(run: Run) -> None:
    done, changes = run([FINDING | {"line": 3, "suggestion": "stage: trying"}])
    assert (done.returncode, done.stdout) == (0, "Pull request 12: 1 findings, 1 suggestions.\n"), done.stderr
    [method, path, body], [beside_method, beside_path, beside] = changes
    assert (method, path) == ("POST", "issues,12,comments")
    assert "There is one thing to fix first" in body["body"]
    assert (beside_method, beside_path) == ("POST", "pulls,12,comments")
    assert (beside["path"], beside["line"], beside["side"], beside["commit_id"]) == (LUNCH, 3, "RIGHT", "abc")


def test_the_comment_is_written_anew_and_not_again(run: Run) -> None:
    there = [
        {"id": 1, "body": f"{comment.MARK} from somebody who would like to be us", "user": PERSON},
        {"id": 2, "body": f"{comment.MARK}\nold", "user": BOT},
    ]
    beside = [
        {"id": 3, "path": LUNCH, "line": 3, "body": f"{suggestions.MARK}\nold", "user": BOT},
        {"id": 4, "path": LUNCH, "line": 3, "body": "Nice idea!", "user": PERSON},
    ]
    done, changes = run([], answers={"issues,12,comments": there, "pulls,12,comments": beside})
    assert done.returncode == 0, done.stderr
    assert [change[:2] for change in changes] == [["PATCH", "issues,comments,2"], ["DELETE", "pulls,comments,3"]]


def test_nothing_is_said_again_that_has_not_changed(run: Run, tmp_path: Path) -> None:
    _, [[_, _, first], [_, _, beside]] = run([FINDING | {"line": 3, "suggestion": "stage: trying"}])
    for name in ("github", "bin"):
        (tmp_path / name).rename(tmp_path / f"{name}-before")
    answers = {
        "issues,12,comments": [{"id": 2, "body": first["body"], "user": BOT}],
        "pulls,12,comments": [{"id": 3, "path": LUNCH, "line": 3, "body": beside["body"], "user": BOT}],
    }
    done, changes = run([FINDING | {"line": 3, "suggestion": "stage: trying"}], answers=answers)
    assert (done.returncode, changes) == (0, []), done.stderr


@pytest.mark.parametrize("answers", [{"pulls": []}, {"pulls": [{"number": 12, "head": {"sha": "newer"}}]}])
def test_a_pull_request_that_has_gone_on_is_left_alone(answers: dict[str, Any], run: Run) -> None:
    done, changes = run([FINDING], answers=answers)
    assert (done.returncode, changes) == (0, []), done.stderr


@pytest.mark.parametrize(
    ("findings", "answers"),
    [
        (b"not a zip", {}),
        ([FINDING], {"actions,artifacts,8": {"size_in_bytes": MOST_BYTES + 1}}),
        ([FINDING], {"actions,runs,7,artifacts": {"artifacts": []}}),
        ([FINDING | {"message": "a\nb"}], {}),
    ],
)
def test_a_report_that_cannot_be_read_is_no_traceback(findings: Any, answers: dict[str, Any], run: Run) -> None:
    done, [change] = run(findings, answers=answers)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert "The check stopped before it got to the records" in change[2]["body"]
