"""The questions that search is judged by are about pages that there are."""

from __future__ import annotations

from collections import Counter

from tests.support.building import Site
from tests.support.judging import judged_questions

# Fewer would not tell two engines apart. Whoever has read the records asks in their words without meaning to.
ENOUGH = 80
ENOUGH_UNSEEN = 20


def test_every_answer_is_a_page(own: Site, demo: Site) -> None:
    pages = {name: {page.address for page in site.pages} for name, site in (("real", own), ("demo", demo))}
    questions = judged_questions()
    missing = [
        (one.question, address) for one in questions for address in one.answers if address not in pages[one.site]
    ]
    assert not missing


def test_there_are_enough_questions_and_each_is_asked_once() -> None:
    questions = judged_questions()
    assert len(questions) >= ENOUGH
    assert sum(one.by == "unseen" for one in questions) >= ENOUGH_UNSEEN
    assert {one.by for one in questions} == {"unseen", "seen"}
    assert not [asked for asked, times in Counter((one.site, one.question) for one in questions).items() if times > 1]
    for one in questions:
        assert isinstance(one.question, str), f"{one.question} needs quotation marks"
        assert one.answers, f"{one.question} has no answer"
        assert len(set(one.answers)) == len(one.answers), f"{one.question} has an answer twice"
