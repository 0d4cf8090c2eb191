"""Reads the files that the page of a question set saves, one for each person."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from macros.collate.refusal import Refusal
from macros.collate.sheet import Chosen, Sheet, sheet_of

# More is not an answer file.
_MOST_BYTES = 100_000
ShortName = Annotated[str, Field(max_length=200)]


class _Saved(BaseModel):
    """What an answer file says. theme/assets/survey.js writes it."""

    model_config = ConfigDict(extra="forbid", strict=True)

    format: Literal["survey-answers/1"]
    question_set: ShortName
    answers: Annotated[dict[ShortName, ShortName], Field(max_length=500)]


def read_answer_files(files: Mapping[str, bytes], question_set: str, chosen: Chosen) -> Sheet:
    """The answers in several files, by name. Raises `Refusal` that names a file which is not one, or is for other questions."""
    people = [_read(name, content, question_set) for name, content in sorted(files.items())]
    headings = list(dict.fromkeys(question for answers in people for question in answers))
    rows: list[Sequence[str]] = [[answers.get(one, "") for one in headings] for answers in people]
    return sheet_of([headings, *rows], chosen)


def _read(name: str, content: bytes, question_set: str) -> Mapping[str, str]:
    try:
        if len(content) > _MOST_BYTES:
            raise ValueError(name)
        saved = _Saved.model_validate(json.loads(content))
    except (ValueError, RecursionError, ValidationError):
        raise Refusal("not-answers", name=name) from None
    if saved.question_set != question_set:
        raise Refusal("other-questions", name=name, other=saved.question_set, wanted=question_set)
    return saved.answers
