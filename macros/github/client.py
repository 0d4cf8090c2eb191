"""A client for one GitHub repository, using the command line program `gh`."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

# The timeout for `gh`, in seconds.
_PATIENCE = 60
_PER_PAGE = 100
# The author of anything written with a workflow's token.
_OURSELVES = "github-actions[bot]"


class GitHubRepository:
    """A repository, such as "network/knowledge-base". `gh` reads its token from GH_TOKEN.

    Every method raises `subprocess.CalledProcessError` if GitHub refuses the request.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def get(self, path: str, **query: str) -> Any:
        """The JSON at `path`, relative to the repository."""
        return json.loads(self.download(path, **query))

    def get_all(self, path: str) -> list[Any]:
        """Every entry of the list at `path`, from all its pages."""
        # `--slurp` makes a list of the pages, each a list of its own.
        pages = json.loads(self._ask("GET", path, "--paginate", "--slurp", f"--raw-field=per_page={_PER_PAGE}"))
        return [entry for page in pages for entry in page]

    def download(self, path: str, **query: str) -> bytes:
        """The bytes at `path`, relative to the repository."""
        return self._ask("GET", path, *(f"--raw-field={name}={value}" for name, value in query.items()))

    def send(self, method: str, path: str, values: Mapping[str, Any]) -> Any:
        """Create ("POST") or change ("PATCH") what is at `path`. Returns GitHub's answer."""
        return json.loads(self._ask(method, path, "--input=-", given=json.dumps(values).encode()))

    def delete(self, path: str) -> None:
        """Delete what is at `path`."""
        self._ask("DELETE", path)

    def put_comment(self, number: int, mark: str, body: str) -> None:
        """Write or update our comment on an issue or pull request, the one that begins with `mark`."""
        comments = self.get_all(f"issues/{number}/comments")
        ours = next((comment for comment in comments if is_ours(comment, mark)), None)
        if ours is None:
            self.send("POST", f"issues/{number}/comments", {"body": body})
        elif ours["body"].strip() != body.strip():
            self.send("PATCH", f"issues/comments/{ours['id']}", {"body": body})

    def _ask(self, method: str, path: str, *options: str, given: bytes | None = None) -> bytes:
        # No shell, so the arguments need no quoting.
        command: Sequence[str] = ["gh", "api", "--method", method, f"repos/{self.name}/{path}".rstrip("/"), *options]
        return subprocess.run(command, input=given, stdout=subprocess.PIPE, check=True, timeout=_PATIENCE).stdout


def is_ours(written: Mapping[str, Any], mark: str) -> bool:
    """Whether our workflow wrote a comment or issue that begins with `mark`. Anyone could copy the mark alone."""
    # An issue may have no body, and GitHub lists pull requests among the issues.
    is_by_us = (written["user"] or {}).get("login") == _OURSELVES
    return is_by_us and "pull_request" not in written and (written["body"] or "").startswith(mark)
