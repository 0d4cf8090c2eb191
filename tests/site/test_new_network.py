"""Another network is made from the answers to a few questions, and has no word of this one."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from macros.founding.answers import read_answers
from macros.source.settings import inherited_settings
from tests.support.any_network import OF_ALL_NETWORKS, without_roles
from tests.support.building import Site, build
from tests.support.programs import Done, run
from tests.support.project import ROOT
from tests.support.reading import words

ANSWERS = Path(__file__).with_name("new_networks")
# What only the first network has. Its initials may be in any other word.
OF_THE_FIRST = re.compile(
    rb"yorkshire|humber|\bpwps?\b|wellbeing|psychological|talking.therapies|\biapt\b|integrated care|\bpatients?\b|east.riding"
    rb"|\bpractitioners?\b|burnout|\bleeds\b|\btrusts\b|walklet|caseload|brindle vale|inside your trust",
    re.IGNORECASE,
)


def made(folder: Path, answers: Path, *options: str) -> Done:
    return run("scripts/new_network.py", "--from", answers, "--into", folder, *options)


@pytest.fixture(scope="module", params=["school-nurses", "welsh", "allotments"])
def network(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A new network, made and checked by the command, and built."""
    folder = tmp_path_factory.mktemp("made") / request.param
    done = made(folder, ANSWERS / f"{request.param}.yml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "files checked, nothing wrong." in done.stdout
    site = build(folder)
    assert site.status == 0, site.log
    return site


def test_a_new_network_has_no_word_of_the_first(network: Site) -> None:
    searched = {path: without_roles(path, held) for path, held in network.files.items() if path not in OF_ALL_NETWORKS}
    found = {path: OF_THE_FIRST.findall(held) for path, held in searched.items()}
    assert {path: sorted(set(hits)) for path, hits in found.items() if hits} == {}
    assert len(found) > 100


def test_a_new_network_calls_its_contacts_by_its_own_words(network: Site) -> None:
    # The field of a record is called "champions" in every network.
    guide = ("contribute/fields/", "contribute/rules/")
    pages = [page for page in network.pages if not page.address.startswith(guide)]
    assert len(pages) > 30
    assert [page.address for page in pages if re.search(r"\bchampions?\b", page.text, re.IGNORECASE)] == []


def test_the_forms_on_github_have_no_word_of_the_first(network: Site) -> None:
    files = [*network.root.glob(".github/**/*.yml"), *network.root.glob(".github/*.md")]
    assert len(files) > 10
    assert {
        file.name: OF_THE_FIRST.findall(file.read_bytes()) for file in files if OF_THE_FIRST.search(file.read_bytes())
    } == {}


def test_the_spelling_check_knows_the_names_of_a_new_network(network: Site) -> None:
    known = (network.root / ".cspell/network.txt").read_text("utf-8").split()
    name = {"school-nurses": "Wessex", "welsh": "Llyfrgelloedd", "allotments": "Plot"}[network.root.name]
    assert name in known
    assert {"IAPT", "Walklet"}.isdisjoint(known)
    assert known == sorted(set(known), key=lambda word: (word.casefold(), word))
    assert {"every", "https", "agenda"}.isdisjoint(known)


def test_the_demonstration_stays_in_english(network: Site) -> None:
    assert inherited_settings(network.root / "demo/mkdocs.yml")["theme"]["language"] == "en"


def test_the_demonstration_is_not_part_of_another_network(network: Site) -> None:
    told = [
        subprocess.run(["make", "-n", "build"], cwd=root, capture_output=True, text=True, check=True).stdout
        for root in (ROOT, network.root)
    ]
    assert ["site/demo" in one for one in told] == [True, False]


def test_the_readme_and_the_demonstration_keep_the_address_where_the_demonstration_is(network: Site) -> None:
    address = inherited_settings(ROOT / "mkdocs.yml")["extra"]["demonstration"]
    assert f"[The demonstration]({address})" in (network.root / "README.md").read_text("utf-8")
    assert inherited_settings(network.root / "demo/mkdocs.yml")["site_url"] == address


def test_a_pull_request_to_a_new_network_is_checked_and_built_without_the_tests_of_the_code(network: Site) -> None:
    told = [
        re.findall(r"\bmake ([a-z-]+)", "\n".join(re.findall("^ +run: (.*)", text, re.MULTILINE)))
        for text in ((root / ".github/workflows/check.yml").read_text("utf-8") for root in (ROOT, network.root))
    ]
    assert told == [
        ["findings", "check", "build", "compare-builders", "coverage"],
        ["findings", "check", "build", "compare-builders"],
    ]


def test_every_link_of_a_new_network_leads_somewhere(network: Site) -> None:
    done = run("scripts/check_site.py", network.folder, "--root", network.root)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_new_network_has_pages_and_no_records(network: Site) -> None:
    assert network.page("").h1
    assert network.page("about/diamond-9/").h1 == "How to run a Diamond 9"
    assert "There are no initiatives yet" in network.page("initiatives/").text
    assert [path.name for path in (network.root / "content/initiatives").iterdir()] == ["index.md"]


def test_a_new_network_says_what_it_was_told(network: Site) -> None:
    said = {
        "school-nurses": ("Wessex School Nurses", "learning leads", "a pupil", "#00553a"),
        "welsh": ("Rhwydwaith Llyfrgelloedd", "pencampwyr", "anyone you help", "#1f4e6b"),
        "allotments": ("The Plot", "seed keepers", "a neighbour", "#5b3a1e"),
    }
    short_name, champions, served, brand = said[network.root.name]
    assert network.page("").title.endswith(f" - {short_name}")
    assert network.page("champions/").h1 == f"Find {champions}"
    assert f"Write nothing about {served}, even without a name." in network.page("contribute/").text
    assert f"--kb-brand: {brand}" in network.files["assets/network.css"].decode()
    tabs = [words(one) for one in network.page("").tree.xpath("//nav[@class='kb-nav']//a")]
    assert "Services" in tabs


def test_a_new_network_says_who_it_is_and_what_it_has_none_of_yet(network: Site) -> None:
    home, about = network.page(""), network.page("about/")
    name, area, champion = {
        "school-nurses": ("The Wessex School Nurses' Network", "Areas: Hampshire, Dorset: the west", "learning lead"),
        "welsh": ("Rhwydwaith Llyfrgelloedd", "Areas: ", "pencampwr"),
        "allotments": ("The Plot", "Areas: ", "seed keeper"),
    }[network.root.name]
    assert home.h1 == "What our services have tried"
    assert name in home.text[: home.text.index("Start with a theme")]
    assert "There is nothing on any theme yet." in home.under("Start with a theme").text
    assert area in about.text
    assert re.search(r"First meeting: [A-Z][a-z]+ 20\d\d", about.text)
    assert "Choose from" not in network.page("contribute/propose/").text
    proposing = network.page("contribute/propose/")
    assert "You cannot propose anything yet." in proposing.text
    assert "write its name under the list" not in proposing.text
    assert proposing.links["See how to add them"].endswith("first-records/")
    assert home.links["Add the first theme"] == "contribute/first-records/"
    assert network.page("evidence/").links["Add the first one"] == "contribute/first-records/"
    first = network.page("contribute/first-records/").text
    order = [first.index(f"make new KIND={kind} TITLE=") for kind in ("theme", "service", "initiative", "meeting")]
    assert order == sorted(order)
    assert f"No {champion} is listed yet, so there is no one to ask." in network.page("reviews/").text
    assert "for everyone yet" not in network.page("for-your-role/").text
    assert "nine cards into content/network.yml" in network.page("diamond-9/").text
    assert "diamond9:\n  question:" in network.page("diamond-9/").tree.xpath("string(//main//pre)")


def test_a_new_network_is_not_promised_what_it_does_not_have(network: Site) -> None:
    assert "rank the nine cards" not in network.page("about/diamond-9/").text
    assert "the exercise" not in network.page("diamond-9-over-time/").text
    collating = network.page("evaluation/collate/")
    assert "There are no question sets yet" in collating.text
    assert collating.links["Add one first"] == "contribute/first-records/"
    assert network.page("evaluation/").links["add a question set"] == "contribute/first-records/"
    first = network.page("contribute/first-records/").text
    assert "make new KIND=evidence TITLE=" in first
    assert "make new KIND=question_set TITLE=" in first
    assert "No meeting is on record yet." in network.page("standing-item/").text
    assert "No meeting on record from" not in network.page("standing-item/").text
    assert "Left: to another kind of employer" in network.page("evaluation/count-leavers/").text


def test_a_new_network_is_not_said_twice_in_a_sentence(network: Site) -> None:
    said = [one for page in network.pages for one in re.split(r"(?<=[.!?])\s", page.text)]
    name = read_answers((ANSWERS / f"{network.root.name}.yml").read_bytes(), "").name
    assert [one for one in said if one.count(name) > 1] == []


def test_an_accessibility_statement_has_blanks_for_whoever_tests_the_new_site(network: Site) -> None:
    page = network.page("about/accessibility/")
    assert "This statement is not finished." in page.text
    assert "It was last reviewed on (day, month and year)." in page.text
    assert "November 2026" not in page.text


def test_an_accessibility_statement_says_the_same_of_every_network_but_for_the_tests_of_its_site() -> None:
    pages = [ROOT / "content", ROOT / "macros/founding/templates/content"]
    ours, new = [(folder / "about/accessibility.md").read_text("utf-8") for folder in pages]
    before = "## What we are doing to improve accessibility"
    assert ours.partition(before)[0] == new.partition(before)[0]
    assert "every change" not in new


def test_a_new_network_in_welsh_has_the_frame_in_welsh(network: Site) -> None:
    is_welsh = network.root.name == "welsh"
    assert network.page("").tree.get("lang") == ("cy" if is_welsh else "en")


def test_addresses_are_those_of_the_new_network(network: Site) -> None:
    said = {
        "school-nurses": ("https://wessex-school-nurses.github.io/knowledge/", "wessex-school-nurses/knowledge"),
        "welsh": ("https://llyfrgelloedd.github.io/gwybodaeth/", "llyfrgelloedd/gwybodaeth"),
        "allotments": ("https://plot.example.org/", "the-plot/almanac"),
    }
    address, repository = said[network.root.name]
    assert network.address == address
    assert network.settings["edit_uri"] == f"https://github.com/{repository}/edit/main/content/"
    assert f"@{repository.split('/')[0]}/maintainers" in (network.root / ".github/CODEOWNERS").read_text("utf-8")
    assert f"https://github.com/{repository}/upload/main/content/survey-rounds" in network.page(
        "evaluation/run-a-survey/"
    ).tree.xpath("//a/@href")


# Where a network is already.


def git(folder: Path, *arguments: str) -> None:
    own = ("-c", "user.name=Tester", "-c", "user.email=tester@example.invalid", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", folder, *own, *arguments], check=True, capture_output=True)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A network whose files are all in git."""
    folder = tmp_path_factory.mktemp("kept") / "network"
    assert made(folder, ANSWERS / "school-nurses.yml").returncode == 0
    git(folder, "init", "--quiet")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--message", "Begin")
    return folder


def again(folder: Path, given: str = "", *options: str) -> Done:
    return run(
        *("scripts/new_network.py", "--root", folder, "--from", ANSWERS / "allotments.yml", *options), given=given
    )


def test_nothing_is_deleted_that_git_does_not_have(kept: Path) -> None:
    own = kept / "content/initiatives/own.md"
    own.write_text("Not in git yet.", encoding="utf-8")
    done = again(kept, "", "--yes")
    assert done.returncode == 1
    assert "There are changes that git does not have yet. Commit them first" in done.stderr
    assert own.read_text("utf-8") == "Not in git yet."
    own.unlink()


def test_nothing_is_changed_without_a_yes_to_what_is_deleted_and_written(kept: Path) -> None:
    before = (kept / "content/network.yml").read_bytes()
    done = again(kept, "n\n")
    assert done.returncode == 0
    shown, _, after = done.stdout.partition("This deletes ")
    assert "  3 areas: East Field, West Field\n" in shown.partition("These are your answers:\n\n")[2]
    kept_in = kept.with_name("network-answers.yml")
    assert read_answers(kept_in.read_bytes(), "") == read_answers((ANSWERS / "allotments.yml").read_bytes(), "")
    assert f" in {kept.resolve() / 'content'}: the records" in after
    assert re.search(r"It writes \d+ pages there, and \d+ files elsewhere\.", after)
    assert (
        f"Nothing was changed.\nYour answers are in {kept_in}. To go on with them: make network FROM={kept_in}" in after
    )
    assert (kept / "content/network.yml").read_bytes() == before
    assert (kept / "content/champions.md").is_file()


def test_a_network_is_made_in_the_place_of_another(kept: Path) -> None:
    done = again(kept, "y\n")
    assert done.returncode == 0, done.stdout + done.stderr
    of_the_former = re.compile(r"wessex|nurse|learning lead|pupil", re.IGNORECASE)
    changed = [kept / "mkdocs.yml", *(kept / "content").rglob("*.*")]
    assert [path for path in changed if of_the_former.search(path.read_text("utf-8"))] == []


def test_a_folder_with_something_in_it_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("Mine", encoding="utf-8")
    done = made(tmp_path, ANSWERS / "welsh.yml")
    assert done.returncode == 1
    assert "is not empty. Choose a new folder." in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_mistake_in_the_answers_is_told_with_its_line_before_anything_is_written(tmp_path: Path) -> None:
    answers = tmp_path / "answers.yml"
    text = (ANSWERS / "allotments.yml").read_text("utf-8")
    answers.write_text(text.replace("#5b3a1e", "#ffee00").replace("members:", "member:"), encoding="utf-8")
    done = made(tmp_path / "new", answers)
    assert done.returncode == 1
    line = 1 + text[: text.index("brand:")].count("\n")
    assert f"answers.yml:{line}:" in done.stderr
    assert "a colour dark enough for white words on it" in done.stderr
    assert '"members"' in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "new").exists()
