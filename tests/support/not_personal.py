"""Texts that only look as if something personal were in them, made from a seed when a test runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

from tests.support.personal import MONTHS, NONE, Labelled, cut, digits, filled, fitting

ROLES = (
    "england.contactus occupational.health hull.iapt england.mhteam app.integration york.referrals workforce.hub psychology.duty "
    "do_not_reply no.reply talkingtherapies.hull lunch.club team wellbeing-trainees staff.wellbeing leeds.mentalhealth "
    "north.yorkshire clinical.lead step2.enquiries hr.advice admin.leeds peer.support book.club york.choir wellbeing_hub "
    "recovery.college service-desk info sheffield.pwp training.bookings older.adults perinatal.mh east.riding pals.office "
    "speak.up patient.experience research.network digital.team chair.network newsletter bradford.craven run.club humber.icb "
    "community.garden data.quality staff-side it.helpdesk cbt.supervision new.starters"
).split()
OFFICES = ("0113 496 0{3}", "01632 960{3}", "020 7946 0{3}", "(01632) 960{3}")
HEXADECIMAL = "0123456789abcdef"


def _ten(random: Random) -> str:
    """Ten digits, which often fit like those of an NHS number."""
    ten = fitting(random) if random.random() < 0.5 else digits(random, 10)
    return random.choice((ten, " ".join(cut(ten, (3, 3, 4))), "-".join(cut(ten, (3, 3, 4)))))


def _isbn(random: Random) -> str:
    return random.choice(("", "-", " ")).join(cut(fitting(random), (1, 3, 5, 1)))


WORDS: Mapping[str, Callable[[Random], str]] = {
    "ten": _ten,
    "fit": fitting,
    "isbn": _isbn,
    "role": lambda random: random.choice(ROLES),
    "office": lambda random: filled(random, random.choice(OFFICES)),
    "commit": lambda random: "".join(random.choice(HEXADECIMAL) for _ in range(random.choice((7, 8, 10, 40)))),
    "year": lambda random: str(random.randint(1990, 2030)),
    "past": lambda random: str(random.randint(1948, 1989)),
    "month": lambda random: random.choice(MONTHS),
    "day": lambda random: str(random.randint(1, 28)),
    "dd": lambda random: f"{random.randint(1, 28):02}",
    "mm": lambda random: f"{random.randint(1, 12):02}",
    "unix": lambda random: str(random.randint(1_600_000_000, 1_800_000_000)),
}
# Each with patterns, one of which is chosen.
NOT_PERSONAL: dict[str, Sequence[str]] = {
    "ISBN-10": ("ISBN {isbn}", "ISBN-10: {isbn}", "isbn {isbn}", "ISBN:{isbn}"),
    "ISBN-10 before the word": ("A book from 2008 ({isbn}, ISBN)",),
    "ISBN-13": (
        "ISBN 978{10}",
        "ISBN 978-{1}-{3}-{5}-{1}",
        "ISBN 979 {1} {3} {5} {1}",
        "See 978-{1}-{3}-{5}-{1} on that",
    ),
    "DOI": ("https://doi.org/10.{4}/{fit}", "doi: 10.1080/{fit}", "10.1007/s00127-{3}-{5}-{1}"),
    "trial": ("It is registered (ISRCTN{8}, NCT{8})",),
    "PMID": ("PMID {8}; PMCID: PMC{7}",),
    "grant": ("Grant NIHR{10} paid for it", "Grant MR/{10}", "award number {ten}"),
    "id in an address": (
        "[It](https://www.nhs.uk/news/{fit})",
        "[It](https://www.example.org/?id={fit})",
        "[It](https://www.england.nhs.uk/patient-stories/{fit})",
        "https://www.example.org/watch/{11}",
        "https://www.example.org/07{9}",
    ),
    "unix time": ("timestamp {unix}", "It was saved at {unix}"),
    "UTR": ("UTR {10}", "UTR {5} {5}"),
    "SNOMED": ("SNOMED CT {8}", "SNOMED CT {11}", "SNOMED CT {16}"),
    "Teams": ("Join Microsoft Teams, meeting ID: {3} {3} {3} {2}, passcode: a{1}W{1}Pq",),
    "Zoom": ("Zoom: 8{2} {4} {4}, passcode {6}", "Zoom 9{2} {3} {4}"),
    "meeting": (
        "Join the next call with the meeting number {ten} and the passcode rooms",
        "conference ID {3} {3} {3}#",
    ),
    "commit": ("Fixed in {commit}",),
    "form": ("Form FP17DC is for that", "Form HC5 2AB", "SA100, MED3, P45, MATB1", "Fill in form AB{6}C"),
    "price": ("It cost £{3},{3},{3}.{2}", "£{10}"),
    "pages": ("Journal of Samples {year};{2}({1}):{3}-{4}", "pp. {4}-{4}, and {3}–{4}"),
    "court": ("A {year} Supreme Court judgment", "The {year} High Court rulings"),
    "year and street": (
        "The {year} Recruitment Drive begins",
        "In {year} Leeds Community Gardens opened",
        "The {year} Wellbeing Way",
    ),
    "generation": ("People born between {past} and {year}", "It was born in {month} {past}"),
    "birth of a thing": ("The NHS was born on {day} {month} {past}", "Our service was born on {day} {month} {year}"),
    "office from abroad": ("The office is on +44 (0)113 496 0{3}", "Telephone +44 1632 960{3}", "+44 20 7946 0{3}"),
    "office": (
        "The office is on {office}",
        "Reception: {office}",
        "Ring the team on {office}",
        "Our helpline: {office}",
    ),
    "free number": ("Ring 0800 {3} {4} at any time", "0300 {3} {4}", "0345 {6}"),
    "role": ("Write to {role}@nhs.net", "{role}@eastriding.nhs.uk", "Ask {role}@example.org", "{role}@leeds.gov.uk"),
    "organisation": ("b{5}.surgery@nhs.net", "england.sampleleads@nhs.net", "Write to rxf-tr.staffside@nhs.net"),
    "order": ("Order {ten} was for soup", "Invoice number {ten}, account {8}"),
    "ORCID": ("ORCID 0000-000{1}-{4}-{4}",),
    "dates": (
        "We met on {dd}/{mm}/2026, {dd}/{mm}/2026 and {day}.{mm}.2026",
        "2026-{mm}-{dd} 13:30 to 16:00, 07/11/2026-08/11/2026",
    ),
    "table": ("| Year | n |\n| --- | --- |\n| {year} | {4} |\n| {year} | {3} |",),
    "scores": ("PHQ-9 fell from {2} to {1}, GAD-7 from 1{1} to {1}; n = {5} patients",),
    "statistics": ("(t({2}) = {1}.{2}, p < 0.{3}, 95% CI 0.{3}-1.{3})",),
    "years": ("In 2019/20, 2020-21 and up to 2021-22 a new team of {2} people formed",),
    "version": ("Version {2}.{2}.{2} of 2026-{mm}-{dd}",),
    "paper": ("Print it on A4, 2nd edition, B12 and W1A", "A{1} 3rd edition"),
    "people and roads": (
        "{2} people met on the road, {1} steps down the street",
        "Chapter {1} Open Road",
        "Step {1} Long Lane",
    ),
    "registered": ("Charity number {7}, company {8}, VAT {3} {4} {2}",),
    "file": ("[Slides](slides-{year}-{2}-{2}.pdf)",),
    "at": ("We met @ {2}.30 at home, and @team liked it",),
    "id": ("- id: ask-for-room-{6}-{3}-{1}", "- id: buy-kettles-{10}"),
}
AROUND = (
    "{}",
    "{}.",
    "See the notes: {}",
    "The NHS team said so. {}",
    "{}, as patients told us",
    "- {}\n- more",
    "> {}",
    "**{}**",
    "We thank our patients. {}",
)


def not_personal(random: Random, number: int) -> Iterator[Labelled]:
    for place in range(number):
        about = [*NOT_PERSONAL][place % len(NOT_PERSONAL)]
        text = filled(random, random.choice(NOT_PERSONAL[about]), WORDS)
        yield Labelled(random.choice(AROUND).format(text), about, about, NONE)
