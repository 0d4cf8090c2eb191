"""Keeps one reminder issue on GitHub for each owner up to date, and closes it when nothing is due."""

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from macros.github.client import GitHubRepository, is_ours
from macros.github.reminders import MARK, Reminder

_DONE = "Nothing is due any more. Thank you."


def put_reminders(due: Sequence[Reminder], repository: GitHubRepository) -> Iterator[str]:
    """Open or update an issue for each reminder, and close those of owners with nothing due.

    Yields a line for each issue. An issue closed by hand is opened again if something is still due.
    """
    # Oldest first: if an owner has two issues, which should not happen, the older one stays.
    ours = [issue for issue in repository.get_all("issues") if is_ours(issue, MARK)]
    ours.sort(key=itemgetter("number"))
    kept = set()
    for reminder in due:
        found = next((issue for issue in ours if issue["body"].startswith(reminder.mark)), None)
        if found is None:
            created = repository.send("POST", "issues", {"title": reminder.title, "body": reminder.body})
            yield f"Opened {created.get('number', 'an issue')}: {reminder.title}"
            continue
        kept.add(found["number"])
        if _says(found) != (reminder.title, reminder.body.strip()):
            repository.send("PATCH", f"issues/{found['number']}", {"title": reminder.title, "body": reminder.body})
            yield f"Changed {found['number']}: {reminder.title}"
        else:
            yield f"Left {found['number']}: {reminder.title}"
    for issue in ours:
        if issue["number"] not in kept:
            repository.send("POST", f"issues/{issue['number']}/comments", {"body": _DONE})
            repository.send("PATCH", f"issues/{issue['number']}", {"state": "closed", "state_reason": "completed"})
            yield f"Closed {issue['number']}: {issue['title']}"


def _says(issue: dict[str, Any]) -> tuple[str, str]:
    """The title and body of an issue, ignoring ticks: those are for whoever works through the list."""
    return issue["title"], issue["body"].replace("\r\n", "\n").replace("- [x] ", "- [ ] ").strip()
