"""The form on GitHub to which someone attaches the minutes of a meeting as a Word file."""

from dataclasses import replace

from macros.kinds import Meeting
from macros.propose.issue_form import FormElement, IssueForm

FILE = FormElement(
    "file",
    "The minutes",
    "Drag the Word file here, and wait until its name is shown. It may be the agenda's form that you have filled in, or any other "
    "minutes of one meeting.",
    is_needed=True,
    is_long=True,
)
SEND_MINUTES = IssueForm(
    "minutes",
    Meeting,
    "Send minutes",
    "The minutes of a meeting, as a Word file.",
    [FILE],
    "The title above can stay as it is. It is not shown on the site.",
    title="Minutes of a meeting",
)


def send_minutes(contact: str | None) -> IssueForm:
    """The form, which first of all says who can read the file. `contact` is a mailbox of the network, if there is one."""
    mail = f" If you would rather not put it here, send it to {contact}." if contact else ""
    return replace(
        SEND_MINUTES,
        title_hint=f"Anyone can read the file you attach, so take out people's names first.{mail}\n\n{SEND_MINUTES.title_hint}",
    )
