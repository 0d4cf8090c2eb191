"""Check commit messages: a short subject, and a body with the reason.

Exempt are merges, whose messages git writes; commits that only change content/, which contributors make on a web page
that asks for no body; and commits by bots.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parent.parent
# Git hosts shorten longer subjects in their lists.
_LONGEST = 72
_ELSEWHERE = ("--", ".", ":(exclude)content")
# Trailers that name people are not a reason.
_SIGNATURE = re.compile(r"^[\w-]+-by: .*$", re.MULTILINE)
# Git's own lines in a message being written: comments, and everything below the scissors line.
_NOTES = re.compile(r"^#(?: -+ >8 -+\n.*|[^\n]*\n?)", re.MULTILINE | re.DOTALL)


def wrong_with(message: str) -> Iterator[str]:
    """What is wrong with a commit message, a sentence for each fault."""
    subject, *rest = message.strip().split("\n")
    if len(subject) > _LONGEST:
        yield f"The subject has {len(subject)} characters, and the limit is {_LONGEST}. Put the rest in the body."
    if rest and rest[0].strip():
        yield "A blank line is missing below the subject."
    if not _SIGNATURE.sub("", "\n".join(rest)).strip():
        yield "There is no body. Below a blank line, say why you made the change."


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def _messages(root: Path, commits: str) -> Iterator[tuple[str, str]]:
    listed = _git(root, "log", "--no-merges", "--format=%h%x00%an%x00%B%x01", commits, *_ELSEWHERE)
    for entry in listed.split("\x01")[:-1]:
        name, author, message = entry.strip().split("\x00")
        if not author.endswith("[bot]"):
            yield name, message


@click.command()
@click.argument("commits", default="HEAD..HEAD")
@click.option("--message", type=click.Path(path_type=Path, exists=True), help="A file with one that is being written.")
@click.option("--root", type=click.Path(path_type=Path, file_okay=False), default=ROOT, help="The project's folder.")
def main(commits: str, message: Path | None, root: Path) -> None:
    """Check the messages of COMMITS, such as main..HEAD. Ends with 0 if all are fine, 1 if not."""
    if message:
        text = _NOTES.sub("", message.read_text(encoding="utf-8"))
        is_ours = not text.startswith("Merge ") and _git(root, "diff", "--cached", "--name-only", *_ELSEWHERE)
        messages = [("This commit", text)] if is_ours else []
    else:
        messages = list(_messages(root, commits)) if (root / ".git").exists() else []
    wrong = [f"{name}: {words}" for name, text in messages for words in wrong_with(text)]
    for line in wrong:
        click.echo(line)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
