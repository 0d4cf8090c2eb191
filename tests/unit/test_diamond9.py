"""What becomes of the diamonds of several groups: means that add up, ties that are ties, and meetings side by side."""

from __future__ import annotations

import gzip
import random
import re
import shutil
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from macros.builder.scripts import without_comments
from macros.kinds import Diamond9, Meeting
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.lint.rules.diamond_incomplete import ROWS
from macros.pages.diamond9 import exercise, meeting_ranking, standings
from macros.pages.diamond9_drawing import Drawing, heights_of, tenths
from macros.pages.diamond9_years import comparison
from macros.pages.parts import Item
from macros.schema.network import Cards
from macros.schema.types import in_words
from tests.support.project import ROOT, TODAY

CARDS = [f"card-{letter}" for letter in "abcdefghi"]


def diamond(*orders: Sequence[str], question: str = "What matters?", texts: str = "Card") -> Diamond9:
    """Groups that laid the cards out in these orders, from the top to the bottom."""
    groups = []
    for number, order in enumerate(orders, 1):
        left = list(order)
        rows = [[left.pop(0) for _ in range(length)] for length in ROWS]
        groups.append({"name": f"Table {number}", "rows": rows, "reasons": [{"statement": order[0], "text": "Yes."}]})
    statements = [{"id": card, "text": f"{texts} {card[-1]}."} for card in CARDS]
    return Diamond9.model_validate({"question": question, "statements": statements, "groups": groups})


def drawn(of: Diamond9) -> Drawing:
    return heights_of([(one.letter, one.points, one.spread) for one in standings(of)])


def overlaps(picture: Drawing) -> bool:
    return any(
        abs(one.x - other.x) < picture.box_width and abs(one.y - other.y) < picture.box_height
        for number, one in enumerate(picture.boxes)
        for other in picture.boxes[:number]
    )


@pytest.fixture
def public(tmp_path: Path) -> PublicLibrary:
    """The network whose every record refers to another."""
    for network in ("empty", "orchard"):
        shutil.copytree(ROOT / "tests/networks" / network / "content", tmp_path / "content", dirs_exist_ok=True)
    return PublicLibrary.of(read_library(tmp_path), TODAY)


def bring(public: PublicLibrary, meeting: Meeting, brought: Diamond9) -> Meeting:
    """Let a meeting have a Diamond 9."""
    changed = meeting.model_copy(update={"diamond9": brought})
    public.records["meeting"][meeting.id] = changed
    return changed


def test_several_groups_are_added_up() -> None:
    second = ["card-b", "card-a", *CARDS[2:]]
    third = ["card-b", "card-i", "card-c", "card-d", "card-e", "card-f", "card-g", "card-h", "card-a"]
    found = standings(diamond(CARDS, second, third))
    assert [(one.letter, one.text, one.rank_label, tenths(one.points), one.spread) for one in found[:3]] == [
        ("A", "Card b.", "1", "4.7", "rows 1 to 2"),
        ("B", "Card c.", "2", "4.0", "row 2"),
        ("C", "Card a.", "3", "3.3", "rows 1 to 5"),
    ]
    assert [(one.text, one.rank_label) for one in found[3:6]] == [
        ("Card d.", "=4"),
        ("Card e.", "=4"),
        ("Card f.", "=4"),
    ]
    assert found[0].place == Fraction(5, 2) / 3 + Fraction(2, 3)
    assert found[0].reasons == [("Table 2", 1, "Yes."), ("Table 3", 1, "Yes.")]


def test_points_add_up_to_27_and_places_to_45_and_no_card_hides_another() -> None:
    chance = random.Random(9)
    for number in range(1, 41):
        found = diamond(*(chance.sample(CARDS, 9) for _ in range(1 + number % 7)))
        ranked = standings(found)
        assert sum(one.points for one in ranked) == 27
        assert sum(one.place for one in ranked) == 45
        picture = drawn(found)
        assert not overlaps(picture)
        assert all(0 < box.x < picture.width - picture.box_width for box in picture.boxes)
        same_height = {one.letter: box.y for one, box in zip(ranked, picture.boxes, strict=True)}
        assert all(
            same_height[one.letter] == same_height[other.letter]
            for one in ranked
            for other in ranked
            if one.rank == other.rank
        )


def test_one_group_makes_a_diamond_and_two_that_contradict_each_other_a_tie_of_all() -> None:
    boxes = drawn(diamond(CARDS)).boxes
    assert [sum(box.y == height for box in boxes) for height in sorted({box.y for box in boxes})] == list(ROWS)
    found = diamond(CARDS, CARDS[::-1])
    assert {one.rank_label for one in standings(found)} == {"=1"}
    assert len({box.y for box in drawn(found).boxes}) == 1
    assert not overlaps(drawn(found))


def test_a_network_without_cards_offers_those_of_its_meetings(public: PublicLibrary) -> None:
    found = exercise(public)
    assert not found.has_own_cards
    assert [(one.name, one.ids) for one in found.sets] == [("The harvest meeting", ("2026-09-harvest-meeting",))]


def test_meetings_with_the_cards_of_the_network_bring_no_set_of_their_own(public: PublicLibrary) -> None:
    planned = bring(public, public.all_of(Meeting)["2026-12-winter-meeting"], diamond(question="And now?"))
    cards = public.all_of(Meeting)["2026-09-harvest-meeting"].diamond9
    assert cards
    own = Cards.model_validate(cards.model_dump(include={"question", "statements"}))
    public.network = public.network.model_copy(update={"diamond9": own})
    found = exercise(public)
    assert [(one.name, one.ids) for one in found.sets] == [
        ("", ("2026-09-harvest-meeting",)),
        (planned.title, ("2026-12-winter-meeting",)),
    ]
    shown = meeting_ranking(planned, public)
    assert shown
    assert (shown.diamond.groups, shown.standings, shown.over_time) == ([], [], None)
    assert shown.exercise == Item("Rank these cards on screen", "diamond-9.md", after=f"?cards={planned.id}")


def test_meetings_are_put_side_by_side(public: PublicLibrary) -> None:
    held = public.all_of(Meeting)["2016-10-first-meeting"]
    again = public.all_of(Meeting)["2026-09-harvest-meeting"].model_copy(
        update={"id": "again", "path": "meetings/again.md", "date": date(2026, 9, 12), "diamond9": diamond(CARDS[::-1])}
    )
    public.records["meeting"]["again"] = again
    bring(public, held, diamond(CARDS, ["card-b", "card-a", *CARDS[2:]]))
    bring(public, public.all_of(Meeting)["2026-12-winter-meeting"], diamond())
    found = comparison(public)
    assert found
    assert [(in_words(one.date), one.diamond9 and len(one.diamond9.groups)) for one in found.meetings] == [
        ("October 2016", 2),
        ("10 September 2026", 1),
        ("12 September 2026", 1),
    ]
    line = next(one for one in found.again if one.text == "Card a.")
    assert [one and tenths(one.points) for one in line.standings] == ["4.5", None, "1.0"]
    assert (len(found.again), len(found.once)) == (9, 9)


def test_the_scripts_of_the_page_are_light() -> None:
    """The bar is 10 kB compressed, with everything that the first of them imports."""
    assets = ROOT / "theme/assets"
    found, waiting = set(), {"diamond9.js"}
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= set(re.findall(r'from "\./([^"]+)"', (assets / name).read_text(encoding="utf-8"))) - found
    assert {path.name for path in assets.glob("diamond9*.js")} < found
    scripts = [without_comments((assets / name).read_text(encoding="utf-8")) for name in found]
    assert sum(len(gzip.compress(script.encode(), 6)) for script in scripts) < 10_000
