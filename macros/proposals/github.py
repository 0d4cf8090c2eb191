"""What we ask of GitHub about a proposal, through its own command line program, `gh`."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

from macros.proposals.answer import MARK
from macros.proposals.proposal import Proposal

# What `gh` may take to answer, in seconds.
_PATIENCE = 60


class GitHub:
    """One repository, such as "network/knowledge-base". `gh` finds its token in GH_TOKEN."""

    def __init__(self, repository: str) -> None:
        """Speak of `repository`."""
        self._repository = repository

    def open_pull_request(self, branch: str) -> int | None:
        """The number of the open pull request from `branch`; None if there is none."""
        owner = self._repository.partition("/")[0]
        found = self._get("pulls", state="open", head=f"{owner}:{branch}")
        return int(found[0]["number"]) if found else None

    def put_pull_request(self, proposal: Proposal) -> int:
        """Open a pull request for a proposal whose branch is there, or bring its words up to date. Returns its number."""
        number = self.open_pull_request(proposal.branch)
        words = {"title": proposal.title, "body": proposal.text}
        if number is not None:
            self._send("PATCH", f"pulls/{number}", words)
            return number
        base = self._get("")["default_branch"]
        return int(self._send("POST", "pulls", {"head": proposal.branch, "base": base, **words})["number"])

    def put_comment(self, issue: int, body: str) -> None:
        """Write our comment on an issue, or write it anew if it is there."""
        comments = self._get(f"issues/{issue}/comments", per_page="100")
        ours = next((one for one in comments if one["body"].startswith(MARK) and one["user"]["type"] == "Bot"), None)
        if ours is None:
            self._send("POST", f"issues/{issue}/comments", {"body": body})
        elif ours["body"] != body:
            self._send("PATCH", f"issues/comments/{ours['id']}", {"body": body})

    def _get(self, path: str, **query: str) -> Any:
        fields = [f"--raw-field={name}={value}" for name, value in query.items()]
        return json.loads(self._run(["--method", "GET", self._address(path), *fields]))

    def _send(self, method: str, path: str, values: Mapping[str, str]) -> Any:
        return json.loads(self._run(["--method", method, self._address(path), "--input", "-"], json.dumps(values)))

    def _address(self, path: str) -> str:
        return f"repos/{self._repository}/{path}".rstrip("/")

    def _run(self, arguments: Sequence[str], given: str | None = None) -> str:
        # The arguments go to the program as they are: no shell reads them.
        command = ["gh", "api", *arguments]
        return subprocess.run(
            command, input=given, stdout=subprocess.PIPE, encoding="utf-8", check=True, timeout=_PATIENCE
        ).stdout
