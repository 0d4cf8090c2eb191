"""The evaluation as a PDF that assistive technology can read (PDF/UA-1)."""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.library.public import PublicLibrary
from macros.outputs.chart_picture import ChartPainter
from macros.outputs.look import Look
from macros.pages.charts.shapes import Chart
from macros.pages.evaluation import Evaluation, evaluation

_TEMPLATE = Path(__file__).with_name("evaluation.typ")


def evaluation_pdf(public: PublicLibrary, look: Look, language: str) -> bytes:
    """The page with the latest figures. Raises `ImportError` without typst, `FontsUnusable` if charts cannot be drawn."""
    # Only this command needs it, and it is larger than everything else.
    import typst

    page, made_up = evaluation(public), public.network.demonstration is not None
    painter = ChartPainter(look, made_up)
    with TemporaryDirectory() as folder:
        root = Path(folder)
        parts = []
        for title, lines, charts in _parts(page):
            parts.append({"title": title, "lines": lines, "charts": [_drawn(one, painter, root) for one in charts]})
        data = {
            "title": f"Evaluation: {public.network.name}",
            "description": "What people said, who stays and who leaves, and what to do next.",
            "language": language,
            "made_up": made_up,
            "parts": parts,
        }
        (root / "data.json").write_text(json.dumps(data), encoding="utf-8")
        (root / _TEMPLATE.name).write_bytes(_TEMPLATE.read_bytes())
        return typst.compile(root / _TEMPLATE.name, root=root, pdf_standards="ua-1")


def _parts(page: Evaluation) -> Iterator[tuple[str, list[str], list[Chart]]]:
    """The title, the lines and the charts of each part."""
    if page.survey:
        weakest = [f"Few favourable answers: {one.question} {one.share}." for one in page.weakest]
        yield "What people said", [f"From: {page.survey.text}", *weakest], [*page.survey_charts]
    if page.workforce:
        rates = [f"{one.name}: {one.value}. {one.made_of}. 95% interval: {one.interval}." for one in page.rates]
        yield "Who stays and who leaves", [f"From: {page.workforce.text}", *rates], [*page.workforce_charts]
    yield "How people are protected", [*page.limits], []
    yield "What to do next", [*page.next_steps], []


def _drawn(chart: Chart, painter: ChartPainter, folder: Path) -> dict[str, Any]:
    about = chart.about
    drawn = {"title": about.title, "finding": about.words, "head": about.table.head, "rows": about.table.rows}
    if not chart.panels:
        return drawn
    (folder / f"{about.name}.png").write_bytes(painter.png(chart))
    return {**drawn, "picture": f"{about.name}.png", "panels": min(len(chart.panels), 3)}
