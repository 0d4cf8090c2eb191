"""The facets that narrow down search results."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.kinds import AS_READ, KINDS, InitiativeStage, MeetingStage, Theme
from macros.library.public import PublicLibrary
from macros.outputs.file import File

PAGES = ("page", "Pages")

SCRIPT = "theme/assets/search_kinds.js"
_SCRIPT = """// Written by `make generate` from macros/kinds/. What is changed here is lost.

/**
 * The kinds by their names in the address, as the index has them.
 *
 * @type {Record<string, string>}
 */
export const KINDS = {
%s};
"""


@dataclass(frozen=True)
class SearchFacet:
    """A question with the labels of its answers. `name` and the keys of `answers` are used in the address.

    `is_own` says that the network named the answers.
    """

    name: str
    label: str
    answers: Mapping[str, str]
    is_own: bool = False


def kinds_script() -> File:
    """The file that gives the search scripts the names of the kinds. It is committed."""
    answers = {**{model.KIND: model.NAME.labels for model in AS_READ}, PAGES[0]: PAGES[1]}
    lines = "".join(f'  {kind}: "{labels}",\n' for kind, labels in answers.items())
    return File(SCRIPT, (_SCRIPT % lines).encode())


def search_questions(public: PublicLibrary) -> list[SearchFacet]:
    """The facets that have more than one answer."""
    kinds = {kind: model.NAME.labels for kind, model in KINDS.items() if public.records[kind]}
    stages = {stage.value: stage.label for stage in (*InitiativeStage, *MeetingStage)}
    questions = [
        SearchFacet("kind", "Kind", {**kinds, PAGES[0]: PAGES[1]}),
        SearchFacet("theme", "Theme", public.titles_by_id(Theme.KIND), is_own=True),
        SearchFacet("area", "Area", public.network.words("areas"), is_own=True),
        SearchFacet("stage", "Stage", stages),
    ]
    return [question for question in questions if len(question.answers) > 1]
