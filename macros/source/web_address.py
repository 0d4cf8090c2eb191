"""Where the address of a link leads, as browsers read it, and whether every reader can get there."""

import re
import socket
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import unquote, urlsplit

SCHEMES = ("http", "https")
# What websites for everyone use. Many workplaces let nothing else through.
PORTS = (80, 443, 8080, 8443)
# Names without a dot, those within an organisation, and endings that no public name has: special-use domains (RFC 6761, 6762,
# 7686, 8375), and what is kept out of the public ones because private networks use it.
INSIDE = re.compile(
    r"[^.:]*|(?:.*\.)?(?:nww|intranet|internal)\..*"
    r"|.*\.(?:arpa|corp|home|internal|intranet|lan|local|localdomain|localhost|onion|private)"
)
# The numbers that `ipaddress` says are not public, as browsers write them. The form has no `ipaddress`.
INSIDE_NUMBERS = re.compile(
    r"(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|192\.0\.[02]"
    r"|198\.(?:1[89]|51\.100)|203\.0\.113|2(?:2[4-9]|[345]\d))\..*|\[(?:[^23]|2001:db8:|2002:).*"
)
# As long as a mailbox and each part of its host may be (RFC 5321 and 1035).
_PART = r"[^\s@,;:<>?&.]{1,63}"
_MAILBOX = rf"[^\s@,;:<>?&]{{1,64}}?(?:@|%40){_PART}(?:\.{_PART})+"
MAIL_LINK = re.compile(rf"mailto:(?:\?(?:.*&)?to=)?{_MAILBOX}(?:[,;] *{_MAILBOX})*(?:[?&].*)?", re.IGNORECASE)
_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)*")
# Browsers take a name whose last part is a number for an IPv4 address, of fewer than four parts or in hexadecimal too.
_NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[\da-f]*)")


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a web address leads. `user` and `password` are what is before an @ in front of the host."""

    host: str
    port: int | None
    user: str | None
    password: str | None


# Each address is looked at by its field and by the rules, and many records name the same ones.
@lru_cache(maxsize=20_000)
def destination(address: str) -> Destination | None:
    """Where a web address leads; None if it has no host, if the host or the port cannot be one, or if it is no web address."""
    try:
        parts = urlsplit(address)
        port, host = parts.port, _host(parts.hostname or "")
    except (ValueError, OSError):
        return None
    if parts.scheme not in SCHEMES or not host or port == 0:
        return None
    return Destination(host, port, parts.username, parts.password)


def _host(written: str) -> str:
    """The host as browsers look for it; empty if there can be none. Raises `ValueError` or `OSError` for other numbers."""
    host = written if written.isascii() and "%" not in written else unicodedata.normalize("NFKC", unquote(written))
    host = host.replace("\u3002", ".").removesuffix(".").lower()
    if ":" in host:
        return str(ip_address(host))
    if _NUMBER.fullmatch(host):
        return str(ip_address(socket.inet_aton(host)))
    return host if _NAME.fullmatch(host) else ""


@lru_cache(maxsize=4096)
def is_private(host: str) -> bool:
    """Whether only some computers can reach the host of a destination."""
    if ":" not in host and not host.replace(".", "").isdecimal():
        return INSIDE.fullmatch(host) is not None
    number: IPv4Address | IPv6Address = ip_address(host)
    if isinstance(number, IPv6Address):
        number = number.ipv4_mapped or number
    return number.is_multicast or not number.is_global


def is_mail_link(address: str) -> bool:
    """Whether a mailto: address has a mailbox, and nothing but mailboxes where they belong."""
    return MAIL_LINK.fullmatch(address) is not None
