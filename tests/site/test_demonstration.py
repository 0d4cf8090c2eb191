"""The demonstration says everywhere that it is one, keeps out of the way, and has something for every state to show."""

from __future__ import annotations

from datetime import date

from macros.kinds import KINDS, Evidence, Initiative, InitiativeStage, Meeting, MeetingStage, Service
from macros.library.due import consents_ending, reviews_due
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.library.today import today_in
from tests.support.building import Site
from tests.support.project import ROOT, TODAY
from tests.support.reading import with_class, words

DEMONSTRATION = ROOT / "demo"
BANNER = (
    "This is a demonstration. Everything here is made up, and the date is always 23 November 2026. Go to the real site"
)


def test_every_page_says_so_and_asks_search_engines_to_leave_it_out(demo: Site) -> None:
    for page in demo.pages:
        assert [words(one) for one in with_class(page.tree, "kb-demonstration")] == [BANNER], page.address
        assert page.tree.xpath("//meta[@name='robots']/@content") == ["noindex"], page.address
    real = demo.address.removesuffix("demo/")
    assert with_class(demo.page("services/").tree, "kb-demonstration")[0].xpath(".//a/@href") == [real]


def test_the_real_site_does_not_and_leads_to_it(own: Site) -> None:
    for page in own.pages:
        assert with_class(page.tree, "kb-demonstration") == [], page.address
    for address in ("", "contribute/"):
        assert own.page(address).links["The demonstration"] == f"{own.address}demo/"


def test_nothing_in_it_leads_to_where_records_are_changed(demo: Site) -> None:
    assert [path for path in demo.files_with("github.com") if path.endswith(".html")] == []
    assert [path for path in demo.files if path.startswith("admin/")] == []


def test_its_calendars_keep_no_time_free(demo: Site) -> None:
    calendars = [held for path, held in demo.files.items() if path.endswith(".ics")]
    assert any(b"BEGIN:VEVENT" in held for held in calendars)
    assert not any(b"TRANSP:OPAQUE" in held or b"STATUS:CONFIRMED" in held for held in calendars)


def test_it_stands_still() -> None:
    assert today_in(read_library(DEMONSTRATION).network) == date(2026, 11, 23)


def test_it_has_something_for_every_state_to_show() -> None:
    public = PublicLibrary.of(read_library(DEMONSTRATION), TODAY)
    for kind, model in KINDS.items():
        assert any(record.is_retired for record in public.records[kind].values()) or not model.IS_REVIEWED, kind
    initiatives, services = public.all_of(Initiative).values(), public.all_of(Service).values()
    assert {one.stage for one in initiatives} == set(InitiativeStage)
    assert {one.stage for one in public.all_of(Meeting).values()} == set(MeetingStage)
    assert {one.strength for one in public.all_of(Evidence).values()} == {1, 2, 3, 4, 5}
    assert {one.kind for one in public.all_of(Evidence).values()} == set(public.network.evidence_kinds)
    assert any(one.quotes and one.adopted_by for one in initiatives)
    assert any(one.opens_meetings for one in initiatives)
    assert public.next_meeting is not None
    assert any(one.diamond9 and one.diamond9.groups for one in public.all_of(Meeting).values())
    ended = {(one.latest.done is not None, one.latest.dropped is not None) for one in public.action_histories.values()}
    assert ended == {(False, False), (True, False), (False, True)}
    assert any(one.survived for one in public.open_actions)
    assert any(one.latest.due and one.latest.due < TODAY for one in public.open_actions)
    assert any(one.champions for one in services)
    assert any(one.past_champions for one in services)
    assert any(one.active and not one.champions for one in services)
    assert consents_ending(public, TODAY)
    assert any(one.is_overdue for one in reviews_due(public, TODAY))
