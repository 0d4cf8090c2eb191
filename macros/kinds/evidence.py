"""Evidence: a study, review, guideline or case study, and how to find it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from macros.kinds.name import KindName
from macros.kinds.question import Question, by_audience, by_setting, by_theme, by_year
from macros.kinds.record import Record, replaced_by_field, summary_field, title_field
from macros.kinds.shown import ListGroup, Shown, in_groups
from macros.schema.field import ASKED, LATER, Need, When, field
from macros.schema.part import EvidenceId, Paragraph, Part, Sentence, Setting, Summary, Title
from macros.schema.types import Choice, Doi, Text, WebAddress, Word
from macros.schema.written_numbers import WholeNumber

STRONGEST = 5
# The characters of a DOI that mean in an address what they mean in it.
_AS_THEY_ARE = "/:;,()@!$&'*+=~%"


class Checked(Choice):
    """How closely someone from the network has read a piece of evidence."""

    ABSTRACT = "abstract", "We have read the abstract, a summary or part of it."
    FULL_TEXT = "full-text", "We have read all of it."
    SECOND_HAND = "second-hand", "We have read what someone else wrote about it."


@dataclass(frozen=True)
class Wording:
    """What a page says of a piece of evidence, in words that fit its kind. `in_part` is said if we have not read all of it."""

    population: str = "Who took part"
    question: str = "What it asked"
    findings: str = "What it found"
    in_part: str = "We have read the abstract."


# Kinds that a network may not have, or that are not studies there, have the usual words.
_SUMMARISED = "We have read a summary, or part of it."
_WORDING = {
    "guideline": Wording("Who it is for", "What it answers", "What it recommends", _SUMMARISED),
    "case-study": Wording(in_part=_SUMMARISED),
}


class Citation(Part):
    """How to find a publication."""

    authors: Annotated[str, Text(2, 300)] = field(
        "Its authors, as a reader would cite them.", ["Author A and Author B"]
    )
    year: WholeNumber | None = field(
        "The year it was published. Leave it out if it does not say.",
        ["2014"],
        default=None,
        ask=ASKED,
        ge=1900,
        le=2100,
    )
    title: Annotated[str, Text(3, 300)] = field("Its title.", ["A survey of breaks at work"])
    where: Annotated[str, Text(2, 300)] = field(
        "The journal with volume and pages, or the publisher.", ["Journal of Mental Health 26(2)"]
    )
    doi: Doi | None = field(
        "Its DOI, without https://doi.org/. Needed unless it has a url.",
        ["10.1080/09638237.2016.1276540"],
        default=None,
        needed=Need(unless="url", rule="provenance-missing"),
    )
    url: WebAddress | None = field(
        "Its web address, if it has no DOI.",
        ["https://www.nice.org.uk/guidance/ng212"],
        default=None,
        ask=LATER,
        proposed=True,
    )

    @property
    def address(self) -> str | None:
        """The web address to read it at, from its DOI if it has one."""
        return f"https://doi.org/{quote(self.doi, safe=_AS_THEY_ARE)}" if self.doi else self.url


class Evidence(Record):
    """A study, review, guideline or case study, in our words."""

    KIND = "evidence"
    FOLDER = "evidence"
    NAME = KindName("evidence", "evidence", ("piece of evidence", "pieces of evidence"))
    PLACE = 30
    MARK = "M5 15l5 5-5 5-5-5zM20 15l5 5-5 5-5-5zM35 15l5 5-5 5-5-5z"
    COLOUR = "evidence"
    RELATES = True

    title: Title = title_field("Do people take their breaks?")
    summary: Summary = summary_field(
        "A survey of 201 people in which seven in ten worked through their breaks, above all on busy days."
    )
    kind: Annotated[str, Word("evidence_kinds")] = field("What kind of evidence it is.", ["survey"])
    citation: Citation = field("How to find it.")
    question: Sentence = field("What it set out to answer.", ["How many people take their breaks?"])
    findings: Paragraph = field("What it found, with its figures, in plain English.", ["Seven in ten were burnt out."])
    population: Sentence | None = field("Who took part.", ["201 people in 12 services."], default=None)
    audience: list[Annotated[str, Word("audiences")]] = field(
        "Who it is about, if that is one of the audiences of initiatives.", [["new-starters"]], default=[]
    )
    setting: list[Setting] = field("The setting that it studied.", [["one-to-one"]], default=[])
    sample_size: WholeNumber | None = field(
        "How many people took part, or how many studies a review includes.", ["201"], default=None, ge=1
    )
    limitations: Paragraph | None = field("What it cannot tell us.", ["It is one survey at one time."], default=None)
    strength: WholeNumber | None = field(
        "How strong it is, from 1 (weak) to 5 (strong). Leave it out if no one in the network has seen it.",
        ["3"],
        default=None,
        ask=ASKED,
        needed=Need(
            When("checked", (Checked.ABSTRACT, Checked.FULL_TEXT)),
            why="Evidence that we have read says how strong it is.",
        ),
        ge=1,
        le=5,
    )
    strength_reason: Sentence | None = field(
        "Why we gave it that strength.",
        ["One survey at one time, and people chose whether to answer."],
        default=None,
        ask=ASKED,
        needed=Need(When("strength"), why="Evidence with a strength says why it has that one."),
    )
    checked: Checked = field("How closely we have looked at it.", ["abstract"])
    conflicts_with: list[EvidenceId] = field(
        "Evidence that disagrees: file names of evidence records, without .md.",
        [["another-survey-2021"]],
        default=[],
        hint="Evidence that disagrees.",
        max_length=100,
        ask=LATER,
    )
    replaced_by: list[EvidenceId] = replaced_by_field("evidence", "survey-2017")

    @property
    def weight(self) -> int:
        """Its strength; 0 if no one has rated it."""
        return self.strength or 0

    @property
    def wording(self) -> Wording:
        """The words that fit its kind."""
        return _WORDING.get(self.kind, Wording())

    @property
    def how_checked(self) -> str:
        """How closely we have looked at it, in words that fit its kind."""
        return self.wording.in_part if self.checked is Checked.ABSTRACT else self.checked.description

    def fact_line(self, shown: Shown) -> list[str]:
        """Its kind, year and strength."""
        kind = shown.network.words("evidence_kinds")[self.kind]
        published = f"{kind}, {self.citation.year}" if self.citation.year else kind
        return [published, f"Strength {self.strength} of {STRONGEST}" if self.strength else "Strength not rated"]

    def sentences(self) -> Iterable[str | None]:
        """Its question, findings, population, limitations and reason for its strength."""
        return (self.question, self.findings, self.population, self.limitations, self.strength_reason)

    def search_words(self, shown: Shown) -> Iterator[str]:
        """Its citation, setting and audience."""
        yield from (self.citation.authors, str(self.citation.year or ""), self.citation.title, self.citation.where)
        yield from (shown.network.words("settings")[one] for one in self.setting)
        yield from (shown.network.words("audiences")[one] for one in self.audience)

    @classmethod
    def groups(cls, records: Sequence[Evidence], shown: Shown) -> Iterable[ListGroup]:
        """Groups by kind in the order of network.yml, strongest first, then newest."""
        by_strength = sorted(records, key=lambda one: (-one.weight, -(one.citation.year or 0), one.title.casefold()))
        return in_groups(by_strength, shown.network.words("evidence_kinds"), lambda one: one.kind, is_own=True)

    @classmethod
    def questions(cls, records: Sequence[Evidence], shown: Shown) -> list[Question]:
        """Theme, strength, kind, setting, audience, year and how it was checked."""
        weights = {1: ": weak", STRONGEST: ": strong"}
        rated = {one: f"{one} of {STRONGEST}{weights.get(one, '')}" for one in range(STRONGEST, 0, -1)}
        strengths = {str(one): label for one, label in {**rated, 0: "Not rated"}.items()}
        kinds = shown.network.words("evidence_kinds")
        checked = {one: one.description.removesuffix(".") for one in Checked}
        return [
            by_theme(shown),
            Question("strength", "Strength", strengths, lambda record: [str(record.weight)]),
            Question("kind", "Kind", kinds, lambda record: [record.kind], is_own=True),
            by_setting(shown),
            by_audience("Who it is about", shown),
            by_year("Year it was published", records, lambda record: record.citation.year),
            Question("checked", "How we checked it", checked, lambda record: [record.checked]),
        ]
