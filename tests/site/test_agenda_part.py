"""The agenda of every meeting, as the site offers it, has no word that is taken for one that someone typed into it."""

from __future__ import annotations

from macros.kinds import Meeting
from macros.library.library import CONTENT, read_library
from macros.library.public import PublicLibrary
from macros.library.today import today_in
from macros.minutes.agenda_part import agenda_words, typed_into_agenda
from macros.minutes.file import read_content
from macros.outputs.permanent_id import folders
from macros.pages.downloads import AGENDA_FILE, is_announced
from tests.support.building import Site


def test_what_is_printed_was_not_typed(demo: Site) -> None:
    library = read_library(demo.root)
    public = PublicLibrary.of(library, today_in(library.network))
    announced = [one for one in public.all_of(Meeting).values() if is_announced(one)]
    assert announced
    for meeting in announced:
        file = read_content((demo.folder / next(iter(folders(meeting))) / AGENDA_FILE).read_bytes())
        printed = agenda_words(meeting, library.documents[f"{CONTENT}/{meeting.path}"].body, public)
        assert printed
        assert typed_into_agenda(file.blocks, printed) == []
