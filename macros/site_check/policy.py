"""A page's content security policy: what it lets a browser do."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from urllib.parse import urlsplit

# What a page's head calls it.
POLICY = "content-security-policy"

# What each directive may allow at most. Pagefind's engine is WebAssembly; a hash is that of one inline script.
_SOURCES = {"'none'", "'self'"}
_SOURCES_OF_SCRIPTS = _SOURCES | {"'wasm-unsafe-eval'"}
# Where a page with a form may lead who fills it in: a server, and nothing more of an address.
_SERVER = re.compile(r"https://[a-z0-9.-]+")
_HASH = re.compile(r"'sha256-[A-Za-z0-9+/]{43}='")
# The editor in the browser, which comes from npm. It styles what it shows inline, shows pictures that it has just been given,
# and asks GitHub for the files. Its scripts are held to this policy too: what else is in them cannot call anybody.
EDITOR = "admin/"
_SOURCES_OF_EDITOR = {
    "style-src": {"'unsafe-inline'"},
    "img-src": {"blob:", "data:"},
    "connect-src": {"data:", "https://api.github.com"},
    "manifest-src": {"blob:"},
}
# The digest as an e-mail. A message has no style sheet, so that each of its elements says how it looks; nothing in it runs and
# nothing is fetched.
EMAIL = "digest/email.html"
_SOURCES_OF_EMAIL = {"style-src": {"'unsafe-inline'"}}
_MORE_SOURCES: dict[str, dict[str, set[str]]] = {f"{EDITOR}index.html": _SOURCES_OF_EDITOR, EMAIL: _SOURCES_OF_EMAIL}
# What default-src does not stand in for, so that a policy has to say it.
_NEEDED = ("base-uri", "form-action")


@cache
def directives(policy: str) -> dict[str, list[str]]:
    """The sources of each directive of a policy. The first of a name counts, as it does for browsers."""
    found: dict[str, list[str]] = {}
    for part in policy.split(";"):
        name, *sources = part.split() or [""]
        found.setdefault(name.lower(), sources)
    found.pop("", None)
    return found


@cache
def policy_mistakes(policy: str, path: str = "") -> tuple[str, ...]:
    """What a policy allows that it should not on the page at `path`: the editor and the e-mail may do more than others."""
    return tuple(_mistakes(directives(policy), _MORE_SOURCES.get(path, {})))


def _mistakes(found: dict[str, list[str]], more: Mapping[str, set[str]]) -> Iterator[str]:
    if found.get("default-src") != ["'none'"]:
        yield "the content security policy has to start from \"default-src 'none'\""
    for name in _NEEDED:
        if name not in found:
            yield f'the content security policy does not say "{name}"'
    for name, sources in found.items():
        for source in sources:
            if source in _SOURCES or source in more.get(name, ()):
                continue
            if name == "script-src" and (source in _SOURCES_OF_SCRIPTS or _HASH.fullmatch(source)):
                continue
            if name == "form-action" and _SERVER.fullmatch(source):
                continue
            yield f'the content security policy may not allow {source} in "{name}"'


def allows_script(policy: str, text: str) -> bool:
    """Whether the policy has the hash of an inline script."""
    digest = b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'" in directives(policy).get("script-src", [])


def allows_form(policy: str, address: str) -> bool:
    """Whether the policy names the server at `address` as one that a form may lead to."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" in directives(policy).get("form-action", [])
