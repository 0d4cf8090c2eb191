"""A web address takes every reader to the same place: it is not an address on one computer or inside an organisation.

Why: An address that works on your own computer or inside your organisation gives everyone else an error, and tells strangers
how your systems are named. Text before the @ in an address can hide where it goes.
"""

from macros.lint.diagnostics import EVERY_FILE, Diagnostics, RuleContext, RuleTopic
from macros.source.web_address import PORTS, destination, is_private

TOPIC = RuleTopic.SAFETY
AFTER = ("markup-unsafe",)
KINDS = EVERY_FILE
# A script for the form is made from these too, in which {} is the host or the port.
PASSWORD = "This address has a password in it, which anyone could read. Take it out, and change the password."
USER = 'What is before the @ hides that this address goes to "{}". Take it out, and the @ too.'
PRIVATE = 'Only some computers can reach "{}". Give an address that every reader can open, or take it out.'
PORT = "Many workplaces block addresses with :{} in them. Give an address that every reader can open, or take it out."


def check(context: RuleContext) -> Diagnostics:
    """Check every value that is a web address, and every link in the body."""
    document = context.document
    if "://" in document.front_matter:
        for location, text in context.texts:
            if "://" in text and (message := _message(text)):
                yield context.diagnostic(message, location)
    if "://" in document.body:
        for link in context.links:
            if message := _message(link.target):
                yield context.diagnostic(message, span=document.body_span(link.offset, len(link.target)))


def _message(address: str) -> str:
    """What is wrong with an address; empty if every reader can open it, or if it leads nowhere."""
    leads_to = destination(address)
    if leads_to is None:
        return ""
    if leads_to.password:
        return PASSWORD
    if leads_to.user is not None:
        return USER.format(leads_to.host)
    if is_private(leads_to.host):
        return PRIVATE.format(leads_to.host)
    if leads_to.port not in (None, *PORTS):
        return PORT.format(leads_to.port)
    return ""
