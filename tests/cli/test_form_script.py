"""The form on the site writes records as the project writes them, and refuses what the rules refuse, in the same words."""

from __future__ import annotations

import gzip
import random
import re
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, quote, urlsplit

import yaml

from macros.kinds import Initiative, Meeting, Topic
from macros.library.library import read_library
from macros.lint.engine import check_library
from macros.lint.people.look import sightings
from macros.lint.rules.paragraphs_in_field import second_part
from macros.propose.form_script import PATH
from macros.propose.record_from_issue import unlisted_service
from macros.propose.services import UNLISTED, services_by_name
from macros.propose.skeleton import file_name, what_is_wrong
from macros.propose.specification import proposed_fields
from macros.schema.description import described, label
from macros.schema.written_dates import written_date
from macros.source.invisible import MEANT, hidden
from macros.source.likeness import alike
from macros.source.typed_lists import with_lists
from macros.source.writer import field_lines, record_text
from tests.support.form_code import called
from tests.support.not_personal import not_personal
from tests.support.personal import ALL
from tests.support.project import ROOT, TODAY
from tests.support.written_texts import written_texts

FIELDS = list(Initiative.model_fields)
TEXTS = ["title", "summary", "tags", "stage", "services", "why_stopped", "audience", "setting", "cost", "contact"]
WRITING = {"order": FIELDS, "texts": TEXTS}

AWKWARD = [
    '"quoted"', "it's", "“curly”", "’", ": ", "key: value", "#", " # not a comment", "- ", "-", "--", "---", "- - x", "* ",
    "1. ", "2)", "? ", "!", "&", "&amp;", "*bold*", "_it_", "|", "%", "@", "`code`", "\\", "C:\\new\\table", "'", '"', "''",
    "true", "No", "null", "~", "2014", "1e3", "0x1F", ".inf", "12:30", "2025-09", "[1]", "{ ", " }", ",", "=", "💚", "👩‍⚕️", "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "مرحبا بكم", "می‌خواهم", "ක්‍රියා", "র‍্যাব", "שלום", "Siân", "Ålesund", "ﬁne", "…", "–",
    "a\r\nb", "c\rd", "\r\n\r\n", "e\vf", "\tg\th", "\u00a0", "\u200b", "\u00ad",
    "Who\tWhen\tWhat\r\nTeam\tMonday\tLunch\r\n",
    "•\tOne\r\n•\tTwo\r\n", "\r\n# Heading\r\n", "\r\nText\r\n---\r\n", "\r\nText\r\n====\r\n",
    "\r\n- # item\r\n", "\r\n#1 idea\r\n", "lunch ", "team ",
]  # fmt: skip


BASE = {
    "summary": "A summary that is long enough for the rules of the network.",
    "added": "2026-11-23",
    "tags": ["peer-support"],
    "services": ["sample-brindle"],
    "contact": "team@example.invalid",
}


def awkward_texts(number: int) -> list[str]:
    """As many texts as people may paste, the same every time; every tenth has more than 3,000 characters."""
    made = []
    for place in range(number):
        chance = random.Random(place)
        text = ""
        while not text or (place % 10 == 0 and len(text) < 3000):
            text += "".join(chance.choice(AWKWARD) for _ in range(chance.randint(1, 12)))
        made.append(text)
    return made


TYPED = awkward_texts(200)


def as_read(text: str) -> str:
    """A text with its spaces folded, and without what nobody can see or type."""
    return " ".join(re.sub("[\u00ad\u200b]", "", text).split())


def test_the_script_is_small() -> None:
    assert len(gzip.compress((ROOT / PATH).read_bytes(), 6)) < 13_500


LISTS = [
    ("We did:\n•\tTea\n•\tCake: o\tk\no\tLemon\n§\tWith icing\n·   Talk\n\nIt went on.",
     "We did:\n- Tea\n- Cake: o\tk\n    - Lemon\n        - With icing\n- Talk\n\nIt went on."),
    ("1)\tAsk.\n2)\tTry.\nThen rest.\n1.\tAgain", "1. Ask.\n2. Try.\nThen rest.\n1. Again"),
    ("§\tDeep\n\n●\xa0One\n\n◦ Two", "- Deep\n\n- One\n\n    - Two"),
    ("– tea\n  – mint\n– soup", "- tea\n    - mint\n- soup"),
    ("— tea\nmore of it\n—\xa0soup", "- tea\nmore of it\n- soup"),
    ("Cake:\no\tk\no\tLemon\n§\tWith icing\n•\tTea", "Cake:\n- k\n- Lemon\n    - With icing\n- Tea"),
    ("We did this:\n-\xa0tea", "We did this:\n- tea"),
    ("- tea\n– soup\n– cake", "- tea\n- soup\n- cake"),
    ("• tea\n\n```\n• code\n```\n\n• soup", "- tea\n\n```\n• code\n```\n\n- soup"),
    ("~~~ text\n• code\n~~~ \n• tea\n~~~\n• soup", "~~~ text\n• code\n~~~ \n- tea\n~~~\n- soup"),
]  # fmt: skip
NO_LISTS = [
    "o dear", "• ", "2) no tab", "Who\tWhen\nTeam\tMonday", "§ 5", "- one\n- two", "a • b", "“It’s”\xa0so",
    "• • •", "•••", "· · ·", "We ate\n– and talked.", "– A colleague", "–tea\n–soup", "·5", "1) Ask.\n2) Try.",
]  # fmt: skip


def test_a_list_that_is_typed_or_pasted_is_one_in_the_form_and_in_an_issue() -> None:
    texts = [*(text for text, _ in LISTS), *NO_LISTS]
    made = [*(made for _, made in LISTS), *NO_LISTS]
    assert called([["passage", text] for text in texts]) == [text.strip() for text in made]
    assert [with_lists(text) for text in texts] == made


def test_the_form_and_an_issue_find_the_same_lists_in_every_text() -> None:
    texts = [*TYPED, *written_texts(500)]
    assert called([["withLists", text] for text in texts]) == [with_lists(text) for text in texts]


def test_a_file_is_called_as_make_new_calls_it() -> None:
    titles = [*TYPED, "Siân's lunch", "’Tis the season", "---", "\uff26ull width", "x" * 59 + " yz", "ß and ﬀ", "مرحبا"]
    assert called([["fileName", title] for title in titles]) == [file_name(title) for title in titles]


ALIKE = [
    ("Caf\u00e9 hour", "Cafe\u0301 hour"), ("LL\u0176N", "ll\u0177n"), ("Tea\u00a0and  talk", "tea and\u2009talk"),
    ("Walk\u2013and\u2014talk", "Walk-and\u2011talk"), ("Don\u2019t work", "Don't work"), ("\uff34ea", "Tea"), ("Tea \u00df", "tea SS"),
    ("T\u200bea", "Tea"), ("\u201cTea\u201d", '"Tea"'),
    ("\u03a3\u03b1\u03c2", "\u03c3\u03b1\u03c3"), ("Thanks \u2764\ufe0f", "thanks \u2764"),
    ("\ufb01rst tea", "first tea"), ("Tea\u3000hour", "Tea hour"),
]  # fmt: skip
UNLIKE = [
    ("Caf\u00e9 hour", "Cafe hour"), ("T\u0177", "Ty"), ("Tea-time", "Tea time"), ("Tea hour", "Tea hours"), ("\u6771", "\u897f"),
    ("Week 1", "Week 2"), ("Tea!", "Tea?"),
]  # fmt: skip


def test_the_form_and_the_check_know_the_same_titles_as_one() -> None:
    texts = [text for pair in (*ALIKE, *UNLIKE) for text in pair]
    for compared in (called([["alike", text] for text in texts]), [*map(alike, texts)]):
        pairs = list(zip(compared[::2], compared[1::2], strict=True))
        assert [one == other for one, other in pairs] == [True] * len(ALIKE) + [False] * len(UNLIKE)


def test_a_file_can_be_made_whatever_the_title(smallest: Path) -> None:
    titles = ["Con", "Aux", "nul", "Lpt1", "Index", "午餐会", "Contact"]
    names = called([["recordName", "initiative", title, "2026-11-23"] for title in titles])
    assert names[:2] + names[-3:] == [
        "con-initiative", "aux-initiative", "index-initiative", "initiative-2026-11-23", "contact",
    ]  # fmt: skip
    for title, name in zip(titles, names, strict=True):
        file = record_text(described(Initiative), {**BASE, "title": title, "stage": "idea"}, "## How to try it\n\nTry.")
        (smallest / f"content/initiatives/{name}.md").write_text(file, encoding="utf-8")
    assert [f"{one.rule} {one.message}" for one in check_library(read_library(smallest), TODAY)] == []


def test_a_service_that_is_named_is_the_same_for_the_form_and_for_an_issue(smallest: Path) -> None:
    service = smallest / "content/services/sample-brindle.md"
    service.write_text(
        service.read_text(encoding="utf-8").replace("area:", "aliases: [service]\nformer_names: [Brindle IAPT]\narea:"),
        encoding="utf-8",
    )
    library = read_library(smallest)
    there = dict(services_by_name(library))
    names = [
        "Sample Brindle", "sample-brindle", "BRINDLE iapt", "Service", "Valley & Hill", "Con", "خدمة الصحة", "constructor",
        "__proto__", "N/A", "none", "-", "💚", "No response",
    ]  # fmt: skip
    found = called([["unlistedService", name, there] for name in names])
    for name, of_form in zip(names, found, strict=True):
        service_of_issue = unlisted_service({UNLISTED: name}, library)
        assert of_form.get("name") == (service_of_issue.name if service_of_issue else None), name
        if service_of_issue:
            assert of_form["id"] == service_of_issue.id
    assert [one.get("id") for one in found] == [
        *["sample-brindle"] * 4, "valley-hill", "con-service", "service-2", "constructor", "proto", *[None] * 5,
    ]  # fmt: skip


def test_the_name_of_a_service_is_held_to_the_rules_of_its_title() -> None:
    question = {"label": "Service", "hint": "Its name.", "sort": "text"}
    names = ["", "-", "No", "n/a", "Valley", "A" * 80, "XY", "A" * 81, "Hill <b>"]
    said = called([["mistakeInPassage", {"ownWords": []}, name, question, False] for name in names])
    assert said == [
        *[""] * 6,
        'The text in "Service" is too short: 2 characters, and it takes at least 3. Say a little more.',
        'The text in "Service" is too long: 81 characters, and it takes at most 80. Shorten it.',
        "This is HTML, which is not allowed in a record. Write plain text, and put a space after a character such as <.",
    ]


def test_a_record_is_written_as_the_project_writes_it() -> None:
    folded = called([["fold", text] for text in TYPED])
    passages = called([["passage", text] for text in TYPED])
    values = [
        {"title": text, "summary": "A summary", "tags": ["rest", text], "minutes": 30, "added": "2026-11-23"}
        for text in folded
    ]
    sections = [[["What happens", text], ["How to try it", "Try."]] for text in passages]
    written = called([["recordText", *one, WRITING] for one in zip(values, sections, strict=True)])
    expected = [
        record_text(
            described(Initiative),
            {name: str(value) if isinstance(value, int) else value for name, value in value_of.items()},
            "\n\n".join(f"## {title}\n\n{text}" for title, text in sections_of),
        )
        for value_of, sections_of in zip(values, sections, strict=True)
    ]
    # A text of nothing that can be seen is no answer, and the form leaves it out before it writes.
    pairs = [pair for pair, text in zip(zip(written, expected, strict=True), folded, strict=True) if text]
    assert len(pairs) > 190
    assert [one for one, _ in pairs] == [other for _, other in pairs]


def title_of(place: int, text: str) -> str:
    """The start of a text, which does not end in a joiner of what is cut off."""
    return f"T{place} {text[:50]}".rstrip("\u200c\u200d")


def without_signs(text: str) -> str:
    """A number sign that would make a heading is written with a backslash, and the entries of a list with hyphens."""
    return re.sub("[•–] ", "- ", as_read(text).replace("\\#", "#"))


def test_what_is_typed_is_what_the_reader_reads(smallest: Path) -> None:
    """The rules find nothing to say of it either: no mistake, and no warning."""
    passages = called([["passage", f"{text} x"] for text in TYPED])
    question = {"label": "A section", "hint": "What happened."}
    refused = called([["mistakeInPassage", {"ownWords": []}, text, question, True] for text in passages])
    kept = [(text, passage) for text, passage, why in zip(TYPED, passages, refused, strict=True) if not why]
    assert len(kept) > 190
    titles = called([["fold", title_of(place, text)] for place, (text, _) in enumerate(kept)])
    reasons = called([["fold", f"Why: {text}"[:1500]] for text, _ in kept])
    base = {**BASE, "stage": "stopped", "started": "2025-03", "stopped": "2025-05"}
    files = called(
        [
            [
                "recordText",
                {**base, "title": title, "why_stopped": why},
                [[one.title, text] for one in Initiative.SECTIONS],
                WRITING,
            ]
            for title, why, (_, text) in zip(titles, reasons, kept, strict=True)
        ]
    )
    for place, file in enumerate(files):
        (smallest / f"content/initiatives/awkward-{place}.md").write_text(file, encoding="utf-8", newline="")
    library = read_library(smallest)
    assert [f"{one.rule} {one.message}" for one in check_library(library, TODAY)] == []
    for place, (text, _) in enumerate(kept):
        record = library.all_of(Initiative)[f"awkward-{place}"]
        assert record.title == as_read(title_of(place, text))
        assert record.why_stopped == as_read(f"Why: {text}"[:1500])
        body = library.documents[f"content/{record.path}"].body
        under = re.split(r"^## .*\n", body, flags=re.MULTILINE)[1:]
        assert [without_signs(one) for one in under] == [without_signs(f"{text} x")] * 3


def test_what_cannot_be_seen_goes_or_stays_as_the_check_says() -> None:
    examples = (ROOT / "tests/rules/character-hidden").glob("*.md")
    texts = [line for file in examples for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]
    gone = [[one.start() for one in hidden(text) if not MEANT.match(one[0])] for text in texts]
    assert sum(map(len, gone)) > 30
    kept = [
        "".join(sign for at, sign in enumerate(text) if at not in places)
        for text, places in zip(texts, gone, strict=True)
    ]
    assert called([["fold", text] for text in texts]) == [" ".join(text.split()) for text in kept]
    question = {"label": "What you did", "hint": "What happens."}
    said = called([["mistakeInPassage", {"ownWords": []}, f"Tea {text}", question, True] for text in kept])
    assert ["cannot be seen" in one for one in said] == [any(hidden(text)) for text in kept]


CODE = [
    "Run this:\n\n```sh\n# install\n\n\nmake\n---\n```\n\nThen rest.",
    "~~~\n# one\n~~~\n\n~~~\n# two\n~~~",
    "Run this:\n\n    # install\n    ---\n\n    # and again",
    "- Run this:\n\n  ```\n  # install\n  ```",
    "   ``` python title=x\n# install\n```",
    # Headings that an answer may have.
    "Before.\n\n## Our week\n\nMonday.\n\n### In the morning\n\nTea.",
]
NO_CODE = [
    ("```\n# never closed", "```\n\\# never closed"),
    ("- one\n\n    # two\n\n    # three", "- one\n\n    \\# two\n\n    \\# three"),
    ("    code\n# no code", "    code\n\\# no code"),
    ("- > # x", "- > \\# x"),
    ("> - 1. # x", "> - 1. \\# x"),
    ("> a\n> ---", "> a\n\n> ---"),
    ("# Our week", "\\# Our week"),
    ("#### Our week", "\\#### Our week"),
    ("##Our week", "\\##Our week"),
    ("## What changed", "\\## What changed"),
    ("### how to try it", "\\### how to try it"),
]


def test_code_stays_as_it_was_typed_and_nothing_else_makes_a_heading(smallest: Path) -> None:
    made = called([["passage", text] for text in [*CODE, *(text for text, _ in NO_CODE)]])
    assert made[: len(CODE)] == CODE
    for text, (_, expected) in zip(made[len(CODE) :], NO_CODE, strict=True):
        assert text == expected
    for place, text in enumerate(made):
        file = record_text(
            described(Initiative),
            {**BASE, "title": f"Number {place} here", "stage": "idea"},
            f"## How to try it\n\nTry.\n\n{text}",
        )
        (smallest / f"content/initiatives/number-{place}.md").write_text(file, encoding="utf-8")
    assert [f"{one.rule} {one.message}" for one in check_library(read_library(smallest), TODAY)] == []


MISTAKES = [
    ("title", "It"),
    ("title", "x" * 95),
    ("title", "💚" * 81),
    ("summary", "Too short."),
    ("tags", ["a", "b", "c", "d", "e", "f"]),
    ("minutes", 0),
    ("minutes", 2000),
    ("minutes", "half"),
    ("contact", "Ask Jo"),
    ("started", "last spring"),
    ("started", "2025-02-31"),
    ("started", "2025-13"),
    ("why_stopped", "no"),
]


def asked(name: str) -> dict[str, str]:
    """A question as the form knows it."""
    sort = {"contact": "mail", "started": "date", "stopped": "date"}.get(name, "text")
    return {"name": name, "label": label(name), "hint": described(Initiative)[name].hint, "sort": sort}


def test_a_mistake_is_told_in_the_words_of_the_rules() -> None:
    settings = {"kind": "initiative", "ownWords": []}
    found = called(
        [
            ["mistakes", settings, {"stage": "stopped", name: value}, [asked(name)], "2026-11-23"]
            for name, value in MISTAKES
        ]
    )
    library = read_library(ROOT)
    for (name, value), said in zip(MISTAKES, found, strict=True):
        typed = value if isinstance(value, list) else str(value)
        expected = what_is_wrong("initiative", {name: typed}, (name,), library).replace(f'"{name}"', f'"{label(name)}"')
        # Where the rule goes on to say what the field is for, the form has said so already.
        assert expected.startswith(said[name])


TOGETHER = [
    ({"stage": "idea", "title": "🎉🎉🎉"}, {"title"}),
    ({"stage": "idea"}, set()),
    ({"stage": "trying"}, {"started"}),
    ({"stage": "established", "started": "2025"}, set()),
    ({"stage": "established", "started": "2027"}, {"started"}),
    ({"stage": "stopped", "started": "2025-03", "stopped": "2024", "why_stopped": "No room."}, {"stopped"}),
    ({"stage": "stopped", "started": "2025-03", "stopped": "2025", "why_stopped": "No room."}, set()),
    ({"stage": "established", "started": "2027-01"}, {"started"}),
    ({"stage": "stopped", "started": "2025-03"}, {"stopped", "why_stopped"}),
    ({"stage": "stopped", "started": "2025-03", "stopped": "2025-02-28", "why_stopped": "No room."}, {"stopped"}),
    ({"stage": "stopped", "started": "2025-03-04", "stopped": "2025-03", "why_stopped": "No room."}, set()),
    ({"title": "Lunch <b>"}, {"title"}),
    ({"title": "Lunch {{ x }}"}, {"title"}),
    ({"title": "Born on 3 May 1980"}, {"title"}),
    ({"summary": "Ring 07700 900123 if you would like to know more about it."}, {"summary"}),
    ({"summary": "The number 999 000 0018 is an example from the data dictionary."}, {"summary"}),
    ({"summary": "The number 999 000 0017 is no NHS number whatever else it is."}, set()),
    ({"contact": "jo.bloggs@example.org"}, {"contact"}),
    ({"contact": "jo@gmail.com"}, {"contact"}),
    ({"contact": "team@example.org"}, {"contact"}),
    ({"contact": "lunch.team@example.invalid"}, set()),
    ({"contact": "kindness.lead@example.invalid"}, set()),
    ({"title": "Read \u202egnihtemos"}, {"title"}),
]


def test_what_depends_on_more_than_one_field_is_checked_too() -> None:
    base = {
        "title": "Shared lunch",
        "summary": "The team eats together once a week, away from desks.",
        "added": "2026-11-23",
        "tags": ["rest"],
        "stage": "idea",
        "services": ["brindle"],
        "contact": "team@example.invalid",
    }
    settings = {"kind": "initiative", "ownWords": ["kindness"]}
    questions = [asked(name) for name in proposed_fields(Initiative)]
    found = called([["mistakes", settings, {**base, **values}, questions, "2026-11-23"] for values, _ in TOGETHER])
    assert [(values, set(said)) for (values, _), said in zip(TOGETHER, found, strict=True)] == TOGETHER


PASSAGES = [
    ("", 'Answer "What you did": what happens, who takes part and how often.'),
    ("...", 'Answer "What you did": what happens'),
    ("[](https://www.example.org/)", "This link has no words"),
    ("[ ](https://www.example.org/) x", "This link has no words"),
    ("We ate.\n{: .c }", "This is code of web pages"),
    ("We *ate*{: .c }.", "This is code of web pages"),
    ("<<<<<<< HEAD\nWe ate.\n=======\nWe sat.\n>>>>>>> other", "Two people changed these lines"),
    ("See [this](https://[bad).", "This address does not go to a website"),
    ("See [this](https:///bad).", "This address does not go to a website"),
    ("See [this](https://).", "This address does not go to a website"),
    ("See [this](https://www..example.org/).", "This address does not go to a website"),
    ("See [this](https:example.org).", "A link must start with https://"),
    ("See [this](https://nhs.uk@www.example.org/).", 'hides that this address goes to "www.example.org"'),
    ("See [this](https://@www.example.org/).", 'hides that this address goes to "www.example.org"'),
    ("See [this](https://a:b@www.example.org/).", "This address has a password in it"),
    ("See [this](https://www.example.org:22/).", "Many workplaces block addresses with :22"),
    ("See [this](https://www.example.org:8443/@team?a=b@c).", ""),
    ("See [this](http://127.1/).", 'Only some computers can reach "127.0.0.1"'),
    ("See [this](http://0x7f.1/).", 'Only some computers can reach "127.0.0.1"'),
    ("See [this](https://files.home.arpa./).", 'Only some computers can reach "files.home.arpa"'),
    ("See [this](https://rota.corp/).", 'Only some computers can reach "rota.corp"'),
    ("See [us](mailto:).", "This link does not write to anyone"),
    ("See [us](mailto:team).", "This link does not write to anyone"),
    ("See [us](mailto:?subject=Tea).", "This link does not write to anyone"),
    ("See [us](mailto:team@example.org,rota@example.org?subject=Tea).", ""),
    ("See [this](https://example.org\\y).", "A link must start with https://"),
    ("See [this](https://example.org/%00).", "A link must start with https://"),
    ("See [this](http://localhost:99/).", 'Only some computers can reach "localhost"'),
    ("See [this](https://wiki.internal/).", 'Only some computers can reach "wiki.internal"'),
    ("- " * 14 + "x", "more lines, brackets, stars or lists in lists"),
    ("x\n" * 2100 + "x", "more lines, brackets, stars or lists in lists"),
    ("`" * 2100 + "x", "more lines, brackets, stars or lists in lists"),
    ("See [us](mailto:team@example.org).", ""),
    ("We <b>ate</b>.", "This is HTML"),
    ("<!-- x -->", "This is HTML"),
    ("![lunch](lunch.png)", "You cannot send a picture"),
    ("See [this](other.md).", "A link must start with https://"),
    ("See [this](javascript:x).", "A link must start with https://"),
    ("See [this] (https://example.org).", "cannot be read"),
    ("We ate [sic] (see above), as others do [1] [2].", ""),
    ("A note.[^1]", "Each footnote has a mark"),
    ("A note.[^1]\n\n[^1]: One.\n\n[^1]: Two.", "Each footnote has a mark"),
    ("A note.\n\n[^1]: One.", "Each footnote has a mark"),
    ("A note.[^A]\n\n> [^a]: One.", ""),
    ("See <https://www.example.org/> or https://www.example.org/a_(b), or write to team@service.invalid.", ""),
    ("See http://localhost/.", 'Only some computers can reach "localhost"'),
    ("Write `<b>`, and\n\n```\n[^1] {: x }\n```", ""),
    ("> [!TIP]\n> Eat together.", ""),
    ("> [!Hint]\n> Eat together.", "A note starts with"),
    ("- [ ] [this](https://www.example.org/)", ""),
    ("{% raw %}", 'A record cannot have "{%" in it'),
    ("Call 07700 900123.", "mobile phone number"),
    ("See [this](https://example.org/a?b=c) and 3 < 5.", ""),
    ("[ ] not done", ""),
]


def test_a_section_is_checked_as_the_rules_would() -> None:
    question = {"label": "What you did", "hint": "What happens, who takes part and how often."}
    found = called([["mistakeInPassage", {"ownWords": []}, text, question, True] for text, _ in PASSAGES])
    for (text, message), said in zip(PASSAGES, found, strict=True):
        assert message in said, text
        assert bool(message) == bool(said), text


# The form asks for another way to write a link, and leaves to the check what only a reader of Markdown can find.
STRICTER = {"link to a definition"}
LAXER = {
    "address with a backslash in it",
    "heading without a space",
    "note of another Markdown",
    "table with a long row",
}


def test_a_section_is_refused_if_the_rules_refuse_it() -> None:
    constructs = yaml.safe_load((ROOT / "tests/texts/constructs.yml").read_text(encoding="utf-8"))
    question = {"label": "What you did", "hint": "What happens, who takes part and how often."}
    texts = called([["passage", construct["text"]] for construct in constructs.values()])
    found = called([["mistakeInPassage", {"ownWords": []}, text, question, True] for text in texts])
    refused = {name for name, said in zip(constructs, found, strict=True) if said}
    assert refused - {name for name, construct in constructs.items() if "refused" in construct} == STRICTER
    assert {name for name, construct in constructs.items() if "refused" in construct} - refused == LAXER


DATES = [
    ("3 March 2025", "2025-03-03"),
    ("21st Sept 2025", "2025-09-21"),
    ("21st of September 2025", "2025-09-21"),
    ("December, 2024", "2024-12"),
    ("2025-03", "2025-03"),
    ("1/9/2025", "2025-09-01"),
    ("01.09.2025", "2025-09-01"),
    ("9/2025", "2025-09"),
    ("2025", "2025"),
    ("2025-9", "2025-09"),
    ("2025-9-1", "2025-09-01"),
    ("2025 9", "2025-09"),
    ("2025/9/1", "2025-09-01"),
    ("2011/12", "2011/12"),
    ("Monday 1 September 2025", "2025-09-01"),
    ("Mon, 1/9/2025", "2025-09-01"),
    ("Tuesday 1 September 2025", "Tuesday 1 September 2025"),
    ("Easter 2025", "Easter 2025"),
    ("Someday 2025", "Someday 2025"),
    ("13/14/2025", "13/14/2025"),
    ("1/9/25", "1/9/25"),
    ("March 19", "March 19"),
]


def test_a_date_as_people_write_it_means_the_same_in_the_form_as_in_a_file() -> None:
    assert called([["isoDate", written] for written, _ in DATES]) == [date for _, date in DATES]
    assert [written_date(written) or written for written, _ in DATES] == [date for _, date in DATES]


def test_a_day_that_is_in_no_calendar_is_not_shown_as_one_of_the_next_month() -> None:
    days = ["2025-09-30", "2025-09-31", "2025-02-29", "2024-02-29", "2025-13", "2025-09", "2025"]
    words = ["30 September 2025", "2025-09-31", "2025-02-29", "29 February 2024", "2025-13", "September 2025", "2025"]
    assert called([["inWords", day] for day in days]) == words


PARTS = [
    ("One line", False),
    ("One line\nand another", False),
    ("- one", False),
    ("  1. one\n", False),
    ("One\n\ntwo", True),
    ("- one\n- two", True),
    ("Why:\n  1) one", True),
    ("Why:\n\u2022 one", True),
    ("In 2019\n2020-21", False),
    ("Then\na) one\nb) two", True),
    ("| a | b |\n|---|---|", True),
    ("They said:\n> one", True),
    ("Sample: 120\nResponse rate: 60%", True),
]


def test_a_list_or_a_second_paragraph_is_seen_in_the_form_as_in_a_file() -> None:
    assert called([["hasParts", text] for text, _ in PARTS]) == [has for _, has in PARTS]
    assert [second_part(text.split("\n")) is not None for text, _ in PARTS] == [has for _, has in PARTS]


def test_a_topic_is_written_so_that_its_lines_fit_into_the_record_of_a_meeting() -> None:
    values = {"text": "Supervision: how?", "service": "sample-brindle"}
    writing = {"order": list(Topic.model_fields), "texts": ["text", "service"]}
    alone, one_more = called([["entryText", values, writing, "topics", has] for has in (False, True)])
    assert alone == "\n".join([*field_lines(described(Meeting), {"topics": [values]}), ""])
    assert "topics:\n" + one_more == alone


FOLDER = "https://github.com/a/b/new/main/content/initiatives"


def test_an_address_survives_the_sign_in_or_is_not_offered() -> None:
    many = 'Some words, "quoted" – and Siân\'s.\n* A list *' * 300
    texts = [many[:length] for length in (100, 2000, 3000, 4000, 5000, 6000, 9000)]
    addresses = called([["newFile", FOLDER, "lunch.md", text] for text in texts])
    assert [bool(address) for address in addresses[:3]] == [True] * 3
    assert not addresses[-1]
    for text, address in zip(texts, addresses, strict=True):
        if address:
            assert parse_qs(urlsplit(address).query) == {"filename": ["lunch.md"], "value": [text]}
            assert len(f"https://github.com/login?return_to={quote(address, safe='')}") < 8191


def test_the_form_for_issues_is_filled_in() -> None:
    answers = [["template", "propose-initiative.yml"], ["title", "Lunch & more"], ["tags", "Rest, Company"]]
    (address,) = called([["newIssue", "https://github.com/a/b/issues/new", answers]])
    assert [*map(list, parse_qsl(urlsplit(address).query))] == answers


def test_an_email_has_the_whole_text() -> None:
    (address,) = called([["mail", "network@example.org", "A & B", "one\ntwo & three?\n"]])
    assert address.startswith("mailto:network@example.org?")
    assert parse_qs(urlsplit(address).query) == {"subject": ["A & B"], "body": ["one\r\ntwo & three?\r\n"]}


def test_the_form_and_the_check_see_the_same_people() -> None:
    makers = (*ALL, not_personal)
    texts = [one.text for make in makers for one in make(random.Random(1), 300)]
    found = called([["sightings", text, []] for text in texts])
    for text, in_form in zip(texts, found, strict=True):
        in_check = sorted((one.looks.name, one.is_certain) for one in sightings(text, frozenset()))
        assert sorted((one["looks"], one["isCertain"]) for one in in_form) == in_check, text


def test_what_only_may_be_personal_is_said_once() -> None:
    first, second = called([["personal", "Ring 01632 960123 in the evening.", []]] * 2)
    assert first.startswith("This may be a person's own telephone number. If it is, take it out")
    assert second == ""
