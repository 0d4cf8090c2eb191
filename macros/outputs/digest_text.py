"""The digest as Markdown and as plain text, with absolute addresses."""

import re
from collections.abc import Callable
from textwrap import TextWrapper

from macros.outputs.file import SiteInfo
from macros.pages.digest import Digest
from macros.pages.rendering import TEMPLATES
from macros.pages.text_templates import text_templates

# Narrow enough that mail programs do not wrap a line, even when it is quoted.
_WIDTH = 72
# What Markdown would read as markup or an address: anywhere, and only at the start of a line. Character references turn
# it into text for every Markdown parser; not all of them accept a backslash.
_MARKUP = re.compile(r"[\\`*_\[\]<>&~|@$]|:(?=//|\w+:)|(?<=\bwww)\.")
_AT_START = re.compile(r"^(?:[#+=-]|\d+(?=[.)]))")


def as_markdown(digest: Digest, site: SiteInfo) -> str:
    """The digest as Markdown, with everything people wrote escaped."""
    return _rendered("digest.md.j2", _escaped, digest, site)


def as_plain_text(digest: Digest, site: SiteInfo) -> str:
    """The digest as plain text, in lines of at most 72 characters unless an address is longer."""
    return _rendered("digest.txt.j2", str, digest, site)


def _rendered(template: str, escape: Callable[[str], str], digest: Digest, site: SiteInfo) -> str:
    templates = text_templates(TEMPLATES, escape)
    templates.filters |= {"wrapped": _wrapped, "underlined": _underlined}
    sections = [*digest.happened, *digest.due]
    values = {"told": digest, "sections": sections, "site": site, "at": site.of, "width": _WIDTH}
    return templates.get_template(template).render(values) + "\n"


def _escaped(text: str) -> str:
    return _AT_START.sub(_reference, _MARKUP.sub(_reference, text))


def _reference(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match[0])


def _underlined(title: str, line: str) -> str:
    wrapped = _wrapped(title)
    return f"{wrapped}\n{line * max(map(len, wrapped.splitlines()))}"


def _wrapped(text: str, bullet: str = "") -> str:
    wrapper = TextWrapper(_WIDTH, bullet, " " * len(bullet), break_long_words=False, break_on_hyphens=False)
    return wrapper.fill(text)
