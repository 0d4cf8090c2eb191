"""Each question set as a Word document with numbered questions and lettered answers, to import, to copy from or to print.

Microsoft has not published which documents the import of its Forms understands.
"""

from collections.abc import Iterator
from string import ascii_uppercase

from docx.shared import Mm

from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.outputs.word_document import new_document, packed
from macros.pages.question_set import WORD_FILE, to_ask
from macros.pages.questionnaire import Questionnaire, questionnaire


def question_documents(public: PublicLibrary, site: SiteInfo) -> Iterator[File]:
    """The document of each question set whose questions may be copied."""
    for one in to_ask(public):
        content = _document(questionnaire(one, public), public, site)
        yield File(f"{one.FOLDER}/{one.id}/{WORD_FILE}", content)


def _document(asked: Questionnaire, public: PublicLibrary, site: SiteInfo) -> bytes:
    document = new_document(asked.title, public.network.name, f"{site.language}-GB", public.today)
    document.add_heading(asked.title, 1)
    document.add_paragraph(asked.introduction)
    # Numbers and letters are typed: in lists of Word they would not be part of the text that another program reads.
    for number, question in enumerate(asked.questions, 1):
        paragraph = document.add_paragraph(f"{number}. {question.text}")
        paragraph.paragraph_format.keep_with_next = True
        for index, option in enumerate(question.options):
            line = document.add_paragraph(f"{_letter(index)}. {option.text}")
            line.paragraph_format.left_indent = Mm(8)
            line.paragraph_format.keep_with_next = index < len(question.options) - 1
    document.add_paragraph(asked.credit)
    return packed(document)


def _letter(index: int) -> str:
    """A for the first, Z for the 26th, AA after it."""
    before, place = divmod(index, len(ascii_uppercase))
    return (_letter(before - 1) if before else "") + ascii_uppercase[place]
