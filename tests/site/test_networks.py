"""The same code shows other networks: one in Wales, and one on its first day."""

from __future__ import annotations

import re

import pytest
from lxml import html

from macros.kinds import KINDS
from tests.support.any_network import OF_ALL_NETWORKS, without_roles
from tests.support.building import Site, Sites, recipe
from tests.support.project import ROOT
from tests.support.reading import words

# Another network.


def test_another_network_has_its_own_name_and_words(welsh: Site) -> None:
    assert welsh.page("").title == "Croeso - Rhwydwaith Dysgu"
    assert welsh.page("").tree.get("lang") == "cy"
    assert "Croeso i Rhwydwaith Dysgu Gwynedd ac Ynys Môn." in welsh.page("").text
    tabs = [words(tab) for tab in welsh.page("").tree.xpath("//nav[@class='kb-nav']//a")]
    assert tabs == ["Hafan", "Syniadau", "Tystiolaeth", "Cyfarfodydd", "Timau", "Themâu", "Holiaduron", "Cyfrannu"]


def test_another_network_has_its_own_areas_and_vocabularies(welsh: Site) -> None:
    assert welsh.page("services/tim-llyn/").h1 == "Tîm Llŷn"
    assert welsh.page("services/").under("Gwynedd").titles == ["Tîm Llŷn"]
    assert "Ynys Môn: no service is listed yet. Do you work in one?" in welsh.page("services/").text
    facts = welsh.page("initiatives/paned-a-sgwrs/").facts
    assert facts["Who has tried it"] == "Tîm Llŷn"
    assert facts["For"] == "Pawb"
    assert facts["Where"] == "Cegin y tîm"
    assert facts["Level"] == "Tîm"
    assert facts["HSE area"] == "Cefnogaeth"
    assert welsh.page("evidence/").has("Adroddiad")
    assert welsh.page("themes/").has("Llais a lle")


def test_another_network_has_its_own_standing_item(welsh: Site) -> None:
    happened = welsh.page("meetings/2026-03-pwllheli/").under("What happened")
    assert "Learning Beth ddysgais i ddoe Led by Tîm Llŷn" in happened.text


def test_another_network_calls_its_champions_as_it_likes(welsh: Site) -> None:
    """A name in capitals inside stays as it is: the GIG is what the NHS is called in Welsh."""
    assert welsh.page("services/tim-llyn/").has("Pencampwyr dysgu'r GIG")
    directory = welsh.page("pencampwyr/")
    assert "Does your service have a pencampwr dysgu'r GIG?" in directory.text
    assert not directory.has("Gwynedd")


def test_another_network_has_its_main_pages_where_it_likes(welsh: Site) -> None:
    frame = html.fromstring(welsh.files["themes/index.html"])
    addresses = {link.text_content().strip(): link.get("href") for link in frame.iter("a")}
    assert addresses["Chwilio /"] == "../chwilio/"
    [dialog] = frame.iter("dialog")
    assert addresses["A to Z"] == dialog.get("data-all") == "../a-i-y/"
    [form] = dialog.iter("form")
    assert form.get("action") == "../chwilio/"
    assert welsh.page("contribute/meysydd/").links["Menter"] == "contribute/meysydd/menter/"
    assert "search/index.html" not in welsh.files


def test_another_network_has_its_own_colours(welsh: Site) -> None:
    assert b"#00703c" in welsh.files["assets/network.css"]


@pytest.mark.parametrize("word", ["Yorkshire", "Humber", "PWP", "wellbeing", "psychological"])
def test_another_network_says_nothing_of_this_one(welsh: Site, word: str) -> None:
    """Its list of fields neither, whose examples stand in macros/kinds/."""
    searched = {path: without_roles(path, held).lower() for path, held in welsh.files.items()}
    assert {path for path, held in searched.items() if word.lower().encode() in held} <= OF_ALL_NETWORKS


def test_the_fields_of_another_network_have_its_own_words_as_examples(welsh: Site) -> None:
    text = welsh.page("contribute/meysydd/gwasanaeth/").text
    assert "The area it is in. One of these: gwynedd Gwynedd ynys-mon Ynys Môn area: gwynedd" in text


# The first day.


def test_every_list_of_the_first_day_says_how_to_start(empty: Site) -> None:
    for kind in KINDS.values():
        page = empty.page(f"{kind.FOLDER}/")
        assert re.search(r"There are no [a-z ]+ yet\. Add the first one\.", page.text)
        assert page.links["Add the first one"] == "contribute/"
        assert [one.level for one in page.headings] == [1]


def test_the_home_page_of_the_first_day(empty: Site) -> None:
    page = empty.page("")
    assert page.under("The next meeting").text == ("The date of the next meeting has not been published here yet.")
    assert page.under("The next meeting").links == {"Tell us": "contribute/"}
    assert page.under("What is new").text == "Nothing has been added yet. Add the first record."
    assert page.under("What is new").links == {"Add the first record": "contribute/"}


def test_the_champions_and_actions_of_the_first_day(empty: Site) -> None:
    champions = empty.page("champions/")
    assert (
        "There are no services yet, so there are no safety champions to list. Add the first service." in champions.text
    )
    assert champions.links["Add the first service"] == "contribute/"
    actions = empty.page("actions/")
    assert (
        "We have no open actions on record. When a meeting agrees one and its minutes are added, it appears here until it is done or "
        "dropped. Is one missing? Tell us." in actions.text
    )
    assert actions.links["Tell us"] == "contribute/"


@pytest.mark.parametrize("nonsense", [r"\b0 of 0\b", r"\(\)", r": *$", r"\b1 [a-z]+s yet\b"])
def test_no_page_of_the_first_day_says_nonsense(empty: Site, nonsense: str) -> None:
    for page in empty.pages:
        assert not re.search(nonsense, page.text), page.address


def test_each_network_is_built_by_the_same_code(sites: Sites) -> None:
    for name in ("own", "welsh", "empty"):
        assert (recipe(sites, name).root / "macros").resolve() == ROOT / "macros"
