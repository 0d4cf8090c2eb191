"""What people answered, and what services send in, cannot be committed by accident."""

from __future__ import annotations

import re
import subprocess

import pytest
import yaml

from macros.kinds import KINDS
from tests.support.project import ROOT

HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
HOOK = next(hook for hook in HOOKS if hook["id"] == "raw-answers")
PUBLISHED = [
    f"{content}/{model.FOLDER}/2026.csv"
    for content in ("content", "demo/content")
    for model in KINDS.values()
    if model.ROW is not None
]


def is_ignored(path: str) -> bool:
    return subprocess.run(["git", "check-ignore", "--quiet", path], cwd=ROOT, check=False).returncode == 0


def is_refused(path: str) -> bool:
    return bool(re.search(HOOK["files"], path)) and not re.search(HOOK["exclude"], path)


@pytest.mark.parametrize(
    "path",
    [
        "responses.csv",
        "Survey of spring 2026(1-48).xlsx",
        "content/survey-rounds/responses.xlsx",
        "content/services/answers.csv",
        "demo/workforce.ods",
        "content/survey-rounds/more/2026.csv",
    ],
)
def test_raw_files_are_ignored_by_git_and_refused_by_the_hook(path: str) -> None:
    assert is_ignored(path)
    assert is_refused(path)


@pytest.mark.parametrize("path", PUBLISHED)
def test_published_tables_are_neither(path: str) -> None:
    assert not is_ignored(path)
    assert not is_refused(path)
