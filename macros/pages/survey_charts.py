"""The charts of a survey round: who answered, what, and what has changed since the round before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.figures.share import ShareChange
from macros.figures.survey import answer_shares, favourable, response, scale_of
from macros.figures.table import EVERYONE, Cells, Entry, Group, Whose, cells_of
from macros.kinds import QuestionSet, Service, SurveyQuestion, SurveyRound
from macros.kinds.survey_round import ANSWERED, ASKED
from macros.library.public import PublicLibrary
from macros.pages.charts.bars import Bar, bar_chart
from macros.pages.charts.changes import Change, change_chart
from macros.pages.charts.diverging import Answers, diverging_bars
from macros.pages.charts.shapes import About, Chart, Table
from macros.schema.durations import counted
from macros.schema.protected import Cell

# What is said in the place of a number that is hidden, and of one that is worked out from a hidden one.
HIDDEN = "not shown"
# An answer that few people gave is hidden, so it is the questions with few favourable answers whose share cannot be shown.
_FLATTERS = (
    " Questions with few favourable answers are hidden more often, so what is shown looks better than the whole."
)

_SIDES = (
    "Favourable answers are to the right of the line, unfavourable ones to its left, and a neutral one lies across it."
)
_CHANCE = "A bar that crosses the line may be chance."


@dataclass(frozen=True)
class Survey:
    """A round, its question set, and its numbers by what they are about."""

    record: SurveyRound
    asked: QuestionSet
    cells: Cells


def surveys(public: PublicLibrary) -> Sequence[Survey]:
    """The rounds whose question set is known, latest first."""
    return public.once(_surveys, None)


def _surveys(_: None, public: PublicLibrary) -> Sequence[Survey]:
    sets = public.all_of(QuestionSet)
    rounds = sorted(public.all_of(SurveyRound).values(), key=lambda one: one.closed, reverse=True)
    return [Survey(one, sets[one.question_set], cells_of(one)) for one in rounds if one.question_set in sets]


def survey_of(record: SurveyRound, public: PublicLibrary) -> Survey | None:
    """The survey of a record, if its question set is known."""
    return next((one for one in surveys(public) if one.record.id == record.id), None)


def survey_before(survey: Survey, public: PublicLibrary) -> Survey | None:
    """The last survey before this one that asked the same question set."""
    earlier = (one for one in surveys(public) if one.record.closed < survey.record.closed)
    return next((one for one in earlier if one.record.question_set == survey.record.question_set), None)


def response_chart(survey: Survey, public: PublicLibrary) -> Chart:
    """Who answered: everyone, and each service in alphabetical order."""
    services = groups_of(survey.record.services, public)
    groups = [("Everyone", EVERYONE), *services]
    bars, rows = [], []
    for label, group in groups:
        rate = response(survey.cells, group)
        asked, answered = (said(survey.cells.get(Entry(group, "", what))) for what in (ASKED, ANSWERED))
        bars.append(
            Bar(label, rate.value if rate else None, f"{rate.said} ({answered} of {asked})" if rate else HIDDEN)
        )
        rows.append([label, asked, answered, rate.said if rate else HIDDEN])
    shown = sum(bar.share is not None for bar in bars[1:])
    finding = f"{_whole(bars[0])} Of {counted(len(services), 'service')}, {shown} had enough answers to be shown."
    table = Table("How many people answered", ["Who", "Asked", "Answered", "Response rate"], rows)
    return bar_chart(About("response-rates", "Who answered", finding, table), bars)


def _whole(bar: Bar) -> str:
    return "How many people answered is not shown." if bar.share is None else f"{bar.said} of those asked answered."


def answers_chart(survey: Survey, group: Group = EVERYONE, whose: str = "") -> Chart | None:
    """What a group answered to each question; None if nothing of it may be shown."""
    asked = survey.asked
    options = [one.text for one in asked.scale]
    questions, rows = [], []
    for question in asked.items:
        shares = answer_shares(survey.cells, group, question, asked)
        texts = [one.said if one else HIDDEN for one in shares]
        base = said(survey.cells.get(Entry(group, question.id, ANSWERED)))
        rows.append([question.text, *_in_order_of_scale(question, asked, texts), base])
        if any(shares):
            drawn = [one.value if one else None for one in shares]
            questions.append(Answers(question.text, drawn, texts, question.reversed))
    if not questions:
        return None
    table = Table(f"What people answered{whose}", ["Question", *options, "Answered"], rows)
    about = About("answers", f"What people answered{whose}", _most_favourable(survey, group), table, _SIDES)
    return diverging_bars(about, options, questions)


def _in_order_of_scale(question: SurveyQuestion, asked: QuestionSet, texts: Sequence[str]) -> Sequence[str]:
    order = [*scale_of(question, asked)]
    return [texts[order.index(one.id)] for one in asked.scale]


def _most_favourable(survey: Survey, group: Group) -> str:
    shares = [favourable(survey.cells, group, question, survey.asked) for question in survey.asked.items]
    known = [one.value for one in shares if one]
    if not known:
        return ""
    most = sum(value > 0.5 for value in known)
    number, warning = of_questions(len(known), len(shares)), warning_if_hidden(len(known), len(shares))
    return f"More than half gave a favourable answer to {most or 'none'} of {number}.{warning}"


def of_questions(shown: int, asked: int) -> str:
    """How many questions a finding is about, if only `shown` of those asked can be shown."""
    if shown == asked:
        return counted(asked, "question")
    return f"the {counted(shown, 'question')} that can be shown ({asked} were asked)"


def warning_if_hidden(shown: int, asked: int) -> str:
    """That what is hidden makes the rest look better, to follow a finding; empty if nothing is hidden."""
    return "" if shown == asked else _FLATTERS


def changes(survey: Survey, before: Survey, group: Group = EVERYONE) -> Iterator[tuple[SurveyQuestion, ShareChange]]:
    """How the share of favourable answers changed, for each question of which both are shown."""
    known = {one.id for one in before.asked.items}
    for question in survey.asked.items:
        old = favourable(before.cells, group, question, before.asked) if question.id in known else None
        new = favourable(survey.cells, group, question, survey.asked)
        if old and new:
            yield question, ShareChange(old, new)


def changes_chart(survey: Survey, before: Survey, group: Group = EVERYONE, whose: str = "") -> Chart | None:
    """The change in favourable answers since the round before; None if none may be shown."""
    found = [*changes(survey, before, group)]
    if not found:
        return None
    beyond = sum(not change.is_chance for _, change in found)
    number = counted(len(found), "question")
    finding = (
        f"Compared with “{before.record.title}”, the share of favourable answers changed by more than chance alone would give in "
        f"{beyond or 'none'} of the {number} shown both times. Even if nothing had changed, chance would give that for about one question "
        "in twenty."
    )
    rows = [
        [question.text, change.before.said, change.after.said, change.said.partition(": ")[2]]
        for question, change in found
    ]
    table = Table(f"Favourable answers{whose}", ["Question", before.record.title, survey.record.title, "Change"], rows)
    drawn = [Change(question.text, change.value, change.interval, change.said) for question, change in found]
    return change_chart(About("changes", f"What has changed{whose}", finding, table, _CHANCE), drawn)


def groups_of(services: Sequence[str], public: PublicLibrary) -> list[tuple[str, Group]]:
    """Services by their titles, in alphabetical order, which ranks none."""
    titles = public.titles_by_id(Service.KIND)
    named = [(titles.get(one) or one, Group(Whose.SERVICE, one)) for one in services]
    return sorted(named, key=lambda one: one[0].casefold())


def said(cell: Cell | None) -> str:
    """A number in a table."""
    return f"{cell:,}" if isinstance(cell, int) else HIDDEN
