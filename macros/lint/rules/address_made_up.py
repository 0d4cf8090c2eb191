"""An address in a record is real, and not one from an example.

Why: People who want to try something write to the address on the page, or follow the source. What they send to an
example address reaches no one, and no one tells them.
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
MAILBOX_WANTED = "This is an example address, which reaches no one. Write the mailbox of your team or service instead"
_PAGE_WANTED = "This is an example web address. Write the one of the page itself instead"


def check(context: RuleContext) -> Diagnostics:
    """Check every address in the fields, unless the whole network is a demonstration."""
    if context.record is None or context.library.network.demonstration:
        return
    written = context.document.front_matter.lower().replace("example.invalid", "")
    if any(marker in written for marker in _MARKERS):
        for location, text in context.texts:
            if ("@" in text or "://" in text) and EXAMPLE.search(text):
                yield context.diagnostic(f"{_PAGE_WANTED if '://' in text else MAILBOX_WANTED}.", location)
