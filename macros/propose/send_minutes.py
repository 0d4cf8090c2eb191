"""The form on GitHub to which someone attaches the minutes of a meeting as a Word file."""

from macros.kinds import Meeting
from macros.propose.issue_form import FormElement, IssueForm

FILE = FormElement(
    "file",
    "The minutes",
    "Drag the Word file here, and wait until its name is shown. It may be the agenda's form that you have filled in, or any other "
    "minutes of one meeting. The file is not kept, but everyone can read it as long as this issue is there.",
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
