"""The guide for contributors on the built site: where a field, a word and a rule stand, and what leads there."""

from __future__ import annotations

import pytest

from macros.kinds import KINDS
from macros.lint.engine import rules
from tests.support.building import Site
from tests.support.reading import words

RULES = "contribute/rules/"


def anchors(site: Site, address: str) -> set[str]:
    return set(site.page(address).tree.xpath("//@id"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_an_address(own: Site, kind: str) -> None:
    assert set(KINDS[kind].model_fields) <= anchors(own, f"contribute/fields/{kind.replace('_', '-')}/")


def test_a_field_of_a_group_has_one_too(own: Site) -> None:
    assert {"quotes-text", "adopted_by-service"} <= anchors(own, "contribute/fields/initiative/")
    assert "diamond9-groups-reasons-statement" in anchors(own, "contribute/fields/meeting/")


def test_every_field_is_reached_from_the_top_of_its_page(own: Site) -> None:
    page = own.page("contribute/fields/service/")
    jump = page.tree.xpath("//nav[@aria-label='Fields on this page']")[0]
    reached = {link.get("href") for link in jump.iter("a")}
    assert {f"#{name}" for name in KINDS["service"].model_fields} <= reached


def test_a_field_is_explained(own: Site) -> None:
    text = own.page("contribute/fields/initiative/").under("Cost").text
    assert text.startswith(
        "cost What it costs, apart from people's time. One of these: free No cost apart from people's time."
    )
    assert text.endswith("cost: free")


def test_a_reference_leads_to_the_records_it_may_name(own: Site) -> None:
    services = own.page("contribute/fields/initiative/").under("Services")
    assert services.links["a page in this list"] == "services/"
    assert "Each is the last part of the address of a page in this list, such as east-riding." in services.text


def test_on_the_first_day_it_says_that_there_is_none(empty: Site) -> None:
    assert "There is none yet" in empty.page("contribute/fields/initiative/").under("Tags").text


def test_the_whole_example_is_a_file(own: Site) -> None:
    example = own.page("contribute/fields/initiative/").under("An example to copy").of_class("kb-example")[0]
    text = example.text_content()
    assert text.startswith("---\ntitle: Shared lunch on Wednesdays\n")
    assert "\n---\n\n## What happens\n\n" in text


def test_the_words_are_listed_with_what_they_are_for(own: Site) -> None:
    page = own.page("contribute/words/")
    assert (
        "Who an initiative may be for, or evidence about. Used in: Initiative: Audience; Evidence: Audience."
        in page.under("Audiences").text
    )
    themes = page.under("Themes")
    assert themes.links["Peer support"] == "themes/peer-support/"
    assert "People also say: lunch break" in themes.text
    assert "IAPT, Improving Access to Psychological Therapies" in page.under("Words that mean the same").text


def test_every_rule_has_the_address_that_messages_lead_to(own: Site) -> None:
    assert set(rules()) <= anchors(own, RULES)


def test_a_rule_says_what_it_asks_and_why_and_shows_it(own: Site) -> None:
    rule = own.page(RULES).under("Choice unknown")
    assert rule.text.startswith("choice-unknown Stops publication A value is one of the choices that its field offers.")
    assert "The site's lists and filters are made from these words." in rule.text
    assert 'The check says: "estabished" is not one of the words for "stage".' in rule.text
    bad, good = (words(one) for one in rule.of_class("kb-example"))
    assert ("estabished" in bad, "established" in good) == (True, True)


def test_a_warning_is_shown_as_one(own: Site) -> None:
    assert own.page(RULES).under("Review overdue").text.startswith("review-overdue Warning")


def test_what_is_dangerous_is_shown_and_does_nothing(own: Site) -> None:
    assert "We eat <b>together</b>." in own.page(RULES).under("Markup unsafe").text
