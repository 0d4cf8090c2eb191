"""What the project says of itself: commands, licences, the lock file, the lists of rules and fields."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from macros.lint.engine import rules
from macros.schema.types import DEVICE
from tests.support.programs import run, run_afresh
from tests.support.project import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
LISTED = set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE))


def test_every_make_command_that_a_text_names_exists() -> None:
    named = re.findall(r"^make ([a-z-]+)|`make ([a-z-]+)", README + CONTRIBUTING, re.MULTILINE)
    assert {first or second for first, second in named} <= TARGETS


def test_the_readme_has_every_command_that_make_help_lists() -> None:
    assert LISTED - {"install"} <= set(re.findall(r"`make ([a-z-]+)", README))


def test_ci_runs_what_the_readme_says() -> None:
    ci = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert "for target in check test build compare-builders; do" in ci


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_file_that_a_text_names_exists(text: str) -> None:
    named = re.findall(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:md|txt|yml|toml))`", text) + re.findall(
        r"\]\(([\w./-]+)\)", text
    )
    made_by_commands = {
        "site/",
        "collated/",
        "digest/",
        "digest.txt",
        "admin/",
        "site/demo/",
        "screenshots/",
        ".venv/",
        ".cache/",
        "lunch-club.md",
        "title_duplicated.py",
        # What the recipes of CONTRIBUTING.md tell to write: see test_recipes.py.
        *re.findall(r"^In `([^`]+)`:$", text, re.MULTILINE),
    }
    missing = {
        name
        for name in named
        if name not in made_by_commands
        and not any(
            (ROOT / folder / name).exists() for folder in ("", "content", "theme", "macros", ".github/workflows")
        )
    }
    assert missing == set()


def test_every_file_that_the_documentation_names_exists() -> None:
    """Its pages give the end of a path where the room is plain from the sentence."""
    listed = subprocess.run(["git", "-C", ROOT, "ls-files"], capture_output=True, encoding="utf-8", check=True).stdout
    paths = [f"/{path}" for path in listed.split("\n")]
    pages = sorted((ROOT / "docs").rglob("*.md"))
    named = {
        (page.name, name)
        for page in pages
        for name in re.findall(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|j2|mjs))`", page.read_text(encoding="utf-8"))
    }
    # What the build makes, an example, and what is Material's or another network's to add.
    made = {
        "site/",
        "site/demo/",
        ".cache/cards.json",
        ".cache/sites/",
        "content/initiatives/shared-lunch.md",
        "partials/language.html",
        "theme/partials/languages/",
    }
    missing = {
        (page, name)
        for page, name in named
        if name not in made and not any(path.endswith(f"/{name}") or f"/{name.rstrip('/')}/" in path for path in paths)
    }
    assert missing == set()


def test_every_script_starts_and_explains_itself() -> None:
    scripts = sorted((ROOT / "scripts").glob("*.py"))
    said = {script.name: run_afresh(script, "--help") for script in scripts}
    assert {name: done for name, done in said.items() if not done.stdout.startswith("Usage:") or done.returncode} == {}


def test_the_options_of_the_validator_are_in_the_readme() -> None:
    result = run(ROOT / "scripts/validate.py", "--help")
    options = set(re.findall(r"^  (--[a-z]+)", result.stdout, re.MULTILINE)) - {"--help", "--root"}
    assert {option for option in options if option not in README} == set()


def test_what_the_readme_shows_is_what_the_validator_prints(smallest: Path) -> None:
    shown = re.search(r"```text\n(.*?)```", README, re.DOTALL)
    assert shown is not None
    record = smallest / "content/initiatives/lunch-club.md"
    record.write_text(
        "---\ntitle: Shared lunch\nsummary: The team eats together once a week, away from desks.\nadded: 2026-03-12\n"
        "contact: team@example.org\nstage: estabished\ntags:\n  - peer-support\n---\n\nText.\n",
        encoding="utf-8",
    )
    result = run(ROOT / "scripts/validate.py", "--root", smallest, record, "--rule", "choice-unknown")
    assert result.stdout.split("\n")[:3] == shown[1].split("\n")[:3]


def test_licences_are_stated_in_both_places() -> None:
    assert "MIT" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "CC BY 4.0" in (ROOT / "LICENSE-content.md").read_text(encoding="utf-8")
    assert "(LICENSE)" in README
    assert "(LICENSE-content.md)" in README


def test_the_lock_file_is_up_to_date(tmp_path: Path) -> None:
    def checked(project: str) -> str:
        (tmp_path / "pyproject.toml").write_text(project, encoding="utf-8")
        command = ["make", "--file", str(ROOT / "Makefile"), "--old-file", ".venv/.installed", "check-lock"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False).stderr

    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert checked(project) == ""
    assert "requirements.txt does not pin" in checked(re.sub(r'"pydantic>=[^"]+"', '"pydantic>=99"', project))


def test_what_comes_from_npm_is_pinned_by_hashes_and_never_by_addresses() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = packages.pop("")["devDependencies"]
    assert {name for name, one in packages.items() if "integrity" not in one or "resolved" in one} == set()
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted


@pytest.mark.parametrize("name", ["programs", "subject", "tests"])
def test_the_words_of_a_list_are_sorted(name: str) -> None:
    words = (ROOT / f".cspell/{name}.txt").read_text(encoding="utf-8").splitlines()
    assert words == sorted(words, key=str.lower)
    assert len(set(map(str.lower, words))) == len(words)


def test_every_rule_says_what_it_requires() -> None:
    for rule in rules().values():
        assert re.fullmatch(r"[A-Z][^\n]+\.", rule.requirement), rule.id


def test_every_rule_says_why() -> None:
    reasons = [rule.why for rule in rules().values()]
    assert all(re.fullmatch(r"[A-Z][^\n]{30,}\.", why) for why in reasons)
    assert len(set(reasons)) == len(reasons)


def test_no_file_of_the_project_has_such_a_name() -> None:
    named = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=True).stdout
    steps = {step for path in named.decode().split("\0") for step in path.lower().split("/")}
    assert [step for step in steps if DEVICE.fullmatch(step.partition(".")[0])] == []
