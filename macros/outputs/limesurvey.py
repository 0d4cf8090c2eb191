"""Each question set as a survey for LimeSurvey: its tab-separated structure.

Source: https://www.limesurvey.org/manual/Tab_Separated_Value_survey_structure
"""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO

from markupsafe import escape

from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.pages.question_set import LIMESURVEY_FILE, to_ask
from macros.pages.questionnaire import AskedOption, Questionnaire, questionnaire

_COLUMNS = ("class", "type/scale", "name", "relevance", "text", "help", "language", "mandatory", "other")
# The longest codes that LimeSurvey takes. A code has letters and digits only.
_QUESTION_CODE, _ANSWER_CODE = 20, 5
# A list of which one answer is chosen.
_ONE_OF = "L"
# Answers are not linked to people, and neither the address of a computer nor the time is kept.
_SETTINGS = {"anonymized": "Y", "ipaddr": "N", "refurl": "N", "datestamp": "N", "savetimings": "N", "format": "A"}


def limesurveys(public: PublicLibrary, site: SiteInfo) -> Iterator[File]:
    """The survey of each question set whose questions may be copied."""
    for one in to_ask(public):
        text = limesurvey_text(questionnaire(one, public), site.language)
        # LimeSurvey's own files start with a byte order mark.
        yield File(f"{one.FOLDER}/{one.id}/{LIMESURVEY_FILE}", text.encode("utf-8-sig"))


def limesurvey_text(asked: Questionnaire, language: str) -> str:
    """The rows of the survey, separated by tabs."""
    text = StringIO(newline="")
    writer = csv.DictWriter(text, _COLUMNS, delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(asked, language))
    return text.getvalue()


def _rows(asked: Questionnaire, language: str) -> Iterator[dict[str, str]]:
    for name, value in {"language": language, **_SETTINGS}.items():
        yield {"class": "S", "name": name, "text": value}
    said = {"language": language}
    yield {"class": "SL", "name": "surveyls_title", "text": asked.title, **said}
    # Only these two are shown as HTML.
    yield {"class": "SL", "name": "surveyls_welcometext", "text": str(escape(asked.introduction)), **said}
    yield {"class": "SL", "name": "surveyls_endtext", "text": str(escape(asked.credit)), **said}
    yield {"class": "G", "type/scale": "1", "name": asked.title, "relevance": "1", **said}
    codes = question_codes([one.id for one in asked.questions])
    for question in asked.questions:
        optional = {"relevance": "1", "mandatory": "N", "other": "N"}
        name = codes[question.id]
        yield {"class": "Q", "type/scale": _ONE_OF, "name": name, "text": question.text, **optional, **said}
        for code, option in zip(answer_codes(question.options), question.options, strict=True):
            yield {"class": "A", "type/scale": "0", "name": code, "text": option.text, **said}


def question_codes(ids: Sequence[str]) -> dict[str, str]:
    """A code for each question, as much of its name as LimeSurvey takes: "say-in-my-work" is "sayinmywork"."""
    codes: dict[str, str] = {}
    for number, one in enumerate(ids, 1):
        code = re.sub("^(?=[0-9])", "q", one.replace("-", ""))[:_QUESTION_CODE]
        codes[one] = f"{code[: _QUESTION_CODE - 3]}{number:03}" if code in codes.values() else code
    return codes


def answer_codes(options: Sequence[AskedOption]) -> list[str]:
    """A code for each answer: its name if that is short enough for LimeSurvey, or else its number."""
    fits = all(len(one.id) <= _ANSWER_CODE and one.id.isalnum() for one in options)
    return [one.id if fits else f"A{number}" for number, one in enumerate(options, 1)]
