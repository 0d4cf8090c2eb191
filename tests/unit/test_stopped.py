"""What was stopped is listed with its reason, and where nothing is, the page asks."""

from __future__ import annotations

from datetime import date

from macros.kinds import Initiative, InitiativeStage
from macros.library.library import Library
from macros.library.macro_calls import MainPages
from macros.pages.stopped import stopped
from macros.schema.types import Month
from tests.support.exporting import public, put
from tests.support.rendering import renderer

FORM = "contribute/propose.md"


def page(shown: Library) -> str:
    return renderer(main_pages=MainPages(propose=FORM)).render(
        "stopped.html.j2", "stopped/", stopped=stopped(public(shown))
    )


def test_what_was_stopped_is_listed_latest_first_with_its_reason(shown: Library) -> None:
    picnic = shown.all_of(Initiative)["picnic"]
    ended = {"stage": InitiativeStage.STOPPED, "why_stopped": "It rained <every> time."}
    put(shown, picnic, "first", title="First", stopped=Month(2025, 3), **ended)
    put(shown, picnic, "second", title="Second", stopped=date(2026, 2, 3), **ended)
    found = [one.title for one in stopped(public(shown))]
    assert [title for title in found if title in ("First", "Second")] == ["Second", "First"]
    html = page(shown)
    assert html.index("Second") < html.index("First")
    assert "It rained &lt;every&gt; time." in html
    assert "3 February 2026" in html
    assert "No one has told us" not in html


def test_where_nothing_was_stopped_the_page_asks_for_it(shown: Library) -> None:
    for one in stopped(public(shown)):
        del shown.records[Initiative.KIND][one.id]
    html = page(shown)
    assert "No one has told us about anything they have stopped yet." in html
    assert '<a class="kb-button" href="../contribute/propose/?stage=stopped">Tell us what you have stopped</a>' in html
