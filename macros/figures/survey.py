"""The shares of a survey round."""

from __future__ import annotations

from collections.abc import Sequence

from macros.figures.share import Share, share_of, shown_count
from macros.figures.table import Cells, Entry, Group
from macros.kinds import QuestionSet, SurveyQuestion
from macros.kinds.survey_round import ANSWERED, ASKED
from macros.schema.protected import ROUNDED_TO


def response(cells: Cells, group: Group) -> Share | None:
    """How many of those asked answered anything."""
    return share_of(cells, Entry(group, "", ANSWERED), Entry(group, "", ASKED))


def answer_shares(cells: Cells, group: Group, question: SurveyQuestion, asked: QuestionSet) -> list[Share | None]:
    """The share of each answer among those who answered the question, from the worst to the best."""
    base = Entry(group, question.id, ANSWERED)
    return [share_of(cells, Entry(group, question.id, one), base) for one in scale_of(question, asked)]


def favourable(cells: Cells, group: Group, question: SurveyQuestion, asked: QuestionSet) -> Share | None:
    """The share of the answers better than the neutral one; None if one of them is hidden or the scale has no middle."""
    scale = scale_of(question, asked)
    middle = [one.id for one in asked.scale if one.neutral]
    if not middle and len(scale) % 2:
        return None
    better = scale[scale.index(middle[0]) + 1 :] if middle else scale[len(scale) // 2 :]
    parts = [shown_count(cells, Entry(group, question.id, one)) for one in better]
    base = shown_count(cells, Entry(group, question.id, ANSWERED))
    known = [part for part in parts if part is not None]
    if not base or not parts or len(known) < len(parts):
        return None
    return Share(sum(known), base, len(parts) * (ROUNDED_TO // 2))


def scale_of(question: SurveyQuestion, asked: QuestionSet) -> Sequence[str]:
    """The ids of the answers, from the worst to the best for this question."""
    ids = [one.id for one in asked.scale]
    return ids[::-1] if question.reversed else ids
