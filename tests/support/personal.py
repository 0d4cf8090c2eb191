"""Texts with personal data, each labelled, made from a seed when a test runs: nothing of it is kept or shown.

What is personal is from ranges that are kept for tests and stories: NHS numbers from 999 (NHS Data Dictionary), telephone numbers
from 07700 900 and 01632 960 (Ofcom), postcodes in ZZ, which there are none in. Names are made of common ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

CERTAIN, LIKELY, NONE = "certain", "likely", "none"


@dataclass(frozen=True)
class Labelled:
    """A text, what it is about, how it is written, and whether that is personal: certain, likely or none."""

    text: str
    about: str
    way: str
    label: str


Maker = Callable[[Random, int], Iterator[Labelled]]

SPACES = ("\u00a0", "\u2009", "\u202f", "\u2007", "\u3000", "  ", "\t", "\u205f")
DASHES = ("-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\ufe58", "\uff0d")
# What stands between the groups of a number, one of which is chosen.
BETWEEN: dict[str, Sequence[str]] = {
    "spaces": (" ",),
    "together": ("",),
    "hyphens": ("-",),
    "spaced hyphens": (" - ",),
    "dots": (".",),
    "middle dots": ("\u00b7",),
    "slashes": ("/",),
    "underscores": ("_",),
    "other spaces": SPACES,
    "other dashes": DASHES,
    "references": ("&nbsp;", "&#160;", "&thinsp;", "&#x2009;", "&ensp;", "&#8209;", "&ndash;", "&hyphen;"),
    "line ends": ("\n", "\n  ", "\n> ", "  \n"),
    "hidden characters": ("\u200b", "\u00ad", "\u2060", "\u200d"),
    "escapes": ("\\-", "\\_", "\\."),
    "cells of a table": (" | ",),
    "encoded": ("%20",),
}
# What is done to the whole of it, with {0} for its first group and {1} for the others.
ROUND: dict[str, Sequence[str]] = {
    "bold first": ("**{0}** {1}", "__{0}__ {1}", "`{0}` {1}", "~~{0}~~ {1}", "*{0}* {1}"),
    "bold rest": ("{0} **{1}**", "{0} _{1}_"),
    "brackets": ("({0}) {1}", "({0}){1}", "[{0}] {1}"),
    "tags": ("<b>{0}</b> {1}", "{0}<br>{1}"),
    "code": ("`{0} {1}`",),
    "link": ("[{0} {1}](https://www.example.org/)",),
    "quotation": ('"{0} {1}"',),
    "end of sentence": ("{0} {1}.",),
}
WAYS = (*BETWEEN, *ROUND, "full width", "bold within")


def full_width(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def written(random: Random, way: str, groups: Sequence[str]) -> str:
    """The groups of a number or code, as this way has it."""
    if way in BETWEEN:
        return random.choice(BETWEEN[way]).join(groups)
    if way in ROUND:
        return random.choice(ROUND[way]).format(groups[0], " ".join(groups[1:]))
    whole = " ".join(groups)
    if way == "full width":
        return full_width(whole)
    at = random.randrange(1, len(whole) - 1)
    return f"**{whole[:at].strip()}**{whole[at:]}"


def cut(text: str, sizes: Sequence[int]) -> list[str]:
    starts = [sum(sizes[:place]) for place in range(len(sizes))]
    return [text[start : start + size] for start, size in zip(starts, sizes, strict=True)]


def last_digit(nine: str) -> int:
    """The check digit of an NHS number and of an ISBN of ten digits; 10 if there is none."""
    total = sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11


def digits(random: Random, number: int) -> str:
    return "".join(random.choice("0123456789") for _ in range(number))


def fitting(random: Random, start: str = "") -> str:
    """Ten digits with the right check digit."""
    while True:
        nine = start + digits(random, 9 - len(start))
        if (last := last_digit(nine)) < 10:
            return f"{nine}{last}"


PATIENTS = (
    "Her NHS number is {}",
    "NHS no. {}",
    "NHS No-{}",
    "NHS No:{}",
    "nhs number: {}",
    "We saw patient {} in May",
    "The client ({}) came twice",
    "NHS#{}",
    "{} is the patient's number",
    "| NHS number | {} |",
    "| Name | NHS number |\n| --- | --- |\n| A | {} |",
    "Patient ID {}",
    "- NHS Number\n  {}",
    "the service user, {}, agreed",
    "NHSNo={}",
    "Pt NHS: {}",
)
UNSAID = ("We took {}", "{} it was", "Look up {} for that", "Then {} came again", "- {}\n- and others", "({})")
_SIZES = ((3, 3, 4),) * 4 + ((3, 7), (6, 4), (4, 3, 3), (5, 5), (2,) * 5, (1,) * 10)


def nhs_numbers(random: Random, number: int) -> Iterator[Labelled]:
    for place in range(number):
        way = WAYS[place % len(WAYS)]
        text = written(random, way, cut(fitting(random, "999"), random.choice(_SIZES)))
        is_said = random.random() < 0.7
        sentence = random.choice(PATIENTS if is_said else UNSAID)
        yield Labelled(sentence.format(text), "NHS number", way, CERTAIN if is_said else LIKELY)


MOBILES = (
    "Ring {}",
    "Call {} to come",
    "Mobile: {}",
    "m: {}",
    "Tel {}",
    "{} is my number",
    "text {}",
    "WhatsApp {}",
    "Please ring me ({})",
    "- {}",
    "| Jane | {} |",
    "Contact: {}",
    "tel:{}",
    "Mob.{}",
    "Ring me\u2014{}",
    "You can reach us on {} after 5pm",
)
LANDLINES = (
    "Ring her at home on {}",
    "home: {}",
    "my home number is {}",
    "Her mother's number is {}",
    "personal line {}",
    "landline {}",
    "Next of kin: {}",
    "Call Jane on {}",
    "His direct number is {}",
    "Ring {} in the evening",
)
_ABROAD = ("+44", "0044", "44", "", "", "")


def telephone_numbers(random: Random, number: int) -> Iterator[Labelled]:
    for place in range(number):
        way = WAYS[place % len(WAYS)]
        if random.random() < 0.25:
            groups = cut(f"01632960{digits(random, 3)}", random.choice(((5, 6), (5, 3, 3))))
            yield Labelled(random.choice(LANDLINES).format(written(random, way, groups)), "landline", way, LIKELY)
            continue
        sizes = random.choice(((5, 6), (5, 3, 3), (5, 6), (4, 3, 4), (5, 2, 2, 2), (3, 2, 2, 2, 2)))
        groups = cut(f"07700900{digits(random, 3)}", sizes)
        if (code := random.choice(_ABROAD)) and way in BETWEEN:
            groups = [code, random.choice(("(0)", "") if sizes[0] > 3 else ("",)) + groups[0][1:], *groups[1:]]
        yield Labelled(random.choice(MOBILES).format(written(random, way, groups)), "mobile", way, CERTAIN)


INSURED = (
    "NI number {}",
    "Her national insurance number is {}",
    "NINO: {}",
    "N.I. no. {}",
    "| NI | {} |",
    "National Insurance No-{}",
)


def insurance_numbers(random: Random, number: int) -> Iterator[Labelled]:
    ways = [way for way in WAYS if way != "encoded"]
    for place in range(number):
        way = ways[place % len(ways)]
        is_said = random.random() < 0.6
        # QQ stands in examples, and nobody has it.
        letters = random.choice(("AB", "CE", "JG", "ZZ", "PX", "SR", *(("QQ",) if is_said else ())))
        sizes = random.choice(((2, 2, 2), (2, 2, 2), (6,)))
        groups = [letters, *cut(digits(random, 6), sizes), random.choice("ABCD")]
        text = written(random, way, groups)
        if random.random() < 0.2 and (is_said or way == "spaces"):
            text = text.lower()
        sentence = random.choice(INSURED if is_said else UNSAID)
        yield Labelled(sentence.format(text), "insurance number", way, CERTAIN if is_said else LIKELY)


MONTHS = "January February March April May June July August September October November December".split()
# With the day {d} or {dd}, the month {m}, {mm}, {mon} or {month}, the year {y} or {yy}, and {th} after the day.
DAYS: dict[str, str] = {
    "slashes": "{dd}/{mm}/{y}",
    "no zeros": "{d}/{m}/{y}",
    "short year": "{dd}/{mm}/{yy}",
    "dots": "{d}.{m}.{y}",
    "hyphens": "{dd}-{mm}-{y}",
    "spaced": "{dd} / {mm} / {y}",
    "year first": "{y}-{mm}-{dd}",
    "year first with slashes": "{y}/{mm}/{dd}",
    "words": "{d} {month} {y}",
    "short": "{d} {mon} {y}",
    "short with hyphens": "{dd}-{mon}-{yy}",
    "ordinal": "{d}{th} {month} {y}",
    "ordinal of": "{d}{th} of {month} {y}",
    "the ordinal of": "the {d}{th} of {month}, {y}",
    "month first": "{month} {d}, {y}",
    "month and ordinal": "{month} {d}{th}, {y}",
    "spaces": "{dd} {mm} {y}",
    "no-break spaces": "{d}\u00a0{month}\u00a0{y}",
    "together": "{dd}{mm}{y}",
    "bold half": "**{d}** {month} {y}",
    "references": "{d}&nbsp;{month}&nbsp;{y}",
    "dashes": "{dd}\u2013{mm}\u2013{y}",
    "line end": "{d} {month}\n{y}",
    "year and month first": "{y} {month} {d}",
    "full width": "{dd}/{mm}/{y}",
}
BORN = (
    "DOB {}",
    "DOB: {}",
    "dob {}",
    "D.O.B. {}",
    "d.o.b.: {}",
    "(DoB {})",
    "Date of birth: {}",
    "| Date of birth | {} |",
    "Birth date: {}",
    "**DOB:** {}",
    "She was born on {}",
    "born {}",
    "A client who was born on {} came",
    "{} (DOB)",
    "D O B {}",
    "date-of-birth {}",
    "| Name | DOB |\n| --- | --- |\n| A | {} |",
    "D.O.B\u00a0{}",
)


def dates_of_birth(random: Random, number: int) -> Iterator[Labelled]:
    for place in range(number):
        way = [*DAYS][place % len(DAYS)]
        day, month, year = random.randint(1, 28), random.randint(1, 12), random.randint(1925, 2012)
        name, ending = MONTHS[month - 1], {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}.get(day, "th")
        parts = {"d": day, "dd": f"{day:02}", "m": month, "mm": f"{month:02}", "y": year, "yy": f"{year % 100:02}"}
        text = DAYS[way].format(**parts, mon=name[:3], month=name, th=ending)
        text = full_width(text) if way == "full width" else random.choice((str, str.lower, str.upper))(text)
        text = text.replace("&NBSP;", "&nbsp;")
        yield Labelled(random.choice(BORN).format(text), "date of birth", way, CERTAIN)


FIRST = (
    "Jane Mary Amir Priya Zoë Agnieszka Siobhan Mohammed Oluwaseun José Chloe Björn Anne-Marie Renée Kwame Łukasz Ifeoma "
    "Harpreet Sinéad Tomasz"
).split()
LAST = (
    "Doe Bloggs Smith-Jones O'Brien D'Souza Müller Nowak Patel Okonkwo Fernández van.der.Berg Mc-Allister Singh Østergård "
    "Kaur Nguyen St.John Haddad"
).split()
AT_HOME = "gmail.com hotmail.co.uk yahoo.co.uk outlook.com icloud.com btinternet.com live.co.uk proton.me".split()
AT_WORK = "nhs.invalid trust.invalid example.org anytown.nhs.invalid example.ac.uk".split()
# With the first name {f}, its initial {i}, the last name {l} and the host {h}.
MAILBOXES: dict[str, str] = {
    "dots": "{f}.{l}@{h}",
    "underscore": "{f}_{l}@{h}",
    "initial": "{i}.{l}@{h}",
    "initials": "{i}.a.{l}@{h}",
    "middle initial": "{f}.b.{l}@{h}",
    "number": "{f}.{l}27@{h}",
    "tag": "{f}.{l}+rota@{h}",
    "last name first": "{l}.{f}@{h}",
    "three names": "{f}.louise.{l}@{h}",
    "hyphen": "{f}-{l}@{h}",
    "link": "[write](mailto:{f}.{l}@{h})",
    "angle brackets": "<{f}.{l}@{h}>",
    "bold half": "**{f}**.{l}@{h}",
    "reference": "{f}.{l}&#64;{h}",
    "named references": "{f}&period;{l}&commat;{h}",
    "encoded": "[x](https://www.example.org/?to={f}.{l}%40{h})",
    "full width": "{f}.{l}\uff20{h}",
    "spaces": "{f}.{l} @ {h}",
    "line end": "{f}.{l}@\n{h}",
    "escaped": "{f}\\_{l}@{h}",
    "at in brackets": "{f}.{l} [at] {h}",
    "hidden": "{f}.\u200b{l}@{h}",
    "cell of a table": "| {f} | {f}.{l}@{h} |",
    "code": "`{f}.{l}@{h}`",
    "with the name": '"{f} {l}" <{f}.{l}@{h}>',
}
WRITES = ("Write to {}.", "Ask {} about it", "{}", "contact: {}", "Thanks to {} for that")


def personal_mailboxes(random: Random, number: int) -> Iterator[Labelled]:
    for place in range(number):
        way = [*MAILBOXES][place % len(MAILBOXES)]
        first, last = random.choice(FIRST), random.choice(LAST)
        host = random.choice(AT_HOME if random.random() < 0.6 else AT_WORK)
        text = MAILBOXES[way].format(f=first, i=first[0], l=last.replace("'", random.choice("'\u2019")), h=host)
        text = random.choice((str, str.lower, str.upper))(text) if "&" not in text else text.lower()
        yield Labelled(random.choice(WRITES).format(text), "mailbox", way, CERTAIN)


STREETS = "Street Road Lane Avenue Crescent Terrace Gardens Grove Mews".split()
NAMES = "Sample|Acacia|Example|Bramble|High|Brindle|Church|Nettle|Fig|Station|Old Mill|St Anne's".split("|")
HOUSES = ("{1}", "{2}", "{2}A", "{2}b", "{2}C", "Flat {1}, {2}", "1{1}-2{1}")
# With a house {house}, a street {street}, and the halves of a postcode {out} and {in}.
ADDRESSES: dict[str, tuple[str, str]] = {
    "postcode": ("{out} {in}", LIKELY),
    "postcode together": ("{out}{in}", LIKELY),
    "postcode with a no-break space": ("{out}\u00a0{in}", LIKELY),
    "postcode with a thin space": ("{out}\u2009{in}", LIKELY),
    "postcode with a reference": ("{out}&nbsp;{in}", LIKELY),
    "postcode with a hyphen": ("{out}-{in}", LIKELY),
    "postcode with a dash": ("{out}\u2013{in}", LIKELY),
    "postcode half bold": ("**{out}** {in}", LIKELY),
    "postcode in small letters": ("{out} {in}", LIKELY),
    "postcode of full width": ("{out} {in}", LIKELY),
    "postcode over two lines": ("{out}\n{in}", LIKELY),
    "postcode as code": ("`{out} {in}`", LIKELY),
    "postcode that is called so": ("postcode {out}{in}", CERTAIN),
    "street": ("{house} {street}", CERTAIN),
    "street with a comma": ("{house}, {street}", CERTAIN),
    "street in capitals": ("{house} {street}", CERTAIN),
    "street and postcode": ("{house} {street}, Anytown, {out} {in}", CERTAIN),
    "street and postcode in small letters": ("{house} {street}, anytown {out}{in}", CERTAIN),
    "lines": ("{house} {street}\nAnytown\n{out} {in}", CERTAIN),
    "shortened": ("{house} Sample {short}", CERTAIN),
    "street with no-break spaces": ("{house}\u00a0{street}", CERTAIN),
    "bold number": ("**{house}** {street}", CERTAIN),
    "cells of a table": ("| {house} {street} | {out} {in} |", CERTAIN),
    "street in small letters": ("lives at {house} {street}", CERTAIN),
    "hidden": ("{house}\u200b {street}", CERTAIN),
}
SENT = ("We saw her at {}.", "{}", "Send it to {} by Friday", "Home: {}", "She moved to {}", "- {}")


def postal_addresses(random: Random, number: int) -> Iterator[Labelled]:
    for place in range(number):
        way = [*ADDRESSES][place % len(ADDRESSES)]
        pattern, label = ADDRESSES[way]
        code = (random.choice(("ZZ99", "ZZ1", "ZZ9A")), random.choice("1234567890") + random.choice(("AP", "DU", "LX")))
        parts = {"house": filled(random, random.choice(HOUSES)), "short": random.choice("Rd Ave St Ln Gdns".split())}
        parts["street"] = f"{random.choice(NAMES)} {random.choice(STREETS)}"
        text = pattern.format(**parts, **{"out": code[0], "in": code[1]})
        text = full_width(text) if "full width" in way else text.lower() if "small letters" in way else text
        text = text.upper() if "capitals" in way else text
        yield Labelled(random.choice(SENT).format(text), "postal address", way, label)


def filled(random: Random, pattern: str, words: Mapping[str, Callable[[Random], str]] | None = None) -> str:
    """The pattern with so many digits in place of {3}, none of which is 0 at the start, and with words in place of their names."""

    def one(match: re.Match[str]) -> str:
        name = match[1]
        if name.isdecimal():
            return random.choice("123456789") + digits(random, int(name) - 1)
        return (words or {})[name](random)

    return re.sub(r"\{(\w+)\}", one, pattern)


# How many texts of each a measurement takes.
ALL: Mapping[Maker, int] = {
    nhs_numbers: 3000,
    telephone_numbers: 3000,
    postal_addresses: 1500,
    insurance_numbers: 1000,
    dates_of_birth: 300,
    personal_mailboxes: 300,
}
