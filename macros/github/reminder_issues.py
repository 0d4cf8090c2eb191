"""The issues on GitHub with which people are reminded: one for each owner, brought up to date and closed when all is done."""

from collections.abc import Iterator, Sequence
from typing import Any

from macros.github.client import GitHubRepository, is_ours
from macros.github.reminders import MARK, Reminder

_DONE = "Nothing is due any more. Thank you."


def put_reminders(due: Sequence[Reminder], repository: GitHubRepository) -> Iterator[str]:
    """Open an issue for each reminder, or write it anew if it is open, and close those of whom nothing is due any more.

    Yields what was done, an issue a line. What somebody closed by hand is opened anew as long as something is due.
    """
    # The oldest first: of two issues of one owner, which there should not be, the first stays.
    there = sorted(
        (one for one in repository.get_all("issues") if is_ours(one, MARK)), key=lambda one: int(one["number"])
    )
    kept = set()
    for reminder in due:
        found = next((one for one in there if one["body"].startswith(reminder.mark)), None)
        if found is None:
            made = repository.send("POST", "issues", {"title": reminder.title, "body": reminder.body})
            yield f"Opened {made.get('number', 'an issue')}: {reminder.title}"
            continue
        kept.add(found["number"])
        if _says(found) != (reminder.title, reminder.body.strip()):
            repository.send("PATCH", f"issues/{found['number']}", {"title": reminder.title, "body": reminder.body})
            yield f"Changed {found['number']}: {reminder.title}"
        else:
            yield f"Left {found['number']}: {reminder.title}"
    for one in there:
        if one["number"] not in kept:
            repository.send("POST", f"issues/{one['number']}/comments", {"body": _DONE})
            repository.send("PATCH", f"issues/{one['number']}", {"state": "closed", "state_reason": "completed"})
            yield f"Closed {one['number']}: {one['title']}"


def _says(issue: dict[str, Any]) -> tuple[str, str]:
    """The title and the words of an issue, whatever somebody has ticked: a tick is for those who work through the list."""
    return issue["title"], issue["body"].replace("\r\n", "\n").replace("- [x] ", "- [ ] ").strip()
