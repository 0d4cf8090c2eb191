"""From a sheet of counts to the files to publish, in the browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from macros.collate.blank_sheet import PLAIN, WORKBOOK
from macros.collate.headcounts import Choices, Known, read_headcounts
from macros.collate.workforce import Year, protected_figures
from macros.collate.workforce_files import workforce_files
from macros.kinds import Service
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from tests.browser.axe import axe_findings
from tests.browser.visiting import Visitor
from tests.support.count_sheets import FULL
from tests.support.exports import Rows, workbook
from tests.support.project import ROOT, TODAY

PAGE = "evaluation/collate-workforce/"
STARTS = "2025-04-01"
# At the start, joined, came, went, left for five places, at the end.
COUNTS = [(60, 12, 9, 10, 8, 0, 9, 1, 2, 51), (90, 20, 10, 9, 9, 12, 0, 3, 1, 86)]


def ready(visit: Visitor, rows: Rows) -> Page:
    page = visit(PAGE, width=1280, height=900, motion=False)
    page.get_by_label("The first day of the twelve months").fill(STARTS)
    page.get_by_label("The files with the counts").set_input_files(
        {"name": "counts.xlsx", "mimeType": "application/octet-stream", "buffer": workbook([FULL, *rows])}
    )
    page.get_by_role("button", name="Add up the counts").click()
    return page


def test_a_sheet_is_counted_as_the_command_counts_it(visit: Visitor) -> None:
    public = PublicLibrary.of(read_library(ROOT), TODAY)
    titles = public.titles_by_id(Service.KIND)
    [first, second] = list(titles)[:2]
    rows: Rows = [(titles[first], "PWPs", *COUNTS[0]), (titles[second], "PWPs", *COUNTS[1])]
    page = ready(visit, rows)
    expect(page.get_by_role("heading", name="The figures are ready")).to_be_focused()
    known = Known(titles, public.network.words("audiences"))
    found = read_headcounts(workbook([FULL, *rows]), known, Choices())
    year = Year(TODAY.fromisoformat(STARTS), [first, second])
    protected = protected_figures(found.lines, year, public)
    expected = workforce_files(year, protected, {"counts.xlsx": found.notes}, public, public.today)
    for name, text in expected.items():
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Save {name}").click()
        # The day on which it was added is that of the build.
        saved = Path(download.value.path()).read_text(encoding="utf-8").splitlines()
        assert [one for one in saved if not one.startswith("added:")] == [
            one for one in text.splitlines() if not one.startswith("added:")
        ]


def test_what_is_not_clear_is_asked(visit: Visitor) -> None:
    page = ready(visit, [("Ward 7", "PWPs", *COUNTS[0]), ("North Yorkshire IAPT", "Chef", *COUNTS[0]), ("", "PWPs")])
    said = page.locator(".kb-collate__files")
    expect(said).to_contain_text("It has rows of services that this site does not list: “Ward 7”: A2.")
    expect(page.get_by_role("status")).to_have_text("Nothing was counted yet. Look at the files above.")
    assert axe_findings(page) == []
    page.get_by_role("button", name="Leave these rows out").click()
    expect(said).to_contain_text("It has roles that the network does not know: “Chef”: B3.")
    expect(said.locator(".kb-collate__refused")).to_be_focused()
    page.get_by_role("button", name="Count them without a role").click()
    expect(said).to_contain_text("Rows counted without a role: 3.")
    expect(page.get_by_role("status")).to_contain_text("9 came from another service of the network and 10 went to one.")


def test_the_blank_sheet_is_there(visit: Visitor) -> None:
    page = visit("evaluation/count-leavers/", width=320, height=640, motion=False)
    for name, path in (("The blank sheet (Excel)", WORKBOOK), ("as CSV", PLAIN)):
        response = page.request.get(str(page.get_by_role("link", name=name).evaluate("one => one.href")))
        assert response.ok
        assert response.url.endswith(path)
