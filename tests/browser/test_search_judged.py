"""Search answers the questions of members: the pages that they need come first."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.visiting import Visitor
from tests.support.judging import Question, Score, judged_questions

# This share of the questions has an answer among the first three results.
BAR_AT_3 = 0.9
# What Pagefind reaches, measured with this test at bb28077a: see tests/search/README.md.
PAGEFIND = {
    "all": Score(0.828, 0.884, 0.862),
    "unseen": Score(0.797, 0.861, 0.836),
    "seen": Score(0.849, 0.899, 0.880),
    "real": Score(0.837, 0.889, 0.871),
    "demo": Score(0.810, 0.873, 0.845),
}
TOPS = {"real": "", "demo": "demo/"}
# The rank of the first answer to each question among all results, in the order of the engine, asked as the search page asks. The
# page itself shows only the best of each kind.
RANKS = """async (questions) => {
  const { find, item } = await import(new URL("../assets/search_engine.js", location.href).href);
  const isAnswer = async (result, answers) => answers.includes(new URL((await item(result)).url, location.href).href);
  const ranks = [];
  for (const [question, answers] of questions) {
    const { results } = await find(question);
    let place = 0;
    while (place < results.length && !(await isAnswer(results[place], answers))) place++;
    ranks.push(place < results.length ? place + 1 : null);
  }
  return ranks;
}"""


def ranks(page: Page, top: str, questions: list[Question]) -> dict[Question, int | None]:
    """The rank of the first answer to each question, from 1, asked on the search page of the site at `top`; None if no answer
    was found."""
    asked = [(one.question, [top + answer for answer in one.answers]) for one in questions]
    return dict(zip(questions, page.evaluate(RANKS, asked), strict=True))


def table(scores: dict[str, Score], ranked: dict[Question, int | None]) -> str:
    """The scores beside those of Pagefind, and the questions without an answer among the first three results."""
    lines = [f"{'':12}{'now: at 1':>10}{'at 3':>8}{'1/rank':>8}{'Pagefind: at 1':>18}{'at 3':>8}{'1/rank':>8}"]
    lines += [f"{group:14}{score}{'':10}{PAGEFIND[group]}" for group, score in scores.items()]
    missed = [(one, rank) for one, rank in ranked.items() if not rank or rank > 3]
    lines += [f"{len(missed)} of {len(ranked)} missed:"]
    lines += [f"  {rank or 'not found':>9}  {one.site}  {one.by:6}  {one.question}" for one, rank in missed]
    return "\n".join(lines)


def test_members_find_what_answers_their_questions(visit: Visitor) -> None:
    questions = judged_questions()
    ranked: dict[Question, int | None] = {}
    for site, top in TOPS.items():
        page = visit(f"{top}search/")
        ranked |= ranks(page, visit.url(top), [one for one in questions if one.site == site])
    scores = {group: Score.of([rank for one, rank in ranked.items() if group in one.groups]) for group in PAGEFIND}
    print(told := table(scores, ranked))
    assert scores["all"].at_3 >= BAR_AT_3, told
