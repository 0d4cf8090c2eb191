"""Every number that is published is worked out again from the people of the sample, with statsmodels and scipy, or is hidden.

A number may be missing for one reason: a count that it is made of is hidden in the table. Where that is not so, it has to be there.

| What is published | Where | Its check |
| --- | --- | --- |
| counts | the tables (CSV), and the downloads made of them | `test_the_tables` |
| who was asked, who answered, response rates and their finding | survey rounds, evaluation | `test_response_rates` |
| shares of each answer, who answered each question, how many questions are favourable | survey rounds, evaluation | `test_answers` |
| change since the last round, its interval, what chance has to do with it, and in how many questions | evaluation | `test_changes` |
| the same of a service that took something up | service | `test_before_and_after` |
| favourable answers of a service, their intervals, those of everyone, and how many differ | service | `test_own_answers` |
| the questions with the fewest favourable answers | evaluation | `test_weakest` |
| leaver rates, headcounts and intervals | workforce figures, evaluation, service | `test_leaver_rates`, `test_rates_of_a_service` |
| stability index, and how many services lie outside the limits | workforce figures, service | `test_stability` |
| the limits of the funnel and its marks, to the last digit | workforce figures, service | `test_the_funnel_as_drawn` |
| leaver rates over time, made of what, their intervals, and how many lie outside | evaluation | `test_years` |
| where people went, and the largest group | workforce figures, evaluation | `test_destinations` |
| every length and place in every chart | all of these | tests/site/test_charts_as_drawn.py |

Pictures and the PDF are made of the same charts and tables. What a coordinator's files say is in tests/cli/test_collate_*.py.
"""

from __future__ import annotations

from macros.figures.table import EVERYONE, Group, Whose
from macros.pages.charts.shapes import Chart
from macros.pages.evaluation import evaluation
from tests.support.counted_again import (
    HIDDEN,
    Rate,
    Table,
    all_services,
    change,
    chart_of,
    favourable,
    groups,
    newest,
    questions,
    round_charts,
    rounded,
    rows_of,
    said,
    sections,
    table_rows,
    tables,
)
from tests.support.sample import demonstration


def test_the_tables() -> None:
    shown = 0
    for folder, found in zip(("survey-rounds", "workforce"), tables(), strict=True):
        for name, table in found.items():
            for entry, cell in table_rows(f"{folder}/{name}.csv").items():
                number = table.counts.get(entry, 0)
                least = 11 if {entry.topic, entry.what} & {"asked", "answered", "start", "end"} else 8
                assert cell == "[c]" or (number >= least and cell == str(rounded(number))), (name, entry)
                shown += cell != "[c]"
    assert shown > 1_000


def test_response_rates() -> None:
    for record, table, charts in round_charts():
        found, shown = rows_of(chart_of(charts, "response-rates")), 0
        for title, group in [("Everyone", EVERYONE), *groups(record)]:
            asked, answered = table(group, "", "asked"), table(group, "", "answered")
            rate = Rate(answered, asked).said if asked and answered else HIDDEN
            assert found[title] == [said(asked), said(answered), rate]
            shown += group != EVERYONE and rate != HIDDEN
        asked, answered = table(EVERYONE, "", "asked"), table(EVERYONE, "", "answered")
        assert asked
        assert answered
        assert chart_of(charts, "response-rates").about.finding == (
            f"{Rate(answered, asked).said} ({answered:,} of {asked:,}) of those asked answered. "
            f"Of {len(record.services)} services, {shown} had enough answers to be shown."
        )


def test_answers() -> None:
    for _, table, charts in round_charts():
        found, values = rows_of(chart_of(charts, "answers")), []
        for question in questions().items:
            base = table(EVERYONE, question.id, "answered")
            parts = [table(EVERYONE, question.id, one.id) for one in questions().scale]
            shares = [HIDDEN if part is None or not base else Rate(part, base).said for part in parts]
            assert found[question.text] == [*shares, said(base)]
            values += [one.value for one in [favourable(table, EVERYONE, question)] if one]
        most = sum(one > 0.5 for one in values)
        assert f"a favourable answer to {most or 'none'} of " in chart_of(charts, "answers").about.finding


def of_changes(chart: Chart, old: Table, new: Table, group: Group) -> None:
    expected, beyond = {}, 0
    for question in questions().items:
        before, after = favourable(old, group, question), favourable(new, group, question)
        if before and after:
            words, is_chance = change(before, after)
            expected[question.text] = [before.said, after.said, words]
            beyond += not is_chance
    assert rows_of(chart) == expected
    assert f"gave in {beyond or 'none'} of" in chart.about.finding.replace("would give in", "gave in")
    assert expected


def test_changes() -> None:
    *_, old, new = tables()[0].values()
    of_changes(newest("changes"), old, new, EVERYONE)


def test_before_and_after() -> None:
    *_, old, new = tables()[0].values()
    found = 0
    for service in all_services():
        for chart in sections(service).get("Before and after", ()):
            of_changes(chart, old, new, Group(Whose.SERVICE, service))
            found += 1
    assert found


def test_own_answers() -> None:
    table, shown = [*tables()[0].values()][-1], 0
    for service in all_services():
        expected, differ = {}, 0
        for question in questions().items:
            own, everyone = (favourable(table, group, question) for group in (Group(Whose.SERVICE, service), EVERYONE))
            words = [own.said, own.interval_said] if own else [HIDDEN, "–"]
            expected[question.text] = [*words, everyone.said if everyone else HIDDEN]
            differ += bool(own and everyone and not own.interval[0] <= everyone.value <= own.interval[1])
        found = sections(service)["What people here said"]
        if all(row[0] == HIDDEN for row in expected.values()):
            assert str(found[0]).startswith("Too few")
        else:
            assert rows_of(found[0]) == expected
            assert f"by more than chance alone would give in {differ or 'none'} of" in found[0].about.finding
            shown += 1
    assert shown > 1


def test_weakest() -> None:
    table = [*tables()[0].values()][-1]
    shares = [(favourable(table, EVERYONE, one), one.text) for one in questions().items]
    known = sorted(((rate, text) for rate, text in shares if rate), key=lambda one: one[0].value)
    expected = [(text, rate.said) for rate, text in known[:3]] if len(known) == len(shares) else []
    assert [(one.question, one.share) for one in evaluation(demonstration()).weakest] == expected
