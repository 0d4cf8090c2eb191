"""Whatever refers to a record is found from it, and it from whatever refers to it: in the pages that readers see.

The examples are from tests/networks/orchard; the last test holds for every reference of every network.
"""

from __future__ import annotations

from macros.kinds import Meeting, Service
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from tests.support.building import Site
from tests.support.project import TODAY

PICNIC, SHADE, SUN = "initiatives/picnic/", "evidence/shade-survey/", "evidence/sun-guideline/"
HARVEST, FIRST = "meetings/2026-09-harvest-meeting/", "meetings/2016-10-first-meeting/"
APPLE, MEDLAR = "services/apple/", "services/medlar/"


def test_an_initiative_and_the_service_whose_it_is(orchard: Site) -> None:
    assert orchard.page(PICNIC).fact_parts["Who does it"].links == {"Apple service": APPLE}
    assert "Picnic on the grass" in orchard.page(APPLE).under("Initiatives").titles


def test_an_initiative_and_the_service_that_took_it_up(orchard: Site) -> None:
    taken_up = orchard.page(PICNIC).under("Adopted by")
    assert taken_up.text == "Medlar service, since March 2026"
    assert taken_up.links == {"Medlar service": MEDLAR}
    assert orchard.page(MEDLAR).under("Adopted from others").titles == ["Picnic on the grass"]


def test_an_initiative_and_the_evidence_it_rests_on(orchard: Site) -> None:
    assert orchard.page(PICNIC).under("Related evidence").titles == ["What shade does to gardeners"]
    assert orchard.page(SHADE).under("Related initiatives").titles == ["Picnic on the grass"]


def test_an_initiative_and_what_somebody_of_a_service_said_about_it(orchard: Site) -> None:
    said = orchard.page(PICNIC).under("What people said")
    assert said.text == "“I look forward to it.” Gardener · Medlar service"
    assert said.links == {"Medlar service": MEDLAR}


def test_an_initiative_and_the_meetings_that_presented_it_or_opened_with_it(orchard: Site) -> None:
    agenda = orchard.page(HARVEST).under("What happened").links
    assert agenda["Picnic on the grass"] == PICNIC
    assert agenda["A hammock each"] == "initiatives/hammock/"
    assert orchard.page(PICNIC).under("Discussed at").titles == ["The harvest meeting"]
    assert orchard.page("initiatives/hammock/").under("Discussed at").titles == ["The harvest meeting"]


def test_evidence_and_the_meeting_that_discussed_it(orchard: Site) -> None:
    assert orchard.page(HARVEST).under("What happened").links["What shade does to gardeners"] == SHADE
    assert orchard.page(SHADE).under("Discussed at").titles == ["The harvest meeting"]


def test_evidence_and_evidence_that_says_otherwise_though_only_one_of_the_two_names_the_other(orchard: Site) -> None:
    assert "Other evidence disagrees: What shade does to gardeners" in orchard.page(SUN).text
    assert "Other evidence disagrees: What sun does to gardeners" in orchard.page(SHADE).text
    assert SHADE in orchard.page(SUN).links.values()
    assert SUN in orchard.page(SHADE).links.values()


def test_a_service_and_what_it_presented_whatever_that_was_about(orchard: Site) -> None:
    assert orchard.page(HARVEST).under("What happened").links["Medlar service"] == MEDLAR
    presented = orchard.page(MEDLAR).under("Presented at meetings")
    assert presented.text == "Shade, in numbers The harvest meeting · What shade does to gardeners"
    assert presented.links == {"The harvest meeting": HARVEST, "What shade does to gardeners": SHADE}
    assert orchard.page(APPLE).under("Presented at meetings").links == {
        "The harvest meeting": HARVEST,
        "Picnic on the grass": PICNIC,
    }


def test_a_service_and_the_actions_it_has_still_to_do(orchard: Site) -> None:
    assert orchard.page(HARVEST).under("Actions").links["Medlar service"] == MEDLAR
    still_to_do = orchard.page(MEDLAR).under("Open actions")
    assert still_to_do.text.startswith("Open Mend the ladder.")
    assert still_to_do.links["The harvest meeting"] == HARVEST


def test_a_topic_and_the_meeting_that_took_it_up(orchard: Site) -> None:
    suggested = orchard.page(FIRST).under("Topics suggested")
    assert "Who brings the ladder? Asked by Pear service · Discussed at The harvest meeting" in suggested.text
    assert "Who takes it home? Asked by Medlar service · Not discussed yet" in suggested.text
    taken_up = orchard.page(HARVEST).under("Topics discussed")
    assert taken_up.text == "Who brings the ladder? Asked by Pear service · Suggested at The first meeting"
    assert taken_up.links == {"Pear service": "services/pear/", "The first meeting": FIRST}


def test_a_theme_and_everything_that_is_tagged_with_it(orchard: Site) -> None:
    rest = orchard.page("themes/rest/")
    assert set(rest.under("Initiatives").titles) == {"Picnic on the grass", "A hammock each"}
    assert set(rest.under("Evidence").titles) == {"What shade does to gardeners", "What sun does to gardeners"}
    assert rest.under("Services").titles == ["Apple service"]
    assert rest.under("Themes").titles == ["Company"]
    assert orchard.page("themes/company/").fact_parts["Themes"].links == {"Rest": "themes/rest/"}
    assert orchard.page("themes/company/").under("Meetings").titles == ["The harvest meeting"]
    assert orchard.page(PICNIC).fact_parts["Themes"].links == {"Rest": "themes/rest/", "Company": "themes/company/"}


def test_related_records_share_something_and_are_not_linked_already(orchard: Site) -> None:
    related = orchard.page(PICNIC).under("Related").titles
    assert "A hammock each" in related  # it shares a theme and the service
    assert "What sun does to gardeners" in related  # it shares a theme
    assert "What shade does to gardeners" not in related  # the page says so above
    assert "Picnic on the grass" not in related


def test_every_reference_is_a_link_both_ways(any_site: Site) -> None:
    library = PublicLibrary.of(read_library(any_site.root), TODAY)
    checked = 0
    for record in library.all():
        here = f"{record.FOLDER}/{record.id}/"
        for mention in library.mentions(record):
            target = library.get(mention.kind, mention.id)
            assert target is not None
            there = f"{target.FOLDER}/{target.id}/"
            checked += 1
            assert there in any_site.page(here).links.values(), f"{here} does not link to {there}"
            # A service's page tells of what the service did, not of where it was, asked or was quoted.
            if isinstance(target, Service) and mention.field in ("attended", "topics", "quotes"):
                continue
            # Its figures are of the latest round only.
            if isinstance(target, Service) and record.ROW is not None:
                continue
            # An action that is done or dropped is on the pages of its meetings only.
            if isinstance(record, Meeting) and mention.field == "actions":
                continue
            assert here in any_site.page(there).links.values(), f"{there} does not link back to {here}"
    assert checked or not list(library.all())
