"""The questions that search is judged by, and how well what it found answers them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

import yaml

from tests.support.project import ROOT

QUESTIONS = ROOT / "tests/search/questions.yml"


@dataclass(frozen=True, slots=True)
class Question:
    """What a member types, and the addresses of the pages that answer it, the best first.

    The file says what the fields mean.
    """

    question: str
    by: Literal["unseen", "seen"]
    site: Literal["real", "demo"]
    answers: tuple[str, ...]
    why: str = ""

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of questions that it counts in."""
        return ("all", self.by, self.site)


class Score(NamedTuple):
    """How well questions are answered, from 0 to 1: the shares with an answer first and among the first three, and the mean of
    1 / rank, which is 0 where no answer was found."""

    at_1: float
    at_3: float
    reciprocal_rank: float

    @classmethod
    def of(cls, ranks: Sequence[int | None]) -> Score:
        """The score of questions whose first answers have these ranks."""

        def within(places: int) -> float:
            return sum(rank is not None and rank <= places for rank in ranks) / len(ranks)

        return cls(within(1), within(3), sum(1 / rank for rank in ranks if rank) / len(ranks))

    def __str__(self) -> str:
        return "".join(f"{share:8.3f}" for share in self)


def judged_questions() -> list[Question]:
    """Every question, in the order of the file. Raises `TypeError` if one has a field that there is not, or lacks one."""
    entries: list[dict[str, Any]] = yaml.load(QUESTIONS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return [Question(**{**entry, "answers": tuple(entry["answers"])}) for entry in entries]
