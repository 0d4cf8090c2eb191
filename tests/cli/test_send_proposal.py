"""A proposal reaches GitHub: one branch, one pull request and one comment, however often its issue is changed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from scripts import record_from_issue, send_proposal
from tests.support.programs import run
from tests.support.project import ROOT, TODAY_EPOCH

TITLE = "Breaks; $(touch pwned) and `more` & people's"
FILE = "content/themes/breaks-touch-pwned-and-more-peoples.md"
BRANCH = "proposal/issue-12"
BOT = "41898282+github-actions[bot]@users.noreply.github.com"

# Stands in for GitHub's own program: keeps pull requests and comments in a file, and answers as GitHub does.
GH = f"""#!{sys.executable} -IS
import json, os, pathlib, sys
file = pathlib.Path(os.environ["FAKE_GITHUB"])
state = json.loads(file.read_text())
assert sys.argv[1] == "api", sys.argv
assert os.environ["GH_TOKEN"] == "secret"
method, address = sys.argv[3], sys.argv[4].removeprefix("repos/owner/name").lstrip("/")
sent = json.load(sys.stdin) if "--input=-" in sys.argv else None
state["calls"].append([method, address])
answer = dict(sent or {{}}, number=45, id=7)
if (method, address) == ("GET", ""):
    answer = {{"default_branch": "main"}}
elif (method, address) == ("GET", "pulls"):
    assert "--raw-field=head=owner:{BRANCH}" in sys.argv
    answer = state["pulls"]
elif (method, address) == ("POST", "pulls"):
    state["pulls"].append(answer)
elif (method, address) == ("PATCH", "pulls/45"):
    state["pulls"][0].update(sent)
elif (method, address) == ("GET", "issues/12/comments"):
    assert "--slurp" in sys.argv
    answer = [state["comments"]]
elif (method, address) == ("POST", "issues/12/comments"):
    state["comments"].append(dict(sent, id=7, user={{"login": "github-actions[bot]"}}))
elif (method, address) == ("PATCH", "issues/comments/7"):
    state["comments"][-1].update(sent)
else:
    sys.exit(f"no such address: {{method}} {{address}}")
file.write_text(json.dumps(state))
print(json.dumps(answer))
"""


class Repository:
    """A project on GitHub, and a fresh checkout of it for every run of the workflow."""

    def __init__(self, folder: Path, network: Path) -> None:
        self.folder, self.origin = folder, folder / "origin.git"
        self.github = folder / "github.json"
        self.runs = 0
        # A stranger's comment that begins like ours is left alone.
        stranger = {"id": 1, "body": "<!-- proposal -->\nmine", "user": {"type": "User"}}
        self.github.write_text(json.dumps({"pulls": [], "comments": [stranger], "calls": []}), encoding="utf-8")
        self.git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.origin))
        self.git(folder, "clone", "--quiet", str(self.origin), str(folder / "first"))
        shutil.copytree(network, folder / "first", dirs_exist_ok=True)
        self.commit(folder / "first", "Start", "main")
        program = folder / "bin/gh"
        program.parent.mkdir()
        program.write_text(GH, encoding="utf-8")
        program.chmod(0o755)

    def git(self, root: Path, *arguments: str) -> str:
        return subprocess.run(
            ["git", "-C", str(root), *arguments], stdout=subprocess.PIPE, text=True, check=True
        ).stdout.strip()

    def commit(self, checkout: Path, message: str, branch: str) -> None:
        self.git(checkout, "add", ".")
        who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
        self.git(checkout, *who, "commit", "--quiet", f"--message={message}")
        self.git(checkout, "push", "--quiet", "origin", f"HEAD:{branch}")

    def checkout(self, branch: str = "main") -> Path:
        self.runs += 1
        checkout = self.folder / f"run-{self.runs}"
        self.git(self.folder, "clone", "--quiet", "--branch", branch, str(self.origin), str(checkout))
        return checkout

    def workflow(self, body: str, title: str = TITLE, *, as_programs: bool = False) -> None:
        """What the steps of the workflow do."""
        checkout = self.checkout()
        event = self.folder / "event.json"
        issue = {"number": 12, "title": title, "body": body}
        event.write_text(json.dumps({"issue": issue}), encoding="utf-8")
        into = self.folder / "temp/proposal"
        environment = {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "SOURCE_DATE_EPOCH": TODAY_EPOCH,
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_REPOSITORY": "owner/name",
            "GITHUB_RUN_ID": "99",
            "GH_TOKEN": "secret",
            "FAKE_GITHUB": str(self.github),
        }
        arguments = ["--root", str(checkout), str(into)]
        for step in (record_from_issue, send_proposal):
            if as_programs:
                done = run(step.__file__, *arguments, environment=os.environ | environment)
                assert done.returncode == 0, done.stderr
            else:
                result = CliRunner().invoke(step.main, arguments, env=environment, catch_exceptions=False)
                assert result.exit_code == 0, result.output

    @property
    def state(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.github.read_text(encoding="utf-8"))
        return found

    @property
    def answer(self) -> str:
        stranger, *ours = self.state["comments"]
        assert stranger["body"] == "<!-- proposal -->\nmine"
        assert len(ours) == 1
        return str(ours[0]["body"])

    def commits(self) -> list[str]:
        return self.git(self.origin, "log", "--format=%s", f"main..{BRANCH}").splitlines()

    def changes(self) -> list[str]:
        return self.git(self.origin, "diff", "--name-status", f"main...{BRANCH}").splitlines()


@pytest.fixture
def repository(tmp_path: Path, smallest: Path) -> Repository:
    return Repository(tmp_path, smallest)


@pytest.fixture
def body() -> str:
    return (ROOT / "tests/issues/theme.md").read_text(encoding="utf-8")


def test_an_issue_becomes_a_branch_a_pull_request_and_an_answer(repository: Repository, body: str) -> None:
    repository.workflow(body, as_programs=True)
    assert repository.changes() == [f"A\t{FILE}"]
    author = repository.git(repository.origin, "log", "-1", "--format=%an %s%n%b", BRANCH)
    assert author == "github-actions[bot] Add the theme from issue 12\nProposed in #12."
    [pull_request] = repository.state["pulls"]
    assert (pull_request["head"], pull_request["base"]) == (BRANCH, "main")
    assert "Closes #12" in pull_request["body"]
    assert "(https://github.example/owner/name/actions/runs/99)" in pull_request["body"]
    assert "GitHub does not run checks" in pull_request["body"]
    assert "It is in #45." in repository.answer
    assert not list(repository.folder.rglob("pwned"))


def test_a_later_text_changes_the_same_file_in_the_same_pull_request(repository: Repository, body: str) -> None:
    repository.workflow(body)
    repository.workflow(body.replace("nobody else", "nobody at all"), title="Another title")
    assert repository.changes() == [f"A\t{FILE}"]
    assert len(repository.commits()) == 1
    written = repository.git(repository.origin, "show", f"{BRANCH}:{FILE}")
    assert "title: Another title" in written
    assert "nobody at all" in written
    assert len(repository.state["pulls"]) == 1
    assert "It is in #45." in repository.answer


def test_a_branch_that_would_not_change_is_left_alone(repository: Repository, body: str) -> None:
    repository.workflow(body)
    before = repository.git(repository.origin, "rev-parse", BRANCH)
    repository.workflow(f"{body}\n")
    assert repository.git(repository.origin, "rev-parse", BRANCH) == before


def test_a_mistake_is_answered_and_mended_in_the_same_comment(repository: Repository, body: str) -> None:
    repository.workflow(body.replace("Time in the working day that belongs to nobody else.", "Time."))
    assert "One thing has to change before this can become a page" in repository.answer
    assert repository.state["pulls"] == []
    assert repository.git(repository.origin, "branch", "--list", BRANCH) == ""
    repository.workflow(body)
    assert "It is in #45." in repository.answer
    repository.workflow(body.replace("Time in the working day that belongs to nobody else.", "Time."))
    assert "Until then, #45 stays as it was." in repository.answer
    assert repository.changes() == [f"A\t{FILE}"]


def test_what_somebody_has_changed_by_hand_is_never_lost(repository: Repository, body: str) -> None:
    repository.workflow(body)
    checkout = repository.checkout(BRANCH)
    (checkout / FILE).write_text("Changed by hand", encoding="utf-8")
    repository.commit(checkout, "Say it better", BRANCH)
    repository.workflow(body.replace("nobody else", "nobody at all"))
    assert repository.git(repository.origin, "show", f"{BRANCH}:{FILE}") == "Changed by hand"
    assert "Someone from the network is now working on your proposal in #45" in repository.answer


def test_what_somebody_has_changed_in_a_merge_is_never_lost(repository: Repository, body: str) -> None:
    repository.workflow(body)
    main = repository.checkout()
    (main / "README.md").write_text("News", encoding="utf-8")
    repository.commit(main, "News", "main")
    checkout = repository.checkout(BRANCH)
    who = ("-c", "user.name=github-actions[bot]", "-c", f"user.email={BOT}")
    repository.git(checkout, *who, "merge", "--quiet", "--no-commit", "origin/main")
    (checkout / FILE).write_text("Changed by hand", encoding="utf-8")
    repository.git(checkout, *who, "commit", "--quiet", "--all", "--message=Bring up to date")
    repository.git(checkout, "push", "--quiet", "origin", BRANCH)
    repository.workflow(body.replace("nobody else", "nobody at all"))
    assert repository.git(repository.origin, "show", f"{BRANCH}:{FILE}") == "Changed by hand"
    assert "Someone from the network is now working on your proposal in #45" in repository.answer


def test_what_somebody_has_changed_in_our_own_commit_is_never_lost(repository: Repository, body: str) -> None:
    repository.workflow(body)
    checkout = repository.checkout(BRANCH)
    (checkout / FILE).write_text("Changed by hand", encoding="utf-8")
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    repository.git(checkout, *who, "commit", "--quiet", "--all", "--amend", "--no-edit")
    repository.git(checkout, "push", "--quiet", "--force", "origin", BRANCH)
    repository.workflow(body.replace("nobody else", "nobody at all"))
    assert repository.git(repository.origin, "show", f"{BRANCH}:{FILE}") == "Changed by hand"


def test_a_text_that_becomes_another_kind_of_record_is_all_that_is_proposed(repository: Repository, body: str) -> None:
    repository.workflow(body)
    service = (ROOT / "tests/issues/service.md").read_text(encoding="utf-8")
    repository.workflow(service)
    assert repository.changes() == [f"A\t{FILE.replace('themes', 'services')}"]
    assert len(repository.state["pulls"]) == 1


def test_a_branch_that_was_merged_and_not_deleted_is_begun_anew(repository: Repository, body: str) -> None:
    repository.workflow(body)
    published = repository.git(repository.origin, "show", f"{BRANCH}:{FILE}")
    repository.git(repository.origin, "update-ref", "refs/heads/main", BRANCH)
    repository.workflow(body, title=f"{TITLE}!")
    assert repository.changes() == [f"A\t{FILE.replace('.md', '-12.md')}"]
    assert repository.git(repository.origin, "show", f"{BRANCH}:{FILE}") == published


def test_the_workflow_gives_a_shell_no_word_of_an_issue() -> None:
    """The workflow's own steps name files and nothing that somebody wrote."""
    workflow = (ROOT / ".github/workflows/propose.yml").read_text(encoding="utf-8")
    steps = workflow.split("run: ")[1:]
    assert len(steps) == 4
    assert all("${{" not in step.split("env:")[0].split("- ")[0] for step in steps)


def test_an_issue_that_waits_for_a_service_leaves_its_pull_request_as_it_was(tmp_path: Path, smallest: Path) -> None:
    repository = Repository(tmp_path, smallest)
    body = (ROOT / "tests/issues/question.md").read_text(encoding="utf-8")
    listed = body.replace("Brindle, north and south", "sample-brindle")
    repository.workflow(listed, "What is your favourite film?")
    before = repository.commits()
    heading = "### Service that is not in the list\n\n"
    repository.workflow(listed.replace(f"{heading}_No response_", f"{heading}Valley"), "What is your favourite film?")
    assert "It is waiting for your service, ` Valley `" in repository.answer
    assert repository.answer.endswith("Until then, #45 stays as it was.")
    assert repository.commits() == before
    assert len(before) == 1
