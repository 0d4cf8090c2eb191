"""Checks a page's content security policy."""

import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from urllib.parse import urlsplit

# The value of `http-equiv`.
POLICY = "content-security-policy"

# The most that a directive may allow. A hash allows one inline script; a form may lead
# to a server, named without a path.
_SOURCES = ("'none'", "'self'")
_FURTHER_SOURCES = {"script-src": r"'sha256-[A-Za-z0-9+/]{43}='", "form-action": r"https://[a-z0-9.-]+"}
# The editor comes from npm. It uses inline styles, shows pictures just uploaded, and requests files from GitHub. This
# policy covers its scripts too: nothing else in them can make a request.
EDITOR = "admin/"
_SOURCES_OF_EDITOR = {
    "style-src": {"'unsafe-inline'"},
    "img-src": {"blob:", "data:"},
    "connect-src": {"data:", "https://api.github.com"},
    "manifest-src": {"blob:"},
}
# The digest e-mail has inline styles because messages have no style sheets. It runs and fetches nothing.
EMAIL = "digest/email.html"
_SOURCES_OF_PAGE = {f"{EDITOR}index.html": _SOURCES_OF_EDITOR, EMAIL: {"style-src": {"'unsafe-inline'"}}}
# Directives without a fallback to default-src.
_NEEDED = ("base-uri", "form-action")


@cache
def directives(policy: str) -> dict[str, list[str]]:
    """The sources of each directive. As in browsers, the first of a name counts."""
    result: dict[str, list[str]] = {}
    for part in policy.split(";"):
        if words := part.split():
            result.setdefault(words[0].lower(), words[1:])
    return result


@cache
def policy_mistakes(policy: str, path: str = "") -> Sequence[str]:
    """What is wrong with the policy of the page at `path`. The editor and the e-mail may allow more."""
    allowed, more = directives(policy), _SOURCES_OF_PAGE.get(path, {})
    mistakes = [f'the content security policy does not say "{name}"' for name in _NEEDED if name not in allowed]
    if allowed.get("default-src") != ["'none'"]:
        mistakes.append("the content security policy has to start from \"default-src 'none'\"")
    for name, sources in allowed.items():
        for source in sources:
            known = source in (*_SOURCES, *more.get(name, ()))
            if not known and not re.fullmatch(_FURTHER_SOURCES.get(name, ""), source):
                mistakes.append(f'the content security policy may not allow {source} in "{name}"')
    return mistakes


def allows_script(policy: str, text: str) -> bool:
    """Whether the policy has the hash of an inline script."""
    digest = b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'" in directives(policy).get("script-src", [])


def allows_form(policy: str, address: str) -> bool:
    """Whether the policy allows forms to lead to the server of `address`."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" in directives(policy).get("form-action", [])
