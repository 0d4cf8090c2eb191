"""Every file can be opened and read.

Why: A file that cannot be opened cannot be published, and would be missing from the site without any warning.
"""

from macros.lint.diagnostics import RuleContext, RuleTopic
from macros.source.diagnostic import Rejection

TOPIC = RuleTopic.FILES


def explain(rejection: Rejection, context: RuleContext) -> str:
    """Explain why the file cannot be read."""
    if (context.library.root / context.document.path).is_dir():
        return "This is a folder, and only the name of a file ends with .md. Rename the folder."
    return f"This file cannot be read: {rejection.detail['reason']}. Check that it is there and that you are allowed to open it."
