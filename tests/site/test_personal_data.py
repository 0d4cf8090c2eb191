"""What looks personal, measured on labelled texts that a seed makes, in both directions."""

from __future__ import annotations

from collections import Counter
from random import Random

from macros.library.library import read_library
from macros.lint.people.look import sightings
from macros.lint.people.untold import covered, untold
from tests.support.cases import for_each
from tests.support.not_personal import not_personal
from tests.support.personal import ALL, CERTAIN, LIKELY, NONE, Labelled, Maker
from tests.support.project import ROOT

SEED = 2026_11_30
OWN_WORDS = frozenset[str]()
ERROR, WARNING, NOTHING = "error", "warning", "nothing"

NOT_PERSONAL = 5000


def said(text: str) -> str:
    found = sightings(text, OWN_WORDS)
    return ERROR if any(one.is_certain for one in found) else WARNING if found else NOTHING


def shares(texts: list[Labelled], label: str, *verdicts: str) -> float:
    """The share of the texts with a label about which one of the verdicts is given; 1 if there are none."""
    verdict = [said(one.text) in verdicts for one in texts if one.label == label]
    return sum(verdict) / len(verdict) if verdict else 1.0


@for_each("make", ALL)
def test_what_is_personal_is_found(make: Maker) -> None:
    texts = list(make(Random(SEED), ALL[make]))
    assert len({one.way for one in texts}) >= 20
    assert shares(texts, CERTAIN, ERROR) >= 0.99
    assert shares(texts, LIKELY, ERROR, WARNING) >= 0.97


def test_what_only_looks_personal_is_let_pass() -> None:
    texts = list(not_personal(Random(SEED), NOT_PERSONAL))
    assert {one.label for one in texts} == {NONE}
    assert shares(texts, NONE, ERROR) < 1 / 1000
    assert shares(texts, NONE, WARNING) < 1 / 50


def test_no_way_to_write_it_hides_it() -> None:
    """Each way of writing is found in nine of ten cases, so that none is lost among the others."""
    missed, all_of_it = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for make, number in ALL.items():
        for one in make(Random(SEED + 1), number):
            all_of_it[one.about, one.way] += 1
            missed[one.about, one.way] += said(one.text) == NOTHING
    assert [way for way, number in missed.items() if number > all_of_it[way] / 10] == []


@for_each(
    "text",
    [
        "He was born in Leeds on 12 March 1985.",
        "Made-up Client (b. 12/03/1985)",
        "The N H S number is 9434765919.",
        # Comments and tags are there for whoever reads the file, and in code for everybody.
        "It is `<!-- sam.sample@gmail.com -->` here.",
        "We met. <!-- NHS number 943 476 5919 -->",
        '`<span title="NHS number 9434765919">`',
        "`<b 07700 900123>`",
    ],
)
def test_it_is_found_where_somebody_who_tried_had_hidden_it(text: str) -> None:
    assert [one.is_certain for one in sightings(text, ())] == [True]


def test_what_is_shown_of_a_file_repeats_nothing_personal() -> None:
    message = 'The field "contact" needs an e-mail address, not "Jane Doe <jane.doe@example.org>". See 07700 900123.'
    assert untold(message) == 'The field "contact" needs an e-mail address, not "…". See ….'
    assert untold('There is no service called "Sam Sample 01632 960123".') == 'There is no service called "…".'
    assert untold('"estabished" is not one of the words.') == '"estabished" is not one of the words.'
    assert covered("Ring **07700** 900123.") == "Ring **••••••••••••••."
    assert covered("Come at 13:30.") == "Come at 13:30."


def test_a_mailbox_with_the_word_for_the_members_of_the_network_is_that_of_a_group() -> None:
    text = "Write to alston.midwives@pennine-circle.nhs.uk."
    assert said(text) == WARNING
    network = read_library(ROOT).network.model_copy(
        update={"audiences": {"members": "Community midwives", "a": "Band A staff"}}
    )
    assert sightings(text, network.role_words) == []
    assert sightings("Write to a.sample@pennine-circle.nhs.uk.", network.role_words) != []


def test_a_network_can_name_mailboxes_of_its_own() -> None:
    assert said("Write to maple.grove@example.org or quiet.corner@example.org.") == WARNING
    own = frozenset({"maple.grove@example.org", "quiet.corner"})
    assert sightings("Write to maple.grove@example.org or quiet.corner@example.org.", own) == []
