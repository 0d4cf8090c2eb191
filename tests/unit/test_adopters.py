"""The services that took something up are shown with where each learnt it."""

from __future__ import annotations

from collections.abc import Sequence

from macros.kinds import Adoption, Initiative, Service
from macros.library.library import Library
from macros.pages.initiative import Adopter, adopters
from macros.pages.service import view
from tests.support.exporting import public, put


def chain(found: Sequence[Adopter]) -> dict[str, object]:
    return {one.service.id: chain(one.others) for one in found}


def adopted(shown: Library, *adoptions: Adoption) -> Initiative:
    picnic = shown.all_of(Initiative)["picnic"]
    put(shown, picnic, services=["apple"], adopted_by=[*adoptions])
    for service in ("cherry", "plum"):
        put(shown, shown.all_of(Service)["pear"], service, title=service.capitalize())
    return shown.all_of(Initiative)["picnic"]


def test_each_service_stands_below_the_one_it_learnt_it_from(shown: Library) -> None:
    record = adopted(
        shown,
        Adoption(service="plum", learnt_from="cherry"),
        Adoption(service="cherry", learnt_from="pear"),
        Adoption(service="pear"),
        Adoption(service="medlar", learnt_from="apple"),
    )
    assert chain(adopters(record, public(shown))) == {"pear": {"cherry": {"plum": {}}}, "medlar": {}}


def test_a_service_that_is_not_shown_takes_no_other_with_it(shown: Library) -> None:
    record = adopted(shown, Adoption(service="cherry", learnt_from="pear"), Adoption(service="pear"))
    del shown.records[Service.KIND]["pear"]
    assert chain(adopters(record, public(shown))) == {"cherry": {}}


def test_who_passed_an_initiative_of_its_own_on_has_not_adopted_it(shown: Library) -> None:
    adopted(shown, Adoption(service="pear", learnt_from="apple"))
    titles = [one.title for one in view(shown.all_of(Service)["apple"], public(shown)).below]
    assert "Adopted from others" not in titles
    assert "Adopted from others" in [one.title for one in view(shown.all_of(Service)["pear"], public(shown)).below]
