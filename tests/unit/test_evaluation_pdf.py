"""The evaluation as a PDF: what a screen reader needs is in it, in the order in which the page has it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pypdf
import pytest

from macros.kinds import SurveyRound
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.outputs.evaluation_pdf import evaluation_pdf
from macros.outputs.look import read_look
from macros.pages.evaluation import evaluation_charts
from tests.support.project import ROOT, TODAY

LOOK = read_look(ROOT / "theme/assets")


@cache
def demonstration() -> PublicLibrary:
    return PublicLibrary.of(read_library(ROOT / "demo"), TODAY)


@cache
def pdf() -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(evaluation_pdf(demonstration(), LOOK, "en")))


def elements(node: Any = None) -> Iterator[tuple[str, Any]]:
    """The structure elements in reading order, each with its role."""
    for child in _children(pdf().Root.StructTreeRoot.K if node is None else node):
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield str(child.S).removeprefix("/"), child
            yield from elements(child.get("/K", pikepdf.Array()))


def _children(node: Any) -> Iterator[Any]:
    yield from (node if isinstance(node, pikepdf.Array) else [node])


@pytest.mark.thorough
def test_it_says_that_it_is_accessible_in_which_language_and_what_it_is_called() -> None:
    root = pdf().Root
    assert root.MarkInfo.Marked
    assert str(root.Lang) == "en"
    assert root.ViewerPreferences.DisplayDocTitle
    with pdf().open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Evaluation: The Orchard Network"


@pytest.mark.thorough
def test_every_picture_has_the_finding_of_its_chart_as_its_text() -> None:
    said = [str(element.Alt) for role, element in elements() if role == "Figure"]
    charts = [chart for part in evaluation_charts(demonstration()) for chart in part if chart.panels]
    assert said == [chart.about.words for chart in charts]


def test_headings_skip_no_level_and_come_before_what_they_are_about() -> None:
    roles = [role for role, _ in elements()]
    headings = [role for role in roles if role in ("Title", "H1", "H2", "H3")]
    charts = [chart for part in evaluation_charts(demonstration()) for chart in part]
    assert headings[0] == "H1"
    assert [headings.count(level) for level in ("Title", "H1", "H2", "H3")] == [0, 1, 4, len(charts)]
    order = [role for role in roles if role in ("H3", "Figure", "Table")]
    assert order[:6] == ["H3", "Figure", "Table"] * 2


def test_every_table_has_headings_and_all_its_rows() -> None:
    roles = [role for role, _ in elements()]
    tables = [chart.about.table for part in evaluation_charts(demonstration()) for chart in part]
    assert roles.count("Table") == len(tables)
    assert roles.count("TH") == sum(len(table.head) for table in tables)
    assert roles.count("TR") == sum(len(table.rows) + 1 for table in tables)
    assert roles.count("TD") == sum(len(table.head) * len(table.rows) for table in tables)


@pytest.mark.thorough
def test_text_that_looks_like_markup_is_text() -> None:
    public = PublicLibrary.of(read_library(ROOT / "demo"), TODAY)
    title = '#panic("no") *bold* $x$ <label> @ref'
    public.all_of(SurveyRound)["2026-autumn"].__dict__["title"] = title
    made = pypdf.PdfReader(BytesIO(evaluation_pdf(public, LOOK, "en")))
    assert title in made.pages[0].extract_text()


def test_a_network_without_figures_has_a_page_too() -> None:
    public = PublicLibrary.of(read_library(ROOT), TODAY)
    assert evaluation_pdf(public, LOOK, "cy").startswith(b"%PDF")
