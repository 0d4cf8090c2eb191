"""What the pages show: fact boxes, services, champions, actions, meetings, themes and what is new."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lxml import html

from macros.kinds import Champion, Service
from macros.library.library import read_library
from tests.support.building import EMPTY, NETWORKS, Site, Sites
from tests.support.project import ROOT, TODAY
from tests.support.reading import Part, with_class, words

PIPPIN_LEAVES = date(2026, 12, 10)


# Fact boxes.


def test_the_fact_box_of_an_initiative(orchard: Site) -> None:
    facts = orchard.page("initiatives/picnic/").facts
    assert facts == {
        "Who does it": "Apple service",
        "Started": "October 2016",
        "For": "Staff",
        "Where": "Team meeting",
        "Time it takes": "30 minutes each time",
        "Cost": "No cost apart from people's time.",
        "Level": "Organisational",
        "HSE area": "Support",
        "Themes": "Rest Company",
        "Ask": "picnic@apple.example.invalid",
        "Added": "13 January 2026",
        "Looked after by": "Apple service",
        "Next review due": "13 January 2027",
    }


def test_an_area_that_it_may_improve_leads_to_the_page_that_explains_it(own: Site) -> None:
    page = own.page("initiatives/supervision-contract/")
    assert page.facts["HSE area"] == "Support"
    [link] = page.tree.xpath("//dd//a[normalize-space()='Support']")
    assert link.get("href") == "../../evaluation/what-to-try/#kb-support"
    assert own.page("evaluation/what-to-try/").tree.xpath("//h2[@id='kb-support']")


def test_an_initiative_that_says_little_has_a_short_fact_box(orchard: Site) -> None:
    page = orchard.page("initiatives/hammock/")
    assert list(page.facts) == [
        "Suggested by",
        "Themes",
        "Evidence",
        "Source",
        "Added",
        "Looked after by",
        "Next review due",
    ]
    assert page.facts["Evidence"] == "None listed yet"
    assert page.links["Tell us"] == "contribute/propose/"
    for heading in ("What people said", "Related evidence", "Adopted by"):
        assert not page.has(heading)
    facts = {entry.title: entry.facts for entry in orchard.page("initiatives/").entries}
    assert "no related evidence listed yet" in facts[page.h1]


def test_an_initiative_that_stopped_says_why_before_anything_else(orchard: Site) -> None:
    page = orchard.page("initiatives/race/")
    assert "This stopped in September 2025. The barrow was stolen." in page.text
    assert page.facts["Stopped"] == "September 2025"


def test_the_fact_box_of_evidence(orchard: Site) -> None:
    page = orchard.page("evidence/shade-survey/")
    assert page.facts["Kind"] == "Survey"
    assert page.facts["Strength"] == "2 of 5. Nobody was asked."
    assert page.facts["How we checked it"] == "We have read all of it."
    assert page.facts["Reference"] == "Sample Author (2014). Shade. Journal of made-up research 1(1)."
    assert list(page.fact_parts["Reference"].links.values()) == ["https://doi.org/10.1234/shade"]
    assert page.facts["Sample size"] == "1,201"
    assert page.under("What it asked").text == "Does shade help?"
    assert page.under("What it found").text == "It helped 68.6% of them."
    assert page.under("Limits").text == "It is made up."


def test_the_strength_of_evidence_is_said_in_words_and_shown_by_marks_that_are_not_read_out(orchard: Site) -> None:
    page = orchard.page("evidence/shade-survey/")
    assert filled(page.fact_parts["Strength"]) == [2]
    for address in ("evidence/", "initiatives/picnic/", "themes/rest/pack/"):
        [line] = [one for one in orchard.page(address).of_class("kb-entry__facts") if "Survey, 2014" in words(one)]
        assert words(line).endswith("Strength 2 of 5")
        assert filled(Part(address, [line])) == [2]


def filled(part: Part) -> list[int]:
    """How many of the five marks are filled, wherever marks are."""
    numbers = []
    for drawing in part.of_class("kb-strength"):
        assert drawing.get("aria-hidden") == "true"
        every, full = (path.get("d") for path in drawing.iter("path"))
        assert every.count("z") == 5
        assert every.startswith(full)
        numbers.append(full.count("z"))
    return numbers


def test_a_guideline_recommends_and_a_survey_finds(orchard: Site, own: Site) -> None:
    guideline, survey = orchard.page("evidence/sun-guideline/"), orchard.page("evidence/shade-survey/")
    assert (guideline.has("What it recommends"), guideline.has("What it found")) == (True, False)
    assert (survey.has("What it recommends"), survey.has("What it found")) == (False, True)
    assert guideline.facts["How we checked it"] == "We have read a summary, or part of it."
    assert own.page("evidence/taylor-2022-mindfulness-app/").facts["How we checked it"] == "We have read the abstract."


def test_evidence_that_no_one_has_seen_has_no_strength_and_is_not_to_be_presented(own: Site) -> None:
    page = own.page("evidence/member-masters-research/")
    assert page.facts["Strength"] == "Not rated. We have not seen it."
    assert filled(page.fact_parts["Strength"]) == []
    assert not page.has("Could you present this?")
    assert own.page("evidence/westwood-2017-burnout/").has("Could you present this?")


def test_who_tried_something_is_said_in_a_tense_that_fits_its_stage(own: Site, orchard: Site) -> None:
    assert own.page("initiatives/yoga-sessions/").facts["Who has tried it"] == "North Yorkshire IAPT"
    assert orchard.page("initiatives/race/").facts["Who tried it"] == "Apple service"


def test_an_initiative_says_that_it_is_the_networks_own_or_that_no_service_is_named(own: Site) -> None:
    assert own.page("initiatives/shared-lunch/").facts["Who does it"] == "No service is named."
    assert own.page("initiatives/members-present-initiatives/").facts["Who does it"] == "Senior PWP Network"
    assert own.page("initiatives/diamond-9-opener/").facts["Who has tried it"] == "Senior PWP Network"


def test_the_foot_of_a_page_says_who_publishes_it_and_whose_it_is_not(own: Site, orchard: Site) -> None:
    network = "the Yorkshire and the Humber Senior Psychological Wellbeing Practitioner Network"
    assert published(own) == f"Published by {network}. This is not an NHS England website."
    assert published(orchard) == "Published by the First Day Network."
    assert orchard.files_with("not an NHS England website") == []


def published(site: Site) -> str:
    return words(html.fromstring(site.files["initiatives/index.html"]).xpath("//footer//p")[0])


def test_evidence_of_no_year_says_so(orchard: Site) -> None:
    page = orchard.page("evidence/sun-guideline/")
    assert page.facts["Reference"] == "Sample Author (no date). Sun. A made-up publisher."
    assert "Sample size" not in page.facts
    assert not page.has("Limits")


def test_the_page_of_a_meeting(orchard: Site) -> None:
    page = orchard.page("meetings/2026-09-harvest-meeting/")
    assert page.facts["Date"] == "10 September 2026"
    assert page.facts["Time"] == "1:30pm to 4pm"
    assert page.facts["Place"] == "Under the big tree"
    assert "Safety Ladders Led by Apple service" in page.under("What happened").text
    assert page.under("Decisions").text == "The ladder is shared."
    actions = page.under("Actions").text
    assert "Done Paint the gate." in actions
    assert "Overdue Count the trees." in actions
    assert "Open Mend the ladder." in actions
    assert "Dropped Buy a barrow. Why: The last one was stolen." in actions


def test_a_meeting_to_come_has_an_agenda_and_nothing_that_has_not_happened(orchard: Site) -> None:
    page = orchard.page("meetings/2026-12-winter-meeting/")
    agenda = page.under("Agenda").text
    assert agenda.startswith(
        "9am 30 minutes Safety Ice Led by Medlar service 9:30am 15 minutes Open actions Apple service"
    )
    assert "Count the trees. Overdue Due 15 October 2026" in agenda
    assert agenda.endswith("11:55am 5 minutes Any other business and close")
    for heading in ("What happened", "Decisions", "Actions", "Topics suggested", "Topics discussed", "Diamond 9"):
        assert not page.has(heading)


def test_how_a_group_ranked_the_cards_is_a_picture_and_a_table_with_its_reasons(orchard: Site) -> None:
    page = orchard.page("meetings/2026-09-harvest-meeting/")
    part = page.under("Diamond 9")
    assert (
        "What matters most in an orchard? One group ranked nine cards. This is how this group ranked them" in part.text
    )
    assert "It is not a measurement." in part.text
    table = part.of_class("kb-d9-table")[0]
    rows = [[words(cell) for cell in row] for row in table.iter("tr")]
    assert rows[0] == ["Place", "Card", "Points", "Middle place", "Table 1: row"]
    assert rows[1] == ["1", "A Enough rest.", "5.0", "1.0", "1"]
    assert rows[3] == ["=2 (tied)", "C Enough tools.", "4.0", "2.5", "2"]
    assert rows[9] == ["9", "I Enough fun.", "1.0", "9.0", "5"]
    assert rows[10][1:4] == ["All nine cards", "27", "45"]
    drawing = page.under("Its diamond").of_class("kb-d9-drawing")[0]
    assert words(drawing.find("desc")) == "Row 1: A; row 2: B, C; row 3: E, D, F; row 4: H, G; row 5: I."
    assert "I Enough fun. It comes by itself. Table 1, row 5" in page.under("Reasons").text
    assert part.links["Rank these cards on screen"] == "diamond-9/?cards=2026-09-harvest-meeting"
    assert part.links["Compare with other meetings"] == "diamond-9-over-time/"


# Months.


def dated(site: Site, day: str) -> list[str]:
    """The files that name a day, but for feeds: one with no entries is as old as the network."""
    return [file for file in site.files_with(day) if not file.endswith("feed.xml")]


def test_a_month_is_shown_as_a_month(orchard: Site) -> None:
    assert orchard.page("meetings/2016-10-first-meeting/").facts["Date"] == "October 2016"
    assert orchard.page("initiatives/picnic/").facts["Started"] == "October 2016"
    assert "since October 2016" in orchard.page("services/apple/").text
    assert orchard.files_with("October 2016")
    assert orchard.files_with("1 October 2016") == []
    assert dated(orchard, "2016-10-01") == []


def test_the_first_meeting_of_the_project_was_in_a_month(own: Site) -> None:
    assert own.page("meetings/2016-10-inaugural-meeting/").facts["Date"] == "October 2016"
    assert own.files_with("1 October 2016") == []
    assert dated(own, "2016-10-01") == []


# Services.


def test_the_page_of_a_service_that_does_everything(orchard: Site) -> None:
    page = orchard.page("services/apple/")
    assert page.facts["Area"] == "North"
    assert page.facts["Run by"] == "Orchard trust"
    assert page.facts["Formerly"] == "Apple IAPT"
    assert page.fact_parts["Website"].links == {"https://example.invalid/apple": "https://example.invalid/apple"}
    assert page.fact_parts["Contact"].links == {"team@apple.example.invalid": "mailto:team@apple.example.invalid"}
    assert [(one.text, one.count) for one in page.headings] == [
        ("Apple service", None),
        ("Safety champions", None),
        ("Initiatives", None),
        ("In use", 1),
        ("Tried or being tried", 1),
        ("Idea", 1),
        ("Stopped", 1),
        ("Presented at meetings", None),
        ("Open actions", None),
        ("Actions recently done or dropped", None),
    ]
    assert page.under("In use").titles == ["Picnic on the grass"]
    assert page.under("Stopped").titles == ["Barrow race"]


def test_the_page_of_a_service_that_does_nothing(orchard: Site) -> None:
    page = orchard.page("services/pear/")
    assert [one.text for one in page.headings] == ["Pear service", "Safety champions"]
    assert (
        page.under("Safety champions").text
        == "No one is listed yet. Are you a safety champion here, and would you like to be listed? Tell us."
    )


def test_the_page_of_a_service_that_has_left(orchard: Site) -> None:
    page = orchard.page("services/quince/")
    assert "This service is no longer part of First Day." in page.text
    assert not page.has("Safety champions")
    assert orchard.page("services/").under("No longer in the network").titles == ["Quince service"]


def test_services_are_listed_by_area(orchard: Site) -> None:
    page = orchard.page("services/")
    assert [(one.text, one.count) for one in page.headings[1:]] == [
        ("North", 2),
        ("South", 1),
        ("No longer in the network", 1),
    ]
    assert page.under("North").titles == ["Apple service", "Pear service"]
    assert "is listed yet" not in page.text, "no area is without a service"


# Actions: the latest held meeting that speaks of one says how it stands.


def test_open_actions_are_listed_by_age_and_by_service_and_what_has_ended_apart(orchard: Site) -> None:
    page = orchard.page("actions/")
    assert [one.text for one in page.headings] == [
        "Open actions",
        "Open for longest",
        "By service",
        "Apple service",
        "Medlar service",
        "Recently done or dropped",
    ]
    assert "2 actions are open, 1 of them overdue." in page.text
    apple = page.under("Apple service")
    assert (
        "Overdue Count the trees. Due 15 October 2026, 39 days overdue · Agreed in October 2016 at The first meeting · "
        "Carried over 1 meeting · Last discussed at The harvest meeting"
    ) in apple.text
    calendar = "https://orchard.example.org/services/apple/actions.ics".replace("https", "webcal")
    assert apple.links["Subscribe to the due dates of actions of Apple service"] == calendar
    assert "10 years ago" in page.under("Open for longest").text
    for gone in (
        "Paint the gate. Apple service · Done 1 September 2026",
        "Buy a barrow. Why: The last one was stolen.",
    ):
        assert gone in page.under("Recently done or dropped").text


def test_the_item_of_every_meeting_is_followed_with_its_gaps(orchard: Site) -> None:
    page = orchard.page("standing-item/")
    assert [one.text for one in page.headings] == [
        "Standing item",
        "Since October 2016",
        "October 2016: The first meeting",
        "10 September 2026: The harvest meeting",
    ]
    first, harvest = page.under("October 2016: The first meeting"), page.under("10 September 2026: The harvest meeting")
    assert "Led by Network chair There is no record of what followed." in first.text
    assert "2 meetings on record." in page.text
    assert "No meeting on record from January 2017 to June 2026." in page.text
    assert "Initiative: Picnic on the grass" in harvest.text
    assert "Decision: Nobody climbs alone." in harvest.text
    assert "What our picnics taught us: Picnic on the grass" in harvest.text
    own = orchard.page("meetings/2026-09-harvest-meeting/").under("Safety: what followed")
    assert "Decision: Nobody climbs alone." in own.text


def test_an_action_is_open_done_or_overdue_as_of_today(sites: Sites) -> None:
    site = sites.get("orchard-in-spring", EMPTY, NETWORKS / "orchard", day=date(2027, 1, 2))
    assert "Overdue Mend the ladder." in site.page("services/medlar/").under("Open actions").text


# Champions.


def test_the_directory_says_who_in_which_service_and_how_to_reach_them(orchard: Site) -> None:
    page = orchard.page("champions/")
    assert [one.text for one in page.headings] == ["Safety champions", "North", "South", "Over time"]
    north = page.under("North").text
    assert "Sample Champion Pippin, Team manager safety@apple.example.invalid · since October 2016" in north
    assert page.under("North").links["safety@apple.example.invalid"] == "mailto:safety@apple.example.invalid"
    assert "1 of 3 services has a safety champion." in page.text
    nobody = "There is no one to ask in South yet. Ask in North, or add your service."
    assert page.text.count("no one to ask") == page.text.count(nobody) == 1


def test_a_service_without_a_champion_is_listed_as_a_gap(orchard: Site) -> None:
    services = {words(next(one.iter("a"))): words(one) for one in orchard.page("champions/").of_class("kb-entry")}
    assert services["Pear service"] == "Pear service No safety champion listed"
    assert "No safety champion listed" in services["Medlar service"]
    assert "No safety champion listed" not in services["Apple service"]


def test_a_service_that_has_left_is_no_gap(orchard: Site) -> None:
    assert "Quince service" not in orchard.page("champions/").text


def test_a_champion_whose_consent_has_ended_is_nowhere(orchard: Site) -> None:
    assert orchard.files_with("Russet") == []


@pytest.mark.parametrize(
    ("day", "is_shown"),
    [(PIPPIN_LEAVES - timedelta(1), True), (PIPPIN_LEAVES, False), (PIPPIN_LEAVES + timedelta(1), False)],
    ids=["the-day-before", "the-day-itself", "the-day-after"],
)
def test_consent_ends_at_the_start_of_its_last_day(sites: Sites, day: date, is_shown: bool) -> None:
    site = sites.get(f"orchard-on-{day}", EMPTY, NETWORKS / "orchard", day=day)
    shown_in = set(site.files_with("Sample Champion Pippin"))
    if is_shown:
        assert {"champions/index.html", "services/apple/index.html"} <= shown_in
    else:
        assert shown_in == set()
        assert site.files_with("safety@apple.example.invalid") == []
        assert "No one is listed yet. Are you a safety champion here," in site.page("services/apple/").text


def _champions() -> list[tuple[Service, Champion]]:
    services = read_library(ROOT / "demo").all_of(Service).values()
    return [(service, champion) for service in services for champion in service.champions]


def test_nobody_is_named_without_consent(demo: Site) -> None:
    shown = [champion for _, champion in _champions() if champion.may_be_shown(TODAY)]
    hidden = [champion for _, champion in _champions() if not champion.may_be_shown(TODAY)]
    assert "Made-up Champion D" in [champion.name for champion in hidden]
    for champion in hidden:
        assert demo.files_with(champion.name) == []
        if champion.contact not in [one.contact for one in shown]:
            assert demo.files_with(champion.contact) == []
    for champion in shown:
        assert "champions/index.html" in demo.files_with(champion.name)


# Themes.


def test_themes_are_listed_by_group_with_the_number_of_records_that_their_pages_list(any_site: Site) -> None:
    for entry in any_site.page("themes/").entries:
        page = any_site.page(entry.address)
        counts = [one.count for one in page.headings if one.count is not None]
        number = sum(counts)
        assert len(page.under("On this theme").entries if counts else []) == number
        assert entry.facts == ("1 record" if number == 1 else f"{number} records" if number else "Nothing yet")


def test_a_theme_that_nothing_is_tagged_with_has_no_empty_list(orchard: Site) -> None:
    assert [one.text for one in orchard.page("themes/silence/").headings] == ["Silence", "Be the first"]
    assert {entry.title: entry.facts for entry in orchard.page("themes/").entries}["Silence"] == "Nothing yet"


def test_a_theme_without_an_initiative_asks_for_one(any_site: Site) -> None:
    for entry in any_site.page("themes/").entries:
        headings = [one.text for one in any_site.page(entry.address).headings]
        asks, has_initiatives = "Be the first" in headings, "Initiatives" in headings
        assert asks != has_initiatives or entry.badges, entry.title


# Lists and the home page.


def test_initiatives_are_listed_by_how_far_they_have_come(orchard: Site) -> None:
    stages = [one.text for one in orchard.page("initiatives/").headings[1:]]
    assert stages == ["In use", "Tried or being tried", "Idea", "Stopped"]


def test_meetings_to_come_are_listed_first_and_the_next_before_the_others(orchard: Site) -> None:
    page = orchard.page("meetings/")
    assert [(one.text, one.count) for one in page.headings[1:]] == [("To come", 2), ("2026", 1), ("2016", 1)]
    assert page.under("To come").titles == ["The winter meeting", "The spring meeting"]


def test_evidence_is_listed_by_kind_in_the_order_of_the_network(orchard: Site) -> None:
    assert [one.text for one in orchard.page("evidence/").headings[1:]] == ["Guideline", "Survey"]


def test_the_home_page_tells_of_the_next_meeting(orchard: Site) -> None:
    meeting = orchard.page("").under("The next meeting")
    assert meeting.text.startswith("10 December 2026, 9am to midday The winter meeting")
    assert meeting.text.endswith("Safety: Ice Put it in your calendar")
    assert "meetings/2026-12-winter-meeting/" in meeting.links.values()


@pytest.mark.parametrize(
    ("day", "title"), [(date(2026, 12, 10), "The winter meeting"), (date(2026, 12, 11), "The spring meeting")]
)
def test_a_meeting_is_the_next_until_its_day_has_passed(sites: Sites, day: date, title: str) -> None:
    site = sites.get(f"orchard-on-{day}", EMPTY, NETWORKS / "orchard", day=day)
    assert title in site.page("").under("The next meeting").links


def test_the_home_page_tells_what_is_new_the_newest_first(orchard: Site) -> None:
    news = orchard.page("").under("What is new")
    newest, second = news.entries[:2]
    assert (newest.title, newest.facts) == ("What shade does to gardeners", "Updated 2 October 2026")
    assert newest.summary == "The numbers were corrected."
    assert second.facts == "Added 17 September 2026"
    assert len(news.entries) == 6


def test_the_home_page_counts_what_there_is(orchard: Site) -> None:
    counts = [words(one) for one in with_class(orchard.page("").article, "kb-counts")[0].iter("li")]
    assert counts[0] == "4 initiatives"
    assert [one.split(" ", 1)[1] for one in counts] == [
        "initiatives",
        "meetings on record",
        "pieces of evidence",
        "services",
        "themes",
    ]


def test_one_of_something_is_not_several(welsh: Site) -> None:
    counts = [words(one) for one in with_class(welsh.page("").article, "kb-counts")[0].iter("li")]
    assert counts == ["1 initiative", "1 meeting on record", "1 piece of evidence", "1 service", "1 theme"]
