"""Pages with figures, as they are published: their charts, and the pictures of these for slides."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from tests.support.building import Site

STYLES = b"assets/charts.css"


def test_every_chart_has_its_picture_for_slides(demo: Site) -> None:
    page = demo.page("evaluation/")
    linked = {demo.folder / "evaluation" / str(one) for one in page.tree.xpath("//a[@type='image/png']/@href")}
    assert len(linked) == 6
    for path in linked:
        assert Image.open(BytesIO(path.resolve().read_bytes())).width >= 1000


def test_every_table_is_published_once(demo: Site) -> None:
    tables = {path for path in demo.files if path.endswith(("-autumn.csv", "workforce/2025-26.csv"))}
    assert len(tables) == 4
    assert all(path.startswith("api/") for path in tables)


def test_only_pages_with_charts_fetch_what_charts_need(demo: Site) -> None:
    pages = {path: content for path, content in demo.files.items() if path.endswith(".html")}
    with_charts = {path for path, content in pages.items() if b'class="kb-plot"' in content}
    assert {path for path, content in pages.items() if STYLES in content} == with_charts
    assert "evaluation/index.html" in with_charts
    assert "index.html" not in with_charts


def test_what_is_made_up_is_never_in_the_real_network(own: Site, demo: Site) -> None:
    assert not [path for path, content in own.files.items() if b"Made-up figures" in content]
    assert not [path for path in own.files if path.startswith(("survey-rounds/2", "workforce/2"))]
    for path, content in demo.files.items():
        if path.endswith(".html"):
            assert content.count(b'class="kb-plot"') == content.count(b"kb-plot__made-up"), path
