"""Each role that the network names finds what is meant for it first, and then what is for everyone."""

from __future__ import annotations

from macros.kinds import Evidence, Initiative, InitiativeStage
from macros.library.library import Library
from macros.pages.parts import in_sentence
from macros.pages.roles import Role, roles
from tests.support.cases import for_each
from tests.support.exporting import public, put


def found(shown: Library, label: str) -> Role:
    return next(one for one in roles(public(shown)) if one.label == label)


def titles(role: Role) -> list[str]:
    return [one.record.title for one in role.to_try]


def alone(shown: Library, **initiatives: dict[str, object]) -> tuple[str, str]:
    """Leave only these initiatives. Returns the first role of the network: its word and its label."""
    picnic = next(iter(shown.all_of(Initiative).values()))
    shown.records[Initiative.KIND].clear()
    usual = {"audience": [], "stage": InitiativeStage.TRYING, "minutes": 10, "evidence": [], "replaced_by": []}
    for name, values in initiatives.items():
        put(shown, picnic, name, title=name.capitalize(), **usual | values)
    return next(iter(shown.network.audiences.items()))


def test_the_roles_are_those_of_the_network_and_its_champions(shown: Library) -> None:
    labels = [one.label for one in roles(public(shown))]
    assert labels[:-1] == [*shown.network.audiences.values()]
    assert labels[-1].lower() == shown.network.champions.many


def test_what_is_for_a_role_comes_before_what_is_for_everyone_and_nothing_for_others(shown: Library) -> None:
    word, label = alone(shown, quick={"minutes": 2})
    alone(
        shown,
        everyone={"minutes": 1},
        own={"audience": [word]},
        others={"audience": ["others"]},
        ended={"audience": [word], "stage": InitiativeStage.STOPPED},
    )
    role = found(shown, label)
    assert (titles(role), role.is_own) == (["Own", "Everyone"], True)


def test_a_role_that_nothing_is_meant_for_asks_for_it(shown: Library) -> None:
    _, label = alone(shown, everyone={})
    role = found(shown, label)
    assert (titles(role), role.is_own, role.more_to_try) == (["Everyone"], False, None)


@for_each(("label", "inside"), [("Managers", "managers"), ("PWPs", "PWPs"), ("Senior PWPs", "senior PWPs")])
def test_a_label_keeps_the_capitals_of_an_abbreviation_in_a_sentence(label: str, inside: str) -> None:
    assert in_sentence(label) == inside


def test_a_long_list_leads_to_all_of_it(shown: Library) -> None:
    word, _ = alone(shown, one={})
    _, label = alone(shown, **{f"number{one}": {"audience": [word], "minutes": one} for one in range(1, 7)})
    role = found(shown, label)
    assert titles(role) == ["Number1", "Number2", "Number3"]
    assert role.more_to_try
    assert (role.more_to_try.text, role.more_to_try.after) == (
        f"See all 6 initiatives for {in_sentence(label)}",
        f"?audience={word}",
    )


def test_evidence_about_a_role_comes_before_that_behind_what_it_can_try(shown: Library) -> None:
    survey = shown.all_of(Evidence)["shade-survey"]
    shown.records[Evidence.KIND].clear()
    word, label = alone(shown, own={"evidence": ["behind"]})
    for name, strength, audience in (("about", 1, [word]), ("behind", 5, []), ("neither", 5, [])):
        put(shown, survey, name, title=name, strength=strength, audience=audience, conflicts_with=[])
    assert [one.record.title for one in found(shown, label).to_read] == ["about", "behind"]
