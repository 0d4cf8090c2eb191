"""A web address leads every reader to the same place: no address of one computer or of a network inside an organisation.

Why: An address that works on your own computer or inside your trust leads everybody else to an error, and tells
strangers how your systems are named.
"""

import re
from contextlib import suppress
from ipaddress import ip_address
from urllib.parse import urlsplit

from macros.lint.diagnostics import RECORDS_AND_PAGES, Diagnostics, RuleContext, RuleTopic

TOPIC = RuleTopic.SAFETY
AFTER = ("markup-unsafe",)
KINDS = RECORDS_AND_PAGES
# Hosts without a dot, those of an NHS trust's own network, and endings that no public name has.
INSIDE = re.compile(r"[^.]*|(?:nww|intranet)\..*|.*\.(?:local|localhost|internal|lan|intranet)")


def check(context: RuleContext) -> Diagnostics:
    """Check every value that is a web address, and every link in the body of a record."""
    document = context.document
    if "://" in document.front_matter:
        for location, text in context.texts:
            if "://" in text and (message := _message(text)):
                yield context.diagnostic(message, location)
    if "://" in document.text and document.kind != "page":
        for link in context.body.links:
            if message := _message(link.target):
                yield context.diagnostic(message, span=document.body_span(link.offset, len(link.target)))


def _message(address: str) -> str:
    """What is wrong with an address; empty if every reader can open it."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https"):
        return ""
    if parts.password:
        return "This address has a password in it, which everybody could read. Take it out, and change the password."
    if host and _is_private(host):
        return f'Only some computers can reach "{host}". Give an address that every reader can open, or take it out.'
    return ""


def _is_private(host: str) -> bool:
    # Most hosts are names, and to learn of each that it is no number would take ten times as long as this look at it.
    if host[-1:].isdigit() or ":" in host:
        with suppress(ValueError):
            return not ip_address(host).is_global
    return INSIDE.fullmatch(host) is not None
