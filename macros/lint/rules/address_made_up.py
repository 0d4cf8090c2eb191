"""An address in a record leads where it says, and is not that of an example.

Why: Whoever wants to try something writes to the address on the page, or follows the source. What is sent to an example
reaches nobody, and nobody is told.
"""

import re

from macros.lint.diagnostics import Diagnostics, RuleContext, RuleTopic

TOPIC = RuleTopic.STORY

# Domains reserved for examples and tests (RFC 2606, sections 2 and 3), and variants that people invent. ".invalid" is
# allowed: our tests need addresses in real records that reach no one, and no contributor writes one by mistake.
# "localhost" is not in a mail address, and rule address-private refuses it in a web address.
EXAMPLE = re.compile(
    r"(?:@|^https?://)(?:(?:[\w-]+\.)*example\.(?:org|com|net|(?:nhs|co|org|ac)\.uk)|(?:[\w-]+\.)+(?:example|test))(?=[/:?#]|$)",
    re.IGNORECASE,
)
# Each of those contains one of these; a quick test before the slow one.
_MARKERS = ("example.", ".example", ".test")
MAILBOX_WANTED = (
    "This is the address of an example, which reaches nobody. Write the mailbox of your team or service instead"
)
_PAGE_WANTED = "This is the web address of an example. Write the one of the page itself instead"


def check(context: RuleContext) -> Diagnostics:
    """Check every address in the fields, unless the whole network is a demonstration."""
    if context.record is None or context.library.network.demonstration:
        return
    written = context.document.front_matter.lower().replace("example.invalid", "")
    if any(marker in written for marker in _MARKERS):
        for location, text in context.texts:
            if ("@" in text or "://" in text) and EXAMPLE.search(text):
                yield context.diagnostic(f"{_PAGE_WANTED if '://' in text else MAILBOX_WANTED}.", location)
