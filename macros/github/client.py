"""What can be asked of a repository on GitHub, through GitHub's own command line program, `gh`."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

# What `gh` may take to answer, in seconds.
_PATIENCE = 60
_PER_PAGE = 100
# Who writes with the token of a workflow.
_OURSELVES = "github-actions[bot]"


class GitHubRepository:
    """One repository, such as "network/knowledge-base". `gh` finds its token in GH_TOKEN.

    Every method raises `subprocess.CalledProcessError` if GitHub refuses what it asks.
    """

    def __init__(self, name: str) -> None:
        """Speak of the repository called `name`, with its owner."""
        self.name = name

    def get(self, path: str, **query: str) -> Any:
        """What stands at `path`, below the repository."""
        return json.loads(self.download(path, **query))

    def get_all(self, path: str) -> list[Any]:
        """Every entry of the list at `path`, however many pages it has."""
        # Every page is a list of its own, and `--slurp` makes a list of these.
        pages = json.loads(self._ask("GET", path, "--paginate", "--slurp", f"--raw-field=per_page={_PER_PAGE}"))
        return [one for page in pages for one in page]

    def download(self, path: str, **query: str) -> bytes:
        """The bytes at `path`, below the repository."""
        return self._ask("GET", path, *(f"--raw-field={name}={value}" for name, value in query.items()))

    def send(self, method: str, path: str, values: Mapping[str, Any]) -> Any:
        """Have something made ("POST") or changed ("PATCH") at `path`. Returns what it is then."""
        return json.loads(self._ask(method, path, "--input=-", given=json.dumps(values).encode()))

    def delete(self, path: str) -> None:
        """Take away what stands at `path`."""
        self._ask("DELETE", path)

    def put_comment(self, number: int, mark: str, body: str) -> None:
        """Write our comment on an issue or a pull request, which begins with `mark`, or write it anew if it is there."""
        comments = self.get_all(f"issues/{number}/comments")
        ours = next((one for one in comments if is_ours(one, mark)), None)
        if ours is None:
            self.send("POST", f"issues/{number}/comments", {"body": body})
        elif ours["body"].strip() != body.strip():
            self.send("PATCH", f"issues/comments/{ours['id']}", {"body": body})

    def _ask(self, method: str, path: str, *options: str, given: bytes | None = None) -> bytes:
        # The arguments go to the program as they are: no shell reads them.
        command: Sequence[str] = ["gh", "api", "--method", method, f"repos/{self.name}/{path}".rstrip("/"), *options]
        return subprocess.run(command, input=given, stdout=subprocess.PIPE, check=True, timeout=_PATIENCE).stdout


def is_ours(written: Mapping[str, Any], mark: str) -> bool:
    """Whether our workflow wrote a comment or an issue that begins with `mark`. Anybody else could copy the mark."""
    # An issue may have no words at all, and GitHub lists pull requests among the issues.
    is_by_us = (written["user"] or {}).get("login") == _OURSELVES
    return is_by_us and "pull_request" not in written and (written["body"] or "").startswith(mark)
