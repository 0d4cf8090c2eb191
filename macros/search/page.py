"""What search results can be narrowed down by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.kinds import KINDS, InitiativeStage, MeetingStage, Theme
from macros.library.public import PublicLibrary

PAGES = ("page", "Pages")


@dataclass(frozen=True)
class SearchFacet:
    """A question with its answers: how each is written in the address, and how it reads. `name` is its own in there.

    `is_own` says that people of the network have named the answers.
    """

    name: str
    label: str
    answers: Mapping[str, str]
    is_own: bool = False


def search_questions(public: PublicLibrary) -> list[SearchFacet]:
    """The questions, without those that have nothing to choose from."""
    kinds = {kind: model.NAME.labels for kind, model in KINDS.items() if public.records[kind]}
    stages = {stage.value: stage.label for stage in (*InitiativeStage, *MeetingStage)}
    questions = [
        SearchFacet("kind", "Kind", {**kinds, PAGES[0]: PAGES[1]}),
        SearchFacet("theme", "Theme", public.titles_by_id(Theme.KIND), is_own=True),
        SearchFacet("area", "Area", public.network.words("areas"), is_own=True),
        SearchFacet("stage", "Stage", stages),
    ]
    return [question for question in questions if len(question.answers) > 1]
