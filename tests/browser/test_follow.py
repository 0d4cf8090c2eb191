"""A reader chooses what to follow, and takes it along as an e-mail or a file."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from playwright.sync_api import Page, expect

from tests.browser.visiting import Visitor

FOLLOW = "follow/"


def letter(page: Page) -> str:
    address = str(page.get_by_role("link", name="E-mail it to myself").get_attribute("href"))
    assert address.startswith("mailto:?subject=What%20I%20follow")
    return unquote(address.partition("&body=")[2]).replace("\r\n", "\n")


def test_what_is_chosen_is_in_an_e_mail_and_in_a_file_for_feed_readers(visit: Visitor) -> None:
    page = visit(FOLLOW)
    expect(page.get_by_role("link", name="E-mail it to myself")).to_be_hidden()
    for name in ("Supervision", "East Riding Emotional Wellbeing Service", "Trainee PWPs"):
        page.get_by_role("checkbox", name=name).check()
    expect(page.get_by_role("status").filter(has_text="You have chosen 3.")).to_be_visible()
    top = page.url.partition("follow/")[0]
    said = letter(page)
    assert f"Supervision\n{top}themes/supervision/\nFeed: {top}themes/supervision/feed.xml\n" in said
    assert f"Trainee PWPs\n{top}for-your-role/#kb-trainee-pwps\nFeed: {top}roles/trainee-pwp/feed.xml\n" in said
    with page.expect_download() as started:
        page.get_by_role("button", name="Save it for a feed reader").click()
    root = ET.fromstring(Path(started.value.path()).read_text(encoding="utf-8"))
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    outlines = [one.attrib for one in root.iter("outline")]
    chosen = ["Supervision", "East Riding Emotional Wellbeing Service", "Trainee PWPs"]
    assert [one["text"] for one in outlines] == chosen
    assert outlines[0]["xmlUrl"] == f"{top}themes/supervision/feed.xml"
    assert {one["type"] for one in outlines} == {"rss"}


def test_the_choice_is_in_the_address_and_nowhere_else(visit: Visitor) -> None:
    page = visit(FOLLOW)
    page.get_by_role("checkbox", name="Supervision").check()
    page.get_by_role("checkbox", name="Managers").check()
    expect(page).to_have_url(re.compile(r"/follow/\?theme=supervision&role=manager$"))
    assert page.url in letter(page)
    page.reload()
    assert page.get_by_role("checkbox", name="Supervision").is_checked()
    assert page.evaluate("() => localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_without_scripts_each_has_a_page_and_a_feed(visit: Visitor) -> None:
    page = visit(FOLLOW, scripts=False)
    assert page.get_by_role("checkbox").count() == 0
    assert page.get_by_role("link", name="Feed of Supervision").is_visible()
    assert page.get_by_role("link", name="Feed of Managers").is_visible()
    assert not page.get_by_role("link", name="E-mail it to myself").is_visible()
