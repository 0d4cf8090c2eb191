"""The digest: what it tells and leaves out, in three forms, and that Outlook's engine knows everything in the e-mail."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import html
from markdown import markdown

from macros.kinds import Initiative, Meeting, Update
from macros.library.library import Library
from macros.outputs.digest import LONGEST, WrittenDigest, write_digest
from macros.outputs.digest_text import as_plain_text
from macros.outputs.look import read_look
from macros.pages.digest import MOST, Digest, digest
from macros.pages.digest_scope import since_when
from macros.schema.types import Month
from scripts import digest as script
from tests.support.exporting import HOSTILE, PLACE, public, put
from tests.support.project import ROOT, TODAY, TODAY_EPOCH
from tests.support.reading import words
from tests.support.rendering import renderer

SINCE = date(2026, 9, 10)
RIGHT_TO_LEFT = "مرحبا بكم & שלום"

# What Word's engine, with which Outlook on Windows shows a message, makes of a style: some properties on every element, more
# on paragraphs, all of them on the others. Source: https://www.hteumeuleu.com/2020/outlook-rendering-engine/, after "Word 2007
# HTML and CSS Rendering Capabilities in Outlook 2007" (Microsoft, aa338201).
CORE = {
    "color", "background-color", "font", "font-family", "font-style", "font-size", "font-weight", "text-decoration",
    "text-align", "vertical-align", "letter-spacing", "line-height", "white-space", "border", "border-color",
    "border-style", "border-width", "border-collapse", "mso-line-height-rule",
}  # fmt: skip
MARGINS = {"text-indent", "margin", "margin-left", "margin-right", "margin-top", "margin-bottom"}
FULL = {"width", "height", "padding", "border-left", "border-right", "border-top", "border-bottom"}
KNOWN_ON = {"body": CORE, "span": CORE, "div": CORE | MARGINS, "p": CORE | MARGINS}
ELEMENTS = set("html head meta title body table tbody tr td h1 h2 p ul li a span br".split())
# What Word does without: it has no margin around a message anyway, and is given a table of 600 pixels by a comment that only
# it reads.
ONLY_FOR_OTHERS = {("body", "margin"), ("body", "padding"), ("table", "max-width")}


def told(shown: Library, since: date | Month = SINCE, most: int = MOST) -> Digest:
    return digest(public(shown), since, most)


def written(shown: Library, since: date | Month = SINCE) -> WrittenDigest:
    return write_digest(public(shown), PLACE, renderer(), since, read_look(ROOT / "theme/assets"))


def lines(one: Digest) -> dict[str, list[str]]:
    """What a digest tells under each heading, as a person would note it down."""
    return {
        section.title: [
            " | ".join(filter(None, (line.title, line.text, *(f"{point.text} {point.note}" for point in line.points))))
            for line in section.lines
        ]
        for section in (*one.happened, *one.due)
    }


def test_it_tells_that_a_meeting_was_moved_however_new_its_record_is(shown: Library) -> None:
    moved = Update(date=date(2026, 11, 20), note="The winter meeting is now on 17 December.")
    winter = shown.all_of(Meeting)["2026-12-winter-meeting"]
    put(shown, winter, added=date(2026, 11, 2), updates=[moved], date=date(2026, 12, 17))
    one = told(shown)
    assert "The winter meeting | The winter meeting is now on 17 December." in lines(one)["What changed"]
    assert "is now on 17 December." in as_plain_text(one, PLACE)


def test_it_tells_what_happened_and_what_is_due(shown: Library) -> None:
    put(shown, shown.all_of(Initiative)["picnic"], "tea-break", title="A tea break", added=TODAY)
    one = told(shown)
    assert one.title == "First Day: news since 10 September 2026"
    assert one.next_meeting is not None
    assert (one.next_meeting.title, one.next_meeting.note) == (
        "The winter meeting",
        "10 December 2026, 9am to midday, Online",
    )
    found = lines(one)
    assert [line.split(" | ")[0] for line in found["New initiatives"]] == ["A tea break"]
    assert found["What was decided"] == [
        "The harvest meeting | Safety: Ladders | Nobody climbs alone. under Safety | The ladder is shared. "
    ]
    assert found["What was done"] == [
        "Medlar service | Buy a barrow. dropped 10 September 2026: The last one was stolen.",
        "Apple service | Paint the gate. done 1 September 2026",
    ]
    assert found["Actions to do"] == [
        "Apple service | Count the trees. overdue since 15 October 2026",
        "Medlar service | Mend the ladder. due 15 December 2026",
    ]
    assert found["Champions to ask"] == [
        "Apple service | Ask one of its safety champions about staying listed, before 10 December 2026."
    ]
    assert one.glance == (
        "1 new initiative, 1 change, 2 actions done or dropped, 2 decisions, 2 actions to do, "
        "13 reviews due and 1 service with a safety champion to ask."
    )


def test_a_service_that_is_its_own_record_to_review_has_its_address_once(shown: Library) -> None:
    text = written(shown).text.decode()
    reviews = text[text.index("Reviews due by") : text.index("Champions to ask")].splitlines()
    addresses = [line.strip() for line in reviews if PLACE.top in line]
    assert PLACE.of("services/pear.md") in addresses
    assert len(addresses) == len(set(addresses))


def test_the_first_does_not_call_everything_new(shown: Library) -> None:
    first = told(shown, since=shown.network.established)
    assert first.title == "First Day: what is on the site so far"
    assert "Initiatives" in lines(first)
    assert not any(heading.startswith("New") for heading in lines(first))
    assert "new" not in first.glance.split(" reviews due")[0].replace("news", "")


def test_nothing_new_is_said_to_be_nothing(shown: Library) -> None:
    one = told(shown, since=TODAY)
    assert one.happened == []
    assert b"Nothing new since 23 November 2026." in written(shown, since=TODAY).text


def test_no_champion_is_named(shown: Library) -> None:
    forms = written(shown, since=Month(2016, 10))
    for form in (forms.html, forms.text, forms.markdown):
        assert b"Apple service" in form
        assert b"Pippin" not in form
        assert b"safety@" not in form


def test_what_people_write_is_text_in_every_form(small: Library, lunch: Initiative) -> None:
    title = "# 1. <b>R&amp;D</b> 'a' \"b\" ~~c~~ [d](https://e.example/) 😀"
    put(small, lunch, added=TODAY, title=title, summary=HOSTILE)
    put(
        small,
        lunch,
        "another",
        added=TODAY,
        title=RIGHT_TO_LEFT,
        summary="www.example.com and https://example.com *now*",
    )
    forms = written(small)
    email = html.fromstring(forms.html.decode())
    shown = html.fromstring(markdown(forms.markdown.decode()))
    for page in (email, shown):
        for text in (title, HOSTILE, RIGHT_TO_LEFT, "www.example.com and https://example.com *now*"):
            assert " ".join(text.split()) in words(page)
        assert {link.get("href")[: len(PLACE.top)] for link in page.iter("a")} == {PLACE.top}
        assert all(words(link) for link in page.iter("a"))
        assert not {"b", "del", "img"} & {element.tag for element in page.iter()}
    assert PLACE.of("initiatives/another.md") in [link.get("href") for link in email.iter("a")]
    assert PLACE.of("initiatives/another.md") in [link.get("href") for link in shown.iter("a")]
    plain = forms.text.decode().split("\n")
    assert PLACE.of("initiatives/another.md") in plain
    assert [line for line in plain if len(line) > 72 and " " in line.strip()] == []
    assert plain[1] == "=" * len(plain[0])


def test_lists_are_cut_until_the_email_is_short_enough(shown: Library) -> None:
    model = shown.all_of(Initiative)["picnic"]
    for number in range(20):
        put(shown, model, f"new-{number}", added=TODAY, title=f"{number} " + "&" * 70, summary='"' * 200)
    few = written(shown)
    assert not few.is_cut
    assert f"12 more: see all initiatives\n{PLACE.of('initiatives/index.md')}\n" in few.text.decode()
    meeting = shown.all_of(Meeting)["2026-09-harvest-meeting"]
    for number in range(20):
        put(shown, meeting, f"held-{number}", decisions=["'" * 400] * 20)
    many = written(shown)
    assert many.is_cut
    assert f"{20 - many.most} more" in many.text.decode()
    assert len(many.html) < LONGEST


def test_words_engine_knows_all_that_the_email_is_made_of(shown: Library) -> None:
    source = written(shown, since=Month(2016, 10)).html.decode()
    page = html.fromstring(source)
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag in ELEMENTS
        known = KNOWN_ON.get(element.tag, CORE | MARGINS | FULL)
        for style in filter(None, (element.get("style") or "").split(";")):
            name, value = style.split(":")
            assert name in known or (element.tag, name) in ONLY_FOR_OTHERS, (element.tag, name)
            assert "url(" not in value
            assert name != "line-height" or value.endswith("px")
        if element.tag == "table":
            assert element.get("role") == "presentation"
            assert element.get("width")
    assert page.xpath("count(//h1)") == 1
    assert re.search(r'<!--\[if mso\]><table role="presentation" width="600"', source)
    assert source.count("<!--[if mso]>") == source.count("<![endif]-->") == 3


# The command.


@pytest.fixture
def network(smallest: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY_EPOCH)
    settings = smallest / "mkdocs.yml"
    settings.write_text("site_url: https://example.org/kb\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    return smallest


def run(network: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(script.main, ["--root", str(network), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_the_command_writes_the_same_three_files_each_time(network: Path, tmp_path: Path) -> None:
    said = run(network, "--since", "2026-01")
    assert said.exit_code == 0, said.output
    assert re.findall(r"digest\.(\w+) \(", said.output) == ["html", "txt", "md"]
    assert run(network, "--since", "2026-01", "--out", str(tmp_path / "again")).exit_code == 0
    for name in ("digest.html", "digest.txt", "digest.md"):
        assert (network / "digest" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()
    assert "https://example.org/kb/initiatives/sample-lunch/" in (network / "digest/digest.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("since", "wrong"),
    [
        ("2026-13", '"2026-13" is no day or month of the calendar.'),
        ("yesterday", '"yesterday" is no day or month of the calendar.'),
        ("2016-09", "September 2016 is before the network began. Write October 2016 or a later day."),
        ("2026-11-24", "24 November 2026 is still to come: today is 23 November 2026."),
    ],
)
def test_a_wrong_day_is_explained(since: str, wrong: str, network: Path) -> None:
    result = run(network, "--since", since)
    assert result.exit_code == 1
    assert wrong in result.output
    assert not (network / "digest").exists()


def test_the_last_meeting_is_where_it_starts(shown: Library, tmp_path: Path) -> None:
    assert since_when("last-meeting", public(shown)) == SINCE
    assert since_when("10 September 2026", public(shown)) == SINCE
    assert since_when("september 2026", public(shown)) == Month(2026, 9)
    shown.records["meeting"] = {}
    with pytest.raises(ValueError, match="No meeting has been held yet"):
        since_when("last-meeting", public(shown))


def test_what_has_errors_is_not_sent(network: Path) -> None:
    lunch = network / "content/initiatives/sample-lunch.md"
    lunch.write_text(lunch.read_text("utf-8").replace("stage: ", "stage: un"), encoding="utf-8")
    result = run(network)
    assert result.exit_code == 1
    assert "the records have errors. Run scripts/validate.py first" in result.output
    (network / "content/network.yml").write_text("name: [", encoding="utf-8")
    assert "content/network.yml has a mistake" in run(network).output
    (network / "content/network.yml").unlink()
    assert "content/network.yml cannot be read: it is not there." in run(network).output
    (network / "content/network.yml").mkdir()
    assert "content/network.yml cannot be read: it is a folder." in run(network).output


def test_where_it_cannot_be_written_is_said_in_a_sentence(network: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    (tmp_path / "folder/digest.html").mkdir(parents=True)
    for out in ("file/below", "folder"):
        result = run(network, "--since", "2026-01", "--out", str(tmp_path / out))
        assert result.exit_code == 1
        assert "cannot be used" in result.output


@pytest.mark.parametrize(
    ("settings", "wrong"),
    [
        (b"site_url: [", "mkdocs.yml is not valid YAML near line 1."),
        (b"- a list", "mkdocs.yml must have a name and a colon on each line"),
        (b"site_name: \xff", "mkdocs.yml is not UTF-8 text."),
        (b"site_url: 5", '"site_url" must say where the site is'),
        (b"site_url: !ENV [URL, https://example.org]", '"site_url" must say where the site is'),
        (b"site_url: https://example.org/", '"site_name" must say what the site is called.'),
    ],
)
def test_settings_that_cannot_be_used_are_explained(settings: bytes, wrong: str, network: Path) -> None:
    (network / "mkdocs.yml").write_bytes(settings)
    result = run(network)
    assert result.exit_code == 1
    assert wrong in result.output


def test_a_theme_of_one_word_is_left_to_the_check(network: Path) -> None:
    """MkDocs takes it, and has no frame for our pages then."""
    (network / "mkdocs.yml").write_text("site_url: https://example.org\nsite_name: Ours\ntheme: material\n")
    result = run(network, "--since", "2026-01")
    assert result.exit_code == 1
    assert "Run scripts/validate.py first" in result.output
