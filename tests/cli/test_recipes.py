"""The recipes of CONTRIBUTING.md, followed in a fresh clone by somebody who does only what they say."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.support.project import ROOT, TODAY_EPOCH

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
# "In `macros/lint/rules/x.py`:" or "In `macros/builder/written_pages.py`, beside the other macros:", then a block.
STEPS = re.compile(r"^In `([^`]+)`([^\n:]*):\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def recipe(heading: str) -> str:
    return re.split(r"^##+ ", TEXT.split(f"### {heading}\n")[1], flags=re.MULTILINE)[0]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The files that git has or would take, as somebody gets them, with what is installed beside them.

    The examples of the rules that there are, three files in five, are links: they are read, and no recipe changes them.
    """
    but_examples = ":(exclude,glob)tests/rules/*/**"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", but_examples],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file() and not (ROOT / name).is_symlink():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / name)
    for folder in (ROOT / "tests/rules").iterdir():
        if folder.is_dir() and folder.name != "__pycache__":
            (tmp_path / "tests/rules" / folder.name).symlink_to(folder)
    return tmp_path


def follow(heading: str, clone: Path) -> list[str]:
    """Write every file of a recipe. Gives its commands, a line each."""
    text = recipe(heading)
    for name, is_part, content in STEPS.findall(text):
        file = clone / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if is_part:
            content = file.read_text(encoding="utf-8").rstrip("\n") + "\n\n" + content
        else:
            assert not file.exists(), f"{name} is there already"
        file.write_text(content, encoding="utf-8")
    return [line for block in COMMANDS.findall(text) for line in block.strip().split("\n")]


def run(clone: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the clone's own, as `.venv` in it would."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("COV_", "PYTEST_"))}
    return subprocess.run(
        [sys.executable, *command],
        cwd=clone,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
        env=environment | {"NO_MKDOCS_2_WARNING": "1"},
    )


def test_a_record(clone: Path) -> None:
    commands = follow("Add a record", clone)
    assert commands[:2] == [
        'make new KIND=initiative TITLE="Lunch club"',
        "make check FILES=content/initiatives/lunch-club.md",
    ]
    assert run(clone, "scripts/new_record.py", "initiative", "Lunch club").returncode == 0
    file = clone / "content/initiatives/lunch-club.md"
    checked = run(clone, "scripts/validate.py", "content/initiatives/lunch-club.md")
    assert checked.returncode == 1
    assert "[field-missing]" in checked.stdout
    blanks = {
        "summary:": "summary: We eat together on Wednesdays, away from our desks, and talk about anything else.",
        "tags:\n  -": "tags:\n  - social-connection",
        "stage:": "stage: established",
        "services:\n  -": "services:\n  - east-riding",
        "started:": "started: 2026-03",
        "contact:": "contact: team@example.invalid",
    }
    text = file.read_text(encoding="utf-8")
    for blank, filled in blanks.items():
        assert f"\n{blank}\n" in text
        text = text.replace(f"\n{blank}\n", f"\n{filled}\n")
    for title in ("What happens", "How to try it", "What changed"):
        text = text.replace(f"## {title}\n", f"## {title}\n\nWe do not know yet.\n")
    file.write_text(text, encoding="utf-8")
    assert run(clone, "scripts/validate.py", "content/initiatives/lunch-club.md").returncode == 0
    assert commands[-1] == ".venv/bin/python scripts/validate.py --fix"
    assert run(clone, "scripts/validate.py", "--fix").returncode == 0
    assert file.read_text(encoding="utf-8").startswith("---\ntitle: Lunch club\nsummary: We eat together")
    assert "#:" not in file.read_text(encoding="utf-8")
    assert "style-differs" not in run(clone, "scripts/validate.py", str(file)).stdout


def test_a_rule(clone: Path) -> None:
    [command] = follow("Add a rule", clone)
    program, *arguments = command.split()
    assert program == ".venv/bin/python"
    done = run(clone, *arguments)
    assert done.returncode == 0, done.stdout
    folder = clone / "tests/rules/summary-in-capitals"
    assert (folder / "bad-theme.expected").read_text(encoding="utf-8") == (
        "content/themes/bad-theme.md:3:10: error [summary-in-capitals] The summary is in capitals. Write it in small letters.\n"
    )
    assert run(clone, "-m", "pytest", "tests/rules/test_rules.py", "-k", "summary-in-capitals").returncode == 0


def test_a_view(clone: Path) -> None:
    assert follow("Add a view", clone) == []
    settings = clone / "mkdocs.yml"
    nav = "  - Evidence: evidence/index.md\n"
    assert nav in settings.read_text(encoding="utf-8")
    settings.write_text(
        settings.read_text(encoding="utf-8").replace(nav, f"{nav}  - To adopt: to-adopt.md\n"), encoding="utf-8"
    )
    done = run(clone, "-m", "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    page = (clone / "site/to-adopt/index.html").read_text(encoding="utf-8")
    assert "Waiting for a second service" in page
    assert "Shared lunch" in page


@pytest.mark.parametrize("installed", [".venv", "node_modules"])
def test_installing_empties_no_folder_that_a_link_leads_to(installed: str, tmp_path: Path) -> None:
    checkout, shared = tmp_path / "checkout", tmp_path / "shared"
    for folder in (checkout / ".venv/bin", shared):
        folder.mkdir(parents=True)
    for name in ("Makefile", "requirements.txt", "package.json", "package-lock.json", ".npmrc"):
        shutil.copy(ROOT / name, checkout)
    if installed == "node_modules":
        (checkout / ".venv/.installed").touch()
        npm = checkout / ".venv/bin/npm"
        npm.write_text("#!/bin/sh\nrm -rf node_modules/*\n", encoding="utf-8")
        npm.chmod(0o755)
    else:
        shutil.rmtree(checkout / installed)
    (checkout / installed).symlink_to(shared)
    (shared / "kept").touch()
    # Should it install after all, there is nothing to install.
    (checkout / "requirements.txt").write_text("", encoding="utf-8")
    os.utime(checkout / "requirements.txt", (0, 0))
    done = subprocess.run(
        ["make", f"{installed}/.installed", f"PYTHON={sys.executable}"],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (shared / "kept").exists()
    assert done.returncode != 0
    assert f"{installed} is a link to another folder, which installing would empty." in done.stderr


RESOURCE = """---
title: {title}
summary: {summary}
added: 2026-11-23
tags:
  - social-connection
  - environment
medium: {medium}
url: https://www.nice.org.uk/guidance/{medium}
source:
  title: Where we found it
  url: https://www.nice.org.uk/guidance
---

Put it where everybody comes past.
"""
PROPOSE = """---
title: Propose a resource
description: A form to propose something that a service can use as it is.
render_macros: true
---

{{ propose_form("resource", "resource") }}
"""


@pytest.fixture
def with_resources(clone: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone to which a kind has been added, with two records of it and a page to propose one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY_EPOCH)
    [command] = follow("Add a kind", clone)
    content = clone / "content"
    leaflet = RESOURCE.format(
        title="10 ways to sleep on shifts", summary="A leaflet on sleep for those on shifts.", medium="leaflet"
    )
    video = RESOURCE.format(title="12 stretches", summary="Ten minutes of stretches at a desk.", medium="video")
    (content / "resources/sleep-on-shifts.md").write_text(leaflet, encoding="utf-8")
    (content / "resources/stretches.md").write_text(video, encoding="utf-8")
    (content / "contribute/propose-resource.md").write_text(PROPOSE, encoding="utf-8")
    settings = (clone / "mkdocs.yml").read_text(encoding="utf-8")
    for line, another in {
        "  - Evidence: evidence/index.md\n": "  - Resources: resources/index.md\n",
        "          - Theme: contribute/fields/theme.md\n": "          - Resource: contribute/fields/resource.md\n",
        "      - Propose a topic: contribute/propose-topic.md\n": "      - Propose one: contribute/propose-resource.md\n",
        "  /themes/*\n": "  /resources/*\n",
    }.items():
        assert settings.count(line) == 1
        settings = settings.replace(line, line + another)
    (clone / "mkdocs.yml").write_text(settings, encoding="utf-8")
    # What npm installs is not in a clone, nor is what is made of it.
    (clone / "node_modules").symlink_to(ROOT / "node_modules")
    for bundle in ("admin/editor.js", "preview/markdown.js"):
        (clone / "theme" / bundle).parent.mkdir(exist_ok=True)
        (clone / "theme" / bundle).write_text("", encoding="utf-8")
    done = run(clone, *command.split()[1:])
    assert done.returncode == 0, done.stderr
    return clone


def test_a_kind(with_resources: Path) -> None:
    clone = with_resources
    # Read and checked.
    file = clone / "content/resources/stretches.md"
    text = file.read_text(encoding="utf-8")
    assert run(clone, "scripts/validate.py", "content/resources/stretches.md").returncode == 0
    file.write_text(text.replace("medium: video", "medium: vidio"), encoding="utf-8")
    checked = run(clone, "scripts/validate.py", "content/resources/stretches.md").stdout
    assert "content/resources/stretches.md:8:9: error [choice-unknown]" in checked
    assert 'Did you mean "video"?' in checked
    file.write_text(text, encoding="utf-8")
    # Proposed: with a form on GitHub, the schema of an editor, and a new file.
    form = yaml.safe_load((clone / ".github/ISSUE_TEMPLATE/propose-resource.yml").read_text(encoding="utf-8"))
    assert form["name"] == "Propose a resource"
    assert {"summary", "medium", "url", "text"} <= {one.get("id") for one in form["body"]}
    schema = json.loads((clone / "schemas/resource.schema.json").read_text(encoding="utf-8"))
    assert [one["const"] for one in schema["properties"]["medium"]["oneOf"]] == ["leaflet", "video"]
    assert run(clone, "scripts/new_record.py", "resource", "Posters").returncode == 0
    assert "\nmedium:\n" in (clone / "content/resources/posters.md").read_text(encoding="utf-8")
    (clone / "content/resources/posters.md").unlink()
    done = run(clone, "-m", "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    _see_resources(clone / "site")


def _see_resources(site: Path) -> None:
    def page(address: str) -> str:
        return (site / address).read_text(encoding="utf-8")

    # Listed, in its groups and with its filters.
    listed = page("resources/index.html")
    assert "2 resources." in listed
    assert re.findall(r'<h2 id="kb-(\w+)">', listed) == ["leaflet", "video"]
    assert re.findall(r'name="(\w+)" value="([\w-]+)"', listed) == [("medium", "leaflet"), ("medium", "video")]
    # Shown with its mark, its facts and what is related.
    shown = page("resources/stretches/index.html")
    assert "M20 0l5 5-5 5-5-5zM20 30l5 5-5 5-5-5z" in shown
    assert "<dt>Medium</dt><dd>Video</dd>" in shown
    assert '<a href="https://www.nice.org.uk/guidance/video">' in shown
    assert 'href="../../resources/sleep-on-shifts/"' in shown.split("Related")[1]
    assert 'href="resources/"' in page("index.html")
    for address in ("a-to-z/index.html", "themes/social-connection/index.html", "digest/index.html"):
        assert "resources/stretches/" in page(address), address
    assert '<a href="resources/"><strong>2</strong> resources</a>' in page("index.html")
    # Searched.
    results = [one.read_text(encoding="utf-8") for one in site.glob("search-index/*/[0-9]*.json")]
    found = [one for one in results if "Ten minutes of stretches at a desk." in one]
    assert [json.loads(one)["kind"] for one in found] == ["Resources"]
    assert 'resource: "Resources"' in page("assets/search_kinds.js")
    # Fed, also to those who follow its theme.
    for address in ("feed.xml", "resources/feed.xml", "themes/social-connection/feed.xml"):
        assert "<title>12 stretches</title>" in page(address), address
    # Exported.
    record = json.loads(page("api/resources/stretches.json"))["record"]
    assert (record["medium"], record["url"]) == ("video", "https://www.nice.org.uk/guidance/video")
    assert "medium" in json.loads(page("api/schemas/resource.json"))["properties"]["record"]["properties"]
    table = csv.DictReader((site / "api/resources.csv").read_text(encoding="utf-8-sig").splitlines())
    assert [row["Medium"] for row in table] == ["Leaflet", "Video"]
    assert "[Resources](" in page("llms.txt")
    # Explained, and proposed with the form on the site and in the editor.
    assert 'id="medium"' in page("contribute/fields/resource/index.html")
    assert '"folder": "resources"' in page("contribute/propose-resource/index.html").replace("&#34;", '"')
    assert "medium" in page("assets/propose.js")
    collections = yaml.safe_load(page("admin/config.yml"))["collections"]
    assert {one["name"]: one["label"] for one in collections}["resources"] == "Resources"
