"""A link has a whole address: a website after https://, a mailbox after mailto:.

Why: Readers who select it get an error, a blank page or a message to no one. Usually the address was cut off, or
someone meant to look it up later.
"""

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostics, RuleContext, RuleTopic
from macros.source.web_address import SCHEMES, destination, is_mail_link

TOPIC = RuleTopic.LINKS
AFTER = ("markup-unsafe",)
KINDS = RECORDS_AND_PAGES
# A script for the form is made from these too.
NO_WEBSITE = "This address does not go to a website. Give an address that every reader can open, or take it out."
NO_MAILBOX = "This link does not write to anyone. Give a mailbox that every reader can write to, or take it out."


def check(context: RuleContext) -> Diagnostics:
    """Look at the address of every link in the body. In a field, rule type-wrong does."""
    document = context.document
    for link in context.links:
        scheme, colon, _ = link.target.partition(":")
        # Words with an @ become a link by themselves, whose scheme no one wrote.
        is_mail = scheme.lower() == "mailto" and document.body.startswith(scheme + colon, link.offset)
        if is_mail and not is_mail_link(link.target):
            message = NO_MAILBOX
        elif scheme.lower() in SCHEMES and destination(link.target) is None:
            message = NO_WEBSITE
        else:
            continue
        yield context.diagnostic(message, span=document.body_span(link.offset, len(link.target)))
