"""A new record: what is written, what is asked, and that it is valid once its blanks are filled."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.kinds import KINDS
from macros.library.library import read_library
from macros.lint.engine import check_library
from macros.lint.report import one_line
from macros.propose.skeleton import ask_for_values, draft, file_name, record_name
from scripts import new_record
from tests.support import programs
from tests.support.form_code import called
from tests.support.project import ROOT, TODAY, TODAY_EPOCH

# What somebody would write into the blanks of each kind.
ANSWERS = {
    "summary": "A sentence that tells a busy colleague whether to read on.",
    "tags": "peer-support",
    "stage": "trying",
    "services": "sample-brindle",
    "started": "2026-03",
    "contact": "team@example.invalid",
    "date": "2026-03-12",
    "title": "What was done",
    "led_by": "Network chair",
    "attended": "sample-brindle",
    "kind": "survey",
    "authors": "Sample Author",
    "year": "2014",
    "where": "A made-up journal",
    "doi": "10.1000/sample",
    "question": "Does it help?",
    "findings": "Nobody knows yet.",
    "strength": "1",
    "strength_reason": "It is made up.",
    "checked": "abstract",
    "area": "north",
    "group": "people",
    "name": "No licence",
    "stated_at": "https://www.nice.org.uk/guidance",
    "sharing": "link-only",
}

# The collating tool writes the others, with their tables.
STARTED = [kind for kind, model in KINDS.items() if model.ROW is None]


@pytest.fixture
def network(smallest: Path) -> Path:
    """The smallest network, to start records in."""
    return smallest


def answer(name: str, told: str, kind: str) -> str:
    return "held" if (kind, name) == ("meeting", "stage") else ANSWERS[name]


def findings(network: Path) -> list[str]:
    """What is wrong with a record in which the help between the fields is left, and what is once --fix has taken it out."""
    with_help = [one_line(finding) for finding in check_library(read_library(network), TODAY)]
    done = programs.run(ROOT / "scripts/validate.py", "--root", network, "--fix")
    assert done.returncode == 0, done.stdout
    return with_help + [one_line(finding) for finding in check_library(read_library(network), TODAY)]


def run(root: Path, *arguments: str) -> Result:
    """Run the script as if nobody sat at a terminal."""
    day = {"SOURCE_DATE_EPOCH": TODAY_EPOCH}
    result = CliRunner().invoke(new_record.main, ["--root", str(root), *arguments], env=day)
    assert isinstance(result.exception, SystemExit | None), result.exception
    return result


@pytest.mark.parametrize("kind", STARTED)
def test_a_record_whose_questions_are_answered_is_valid(kind: str, network: Path) -> None:
    library = read_library(network)
    values = ask_for_values(
        kind, "People's lunch: a start", TODAY, library, lambda name, told: answer(name, told, kind)
    )
    text = draft(kind, values, library)
    if kind == "initiative":
        text = text.replace("\n\n\n", "\n\nSomething was written here.\n\n").rstrip() + "\n\nAnd here.\n"
    (network / "content" / KINDS[kind].FOLDER / "new.md").write_text(text, encoding="utf-8")
    assert findings(network) == []


@pytest.mark.parametrize("kind", STARTED)
def test_a_record_whose_blanks_are_filled_by_hand_is_valid(kind: str, network: Path) -> None:
    assert run(network, kind, "People's lunch: a start").exit_code == 0
    path = network / "content" / KINDS[kind].FOLDER / "peoples-lunch-a-start.md"
    filled, field = [], ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip() == "-":
            filled.append(f"  - {answer(field, '', kind)}")
        elif line.endswith(":") and not line.startswith("#") and (field := line.strip(" :")) in ANSWERS:
            is_list = field in ("tags", "services", "attended")
            filled.append(line if is_list else f"{line} {answer(field, '', kind)}")
        else:
            filled.append(line)
    text = "\n".join(filled)
    for title in ("What happens", "How to try it", "What changed"):
        text = text.replace(f"## {title}\n", f"## {title}\n\nSomething was written here.\n")
    path.write_text(text, encoding="utf-8")
    assert findings(network) == []
    assert "#" not in path.read_text(encoding="utf-8").replace("## ", "")


def test_every_optional_line_is_valid_yaml_once_its_sign_is_taken_away(smallest: Path) -> None:
    library = read_library(smallest)
    text = draft("initiative", {"title": "Lunch", "added": "2026-01-10"}, library)
    optional = text.split("change what follows.\n")[1].split("#: Below the next line")[0]
    lines = [line.removeprefix("#: ") for line in optional.split("\n") if not line.removeprefix("#: ")[:1].isupper()]
    assert "cost: free" in lines
    assert "minutes: 30" in lines
    assert "  - service: sample-brindle" in lines


def test_says_what_it_wrote_and_what_to_do_next(smallest: Path) -> None:
    result = programs.run(
        ROOT / "scripts/new_record.py",
        "--root",
        smallest,
        "initiative",
        "Siân's quiet room",
        environment={**os.environ, "SOURCE_DATE_EPOCH": TODAY_EPOCH},
    )
    assert result.returncode == 0
    assert result.stdout == (
        "Wrote content/initiatives/sians-quiet-room.md. Fill in the blanks "
        "and write under each heading, then run: make check FILES=content/initiatives/sians-quiet-room.md\n"
    )
    written = (smallest / "content/initiatives/sians-quiet-room.md").read_text(encoding="utf-8")
    assert "title: Siân's quiet room\n" in written
    assert "added: 2026-11-23\n" in written


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("initiative", "A made-up lunch!"), ""),
        (("initiative", "Hi"), 'The text in "title" is too short: 2 characters, and it takes at least 3.'),
        (("initiative", "会议 会议"), "The title needs a few letters from a to z"),
        (("lunch", "Shared lunch"), 'There is no kind "lunch". Choose from: initiative, '),
        (("question-sets", "How are you?"), 'There is no kind "question_sets". Did you mean "question_set"?'),
        (("question-set", "How are you?"), ""),
    ],
)
def test_refuses_what_cannot_become_a_record(arguments: tuple[str, ...], said: str, smallest: Path) -> None:
    result = run(smallest, *arguments)
    assert "Traceback" not in result.stderr
    assert said in result.stderr
    assert (result.exit_code == 0) == (said == "")


def test_never_writes_over_a_file(smallest: Path) -> None:
    run(smallest, "service", "Sample Brindle")
    before = (smallest / "content/services/sample-brindle.md").read_bytes()
    result = run(smallest, "service", "Sample Brindle")
    assert "There is already a file content/services/sample-brindle.md." in result.stderr
    assert (smallest / "content/services/sample-brindle.md").read_bytes() == before


def test_a_broken_network_file_is_explained(smallest: Path) -> None:
    (smallest / "content/network.yml").write_text("name: [", encoding="utf-8")
    result = run(smallest, "theme", "Lunch")
    assert "content/network.yml has a mistake: run scripts/validate.py." in result.stderr


def test_a_folder_that_cannot_be_written_into_is_explained(smallest: Path) -> None:
    # Who runs the tests as root may write into every folder, but not below a file.
    shutil.rmtree(smallest / "content/evidence")
    (smallest / "content/evidence").write_text("", encoding="utf-8")
    result = run(smallest, "evidence", "A study of breaks")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert "choose another" in result.stderr


def test_asks_again_after_an_answer_that_is_refused(smallest: Path) -> None:
    asked: list[tuple[str, str]] = []

    def ask(name: str, told: str) -> str:
        asked.append((name, told))
        return {"stage": "estabished" if sum(one == "stage" for one, _ in asked) == 1 else "established"}.get(name, "")

    values = ask_for_values("initiative", "Shared lunch", TODAY, read_library(smallest), ask)
    again = [told for name, told in asked if name == "stage"]
    assert 'Did you mean "established"?' in again[1]
    assert values["stage"] == "established"
    assert "summary" not in values


def test_an_example_is_refused_where_the_check_would_refuse_it(smallest: Path) -> None:
    told: dict[str, list[str]] = {}

    def ask(name: str, prompt: str) -> str:
        told.setdefault(name, []).append(prompt)
        return ["x@example.org", "team@example.invalid"][len(told[name]) - 1] if name == "contact" else ""

    values = ask_for_values("initiative", "Shared lunch", TODAY, read_library(smallest), ask)
    assert told["contact"][1].startswith("This is an example address, which reaches no one.")
    assert values["contact"] == "team@example.invalid"


def test_a_title_is_as_good_as_an_id_and_what_is_unknown_is_told_what_there_is(smallest: Path) -> None:
    told: dict[str, list[str]] = {}
    typed = {"tags": ["Zzz", "PEER support"], "stage": ["Trying"]}

    def ask(name: str, prompt: str) -> str:
        told.setdefault(name, []).append(prompt)
        answers = typed.get(name, [])
        return answers[len(told[name]) - 1] if len(told[name]) <= len(answers) else ""

    values = ask_for_values("initiative", "Shared lunch", TODAY, read_library(smallest), ask)
    assert values["tags"] == ["peer-support"]
    assert values["stage"] == "trying"
    assert told["tags"][1].startswith('There is no theme called "Zzz". Choose from: ')
    assert "peer-support" in told["tags"][1]


def test_choices_are_shown_by_their_labels(smallest: Path) -> None:
    told: dict[str, str] = {}

    def ask(name: str, prompt: str) -> str:
        told[name] = prompt
        return ""

    ask_for_values("initiative", "Shared lunch", TODAY, read_library(smallest), ask)
    assert "Choose from: Idea, Tried or being tried, In use or Stopped." in told["stage"]
    assert told["services"].startswith("The services whose initiative it is. Choose from: Sample service Brindle. ")


def test_a_word_that_is_no_choice_is_refused_without_the_words_of_files(smallest: Path) -> None:
    told: list[str] = []

    def ask(name: str, prompt: str) -> str:
        told.extend([prompt] if name == "area" else [])
        return "Zzz" if len(told) == 1 and name == "area" else ""

    ask_for_values("service", "Sample Birch", TODAY, read_library(smallest), ask)
    assert told[1].split("\n") == ['"Zzz" is not one of the words for "area".', told[0]]
    assert "north" not in told[1]


def test_the_mailbox_of_a_person_is_refused_where_the_check_would_refuse_it(smallest: Path) -> None:
    told: list[str] = []

    def ask(name: str, prompt: str) -> str:
        told.extend([prompt] if name == "contact" else [])
        return "jane.smith@example.invalid" if name == "contact" and len(told) == 1 else ""

    assert "contact" not in ask_for_values("initiative", "Shared lunch", TODAY, read_library(smallest), ask)
    assert told[1].startswith("This looks like the e-mail address of a person")


def test_a_service_with_a_mistake_in_it_is_found_by_its_title(smallest: Path) -> None:
    service = smallest / "content/services/hill-team.md"
    service.parent.mkdir(exist_ok=True)
    service.write_text("---\ntitle: The Hill Team\narea: nowhere\n---\n", encoding="utf-8")
    values = ask_for_values(
        *("initiative", "Shared lunch", TODAY, read_library(smallest)),
        lambda name, _: "The Hill Team" if name == "services" else "",
    )
    assert values["services"] == ["hill-team"]


def test_what_is_no_mailbox_is_told_what_is_without_an_example_that_is_refused(smallest: Path) -> None:
    told: list[str] = []

    def ask(name: str, prompt: str) -> str:
        told.extend([prompt] if name == "contact" else [])
        return "Jane Smith" if name == "contact" and len(told) == 1 else ""

    ask_for_values("initiative", "Shared lunch", TODAY, read_library(smallest), ask)
    assert "needs the e-mail address of a role or a team" in told[1]
    assert "@" not in told[1]


def on_a_terminal(root: Path, typed: bytes) -> str:
    """What the script says to somebody who starts a theme on a terminal and types this."""
    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "scripts/new_record.py"), "--root", str(root), "theme", "Lunch breaks"],
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": TODAY_EPOCH},
    )
    os.write(controller, typed)
    said, _ = process.communicate(timeout=programs.PATIENCE)
    os.close(controller)
    os.close(terminal)
    assert process.returncode == 0
    return said


def test_asks_on_a_terminal(smallest: Path) -> None:
    said = on_a_terminal(smallest, b"Time away from work in the middle of the day.\npeople\n")
    assert "One sentence that tells a busy colleague whether to read on." in said
    written = (smallest / "content/themes/lunch-breaks.md").read_text(encoding="utf-8")
    assert "summary: Time away from work in the middle of the day.\n" in written
    assert "group: people\n" in written
    assert "Press Enter to leave a blank for later" in said
    assert said.split("\n")[-2] == (
        "Wrote content/themes/lunch-breaks.md. What else it can have is on the site, at contribute/fields/theme/. "
        "To check it, run: make check FILES=content/themes/lunch-breaks.md"
    )
    findings = check_library(read_library(smallest), TODAY)
    assert [one_line(one) for one in findings if one.path == "content/themes/lunch-breaks.md"] == []


def test_what_was_typed_before_ctrl_d_is_kept(smallest: Path) -> None:
    said = on_a_terminal(smallest, b"Time away from work in the middle of the day.\n\x04")
    assert said.split("\n")[-2].startswith("Wrote content/themes/lunch-breaks.md. Fill in the blanks")
    written = (smallest / "content/themes/lunch-breaks.md").read_text(encoding="utf-8")
    assert "summary: Time away from work in the middle of the day.\n" in written
    assert "\ngroup:\n" in written


@pytest.mark.parametrize(
    ("title", "name"),
    [("Shared lunch", "shared-lunch"), ("R&D: 50% of it!", "r-d-50-of-it"), ("Siân’s", "sians"), ("a" * 100, "a" * 60)],
)
def test_file_name(title: str, name: str) -> None:
    assert file_name(title) == name


@pytest.mark.parametrize("title", ["Con", "Index", "LPT1!", "Contact"])
def test_a_name_that_is_not_to_be_had_says_the_kind(title: str) -> None:
    name = file_name(title)
    assert record_name("theme", title) == (name if name == "contact" else f"{name}-theme")
    assert called([["recordName", "theme", title, "2026-11-23"]]) == [record_name("theme", title)]
