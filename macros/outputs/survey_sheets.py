"""The page of each question set to answer on, which is also a sheet to print."""

from collections.abc import Iterator

from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.pages.question_set import ANSWER_PAGE, to_ask
from macros.pages.questionnaire import questionnaire
from macros.pages.rendering import Renderer


def survey_sheets(public: PublicLibrary, site: SiteInfo, renderer: Renderer) -> Iterator[File]:
    """The page of each question set whose questions may be copied."""
    for one in to_ask(public):
        url = f"{one.FOLDER}/{one.id}/{ANSWER_PAGE}"
        page = renderer.render(
            "answer.html.j2",
            url,
            title=f"{one.title}: the questions",
            summary=one.summary,
            site=site,
            come_back=site.of(one.path),
            demonstration=public.network.demonstration,
            asked=questionnaire(one, public),
            questions=one,
        )
        yield File(f"{url}index.html", page.encode("utf-8"))
