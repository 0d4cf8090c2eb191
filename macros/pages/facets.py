"""The facets of a list: the questions of its kind, and the answers that its records give."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from macros.kinds import KINDS, Record
from macros.kinds.question import Question
from macros.library.public import PublicLibrary


@dataclass(frozen=True)
class FacetOption:
    """An answer to choose: its value in the address, its label, and how many records give it."""

    value: str
    label: str
    count: int
    note: str = ""


@dataclass(frozen=True)
class Facet:
    """A question with the answers that some record gives. `name` is used in the address. For `is_own`, see `Question`."""

    name: str
    label: str
    options: Sequence[FacetOption]
    is_own: bool


@dataclass(frozen=True)
class Narrowing:
    """The facets of a list, and the answers of each record by its path.

    Answers are positions among all the options, as in "0 5 12". This keeps long lists small. `asked` has the names of all
    questions of the kind, also those without a facet, and `alike` the answers that every record gives, as in "cost=free".
    """

    facets: Sequence[Facet]
    answers: Mapping[str, str]
    asked: Sequence[str]
    alike: Sequence[str]


def narrowing(kind: str, public: PublicLibrary) -> Narrowing:
    """The facets of the list of a kind, and its records' answers."""
    model = KINDS[kind]
    records = list(public.all_of(model).values())
    questions = model.questions(records, public)
    facets: list[Facet] = []
    alike: list[str] = []
    places: list[list[str]] = [[] for _ in records]
    first_place = 0
    for question in questions:
        given = [_known(question, record) for record in records]
        options = _options(question, Counter(chain.from_iterable(given)))
        # A question that every record answers alike narrows nothing down.
        if any(option.count < len(records) for option in options):
            facets.append(Facet(question.name, question.label, options, question.is_own))
            place_of = {option.value: str(place) for place, option in enumerate(options, first_place)}
            first_place += len(options)
            for of_record, values in zip(places, given, strict=True):
                of_record += [place_of[value] for value in values]
        else:
            alike += [f"{question.name}={option.value}" for option in options]
    answers = {record.path: " ".join(of_record) for record, of_record in zip(records, places, strict=True)}
    return Narrowing(facets, answers, [question.name for question in questions], alike)


def _known(question: Question, record: Record) -> list[str]:
    """A record's answers without duplicates. Themes and services that are not shown are left out."""
    return [value for value in dict.fromkeys(question.answers(record)) if value in question.choices]


def _options(question: Question, counts: Mapping[str, int]) -> list[FacetOption]:
    return [
        FacetOption(value, label, counts[value], question.notes.get(value, ""))
        for value, label in question.choices.items()
        if counts[value]
    ]
