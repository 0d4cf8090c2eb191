"""What we ask of GitHub about a pull request, through its own command line program, `gh`."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

from macros.teaching.findings import MOST_BYTES, Unreadable
from macros.teaching.suggestions import Suggestion, lines_shown

# What `gh` may take to answer, in seconds.
_PATIENCE = 60
_PER_PAGE = 100


class GitHub:
    """One repository, such as "network/knowledge-base". Every method raises `subprocess.CalledProcessError` if GitHub refuses."""

    def __init__(self, repository: str) -> None:
        """Speak of `repository`, with the token that `gh` finds in GH_TOKEN."""
        self._repository = repository

    def pull_request(self, owner: str, branch: str, commit: str) -> Mapping[str, Any] | None:
        """The open pull request that comes from `branch` of `owner` and is at `commit`; None if it has gone on since."""
        asked = self._get("pulls", state="open", head=f"{owner}:{branch}")
        return next((one for one in asked if one["head"]["sha"] == commit), None)

    def changed_lines(self, number: int) -> dict[str, set[int]]:
        """The files that a pull request changes, each with the lines beside which a comment can stand."""
        files = self._get(f"pulls/{number}/files", paginate=True)
        return {one["filename"]: lines_shown(one.get("patch") or "") for one in files if one["status"] != "removed"}

    def artifacts(self, run: int) -> dict[str, int]:
        """The numbers of what a run has kept, by name."""
        kept = self._get(f"actions/runs/{run}/artifacts", per_page=_PER_PAGE)["artifacts"]
        return {one["name"]: one["id"] for one in kept if not one["expired"]}

    def artifact(self, number: int) -> bytes:
        """The archive of an artifact. Raises `Unreadable` if it is larger than any of ours."""
        size = self._get(f"actions/artifacts/{number}")["size_in_bytes"]
        if size > MOST_BYTES:
            raise Unreadable("The report is too large.")
        return self._run(["api", f"repos/{self._repository}/actions/artifacts/{number}/zip"])

    def put_comment(self, number: int, mark: str, body: str) -> None:
        """Write the comment that begins with `mark`, or write it anew if it is there."""
        comments = self._get(f"issues/{number}/comments", paginate=True)
        ours = next((one for one in comments if one["body"].startswith(mark) and one["user"]["type"] == "Bot"), None)
        if ours is None:
            self._send("POST", f"issues/{number}/comments", {"body": body})
        elif ours["body"].strip() != body.strip():
            self._send("PATCH", f"issues/comments/{ours['id']}", {"body": body})

    def put_suggestions(self, number: int, commit: str, mark: str, wanted: Sequence[Suggestion]) -> None:
        """Leave these comments beside lines, and no others of those that begin with `mark`."""
        there = {}
        for one in self._get(f"pulls/{number}/comments", paginate=True):
            if one["body"].startswith(mark) and one["user"]["type"] == "Bot":
                there[Suggestion(one["path"], one["line"] or 0, one["body"])] = one["id"]
        for suggestion, comment in there.items():
            if suggestion not in wanted:
                self._send("DELETE", f"pulls/comments/{comment}", None)
        for suggestion in wanted:
            if suggestion not in there:
                place = {"path": suggestion.path, "line": suggestion.line, "side": "RIGHT", "commit_id": commit}
                self._send("POST", f"pulls/{number}/comments", {**place, "body": suggestion.body})

    def _get(self, path: str, *, paginate: bool = False, **query: Any) -> Any:
        arguments = ["api", "--method", "GET", f"repos/{self._repository}/{path}"]
        for name, value in ({"per_page": _PER_PAGE} if paginate else {} | query).items():
            arguments += ["--raw-field", f"{name}={value}"]
        if paginate:
            # Every page is a list of its own, and these are put into one.
            return [one for page in json.loads(self._run([*arguments, "--paginate", "--slurp"])) for one in page]
        return json.loads(self._run(arguments))

    def _send(self, method: str, path: str, values: Mapping[str, Any] | None) -> None:
        arguments = ["api", "--method", method, f"repos/{self._repository}/{path}"]
        if values is None:
            self._run(arguments)
        else:
            self._run([*arguments, "--input", "-"], json.dumps(values).encode())

    def _run(self, arguments: Sequence[str], given: bytes | None = None) -> bytes:
        # The arguments go to the program as they are: no shell reads them.
        return subprocess.run(
            ["gh", *arguments], input=given, stdout=subprocess.PIPE, check=True, timeout=_PATIENCE
        ).stdout
