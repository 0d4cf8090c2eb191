"""The workflow that starts the proposals again that wait for a meeting or a service."""

import os
import subprocess
import sys
from pathlib import Path

import yaml

from tests.support.project import ROOT

# Stands in for GitHub's own program: three issues are open, and the second has a branch.
GH = f"""#!{sys.executable} -IS
import os, pathlib, sys
said = " ".join(sys.argv[1:])
if said.startswith("issue list"):
    print("12\\n13\\n14")
elif said.startswith("api"):
    sys.exit(0 if said.endswith("/heads/proposal/issue-13") else 1)
else:
    with pathlib.Path(os.environ["STARTED"]).open("a") as file:
        print(said, file=file)
"""


def test_what_has_no_branch_is_tried_again(tmp_path: Path) -> None:
    [job] = yaml.safe_load((ROOT / ".github/workflows/waiting.yml").read_text(encoding="utf-8"))["jobs"].values()
    [step] = job["steps"]
    program, started = tmp_path / "gh", tmp_path / "started"
    program.write_text(GH, encoding="utf-8")
    program.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "GH_REPO": "owner/name", "STARTED": str(started)}
    subprocess.run(["bash", "-e", "-c", step["run"]], env=environment, check=True)
    assert started.read_text(encoding="utf-8").splitlines() == [
        "workflow run propose.yml --field issue=12",
        "workflow run propose.yml --field issue=14",
    ]
