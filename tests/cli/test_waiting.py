"""The workflow that starts the proposals again that wait for a meeting or a service."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.support.project import ROOT

# What GitHub runs for `shell: bash`. Without it, there is no pipefail.
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]
# Stands in for GitHub's own program: three issues are open, and the second has a branch.
GH = f"""#!{sys.executable} -IS
import os, pathlib, sys
said = " ".join(sys.argv[1:])
if said.startswith("issue list"):
    if "OUT_OF_ORDER" in os.environ:
        sys.exit(1)
    print("12\\n13\\n14")
elif said.startswith("api"):
    sys.exit(0 if said.endswith("/heads/proposal/issue-13") else 1)
else:
    with pathlib.Path(os.environ["STARTED"]).open("a") as file:
        print(said, file=file)
"""


def started_by(tmp_path: Path, **environment: str) -> list[str]:
    """What the workflow starts."""
    [job] = yaml.safe_load((ROOT / ".github/workflows/waiting.yml").read_text(encoding="utf-8"))["jobs"].values()
    [step] = job["steps"]
    assert step["shell"] == "bash"
    program, started = tmp_path / "gh", tmp_path / "started"
    program.write_text(GH, encoding="utf-8")
    program.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "GH_REPO": "owner/name", "STARTED": str(started), **environment}
    subprocess.run([*BASH, step["run"]], env=environment, check=True)
    return started.read_text(encoding="utf-8").splitlines()


def test_what_has_no_branch_is_tried_again(tmp_path: Path) -> None:
    assert started_by(tmp_path) == [
        "workflow run propose.yml --field issue=12",
        "workflow run propose.yml --field issue=14",
    ]


def test_a_list_that_cannot_be_read_is_not_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        started_by(tmp_path, OUT_OF_ORDER="yes")
