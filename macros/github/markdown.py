"""Markdown for GitHub: templates in which every value is escaped, and the escaping of untrusted text."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Template

from macros.pages.text_templates import Made, text_templates

# Characters with a meaning in Markdown.
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+.!|~>-])")
# What GitHub turns into a mention, an emoji, a formula, a reference or a link. An empty comment, which does not show,
# prevents that.
_LIVELY = re.compile(r"[@:$]|(?<=\\#)|[0-9a-f]{6}(?=[0-9a-f])|(?i:(?<![a-z0-9])(www(?=\\?\.)|GH(?=\\?-)))")
_NOTHING = "<!-- -->"


@cache
def template(name: str) -> Template:
    """A template in templates/. Every value is escaped unless a filter has marked it as Markdown."""
    templates = text_templates(Path(__file__).resolve().with_name("templates"), harmless)
    templates.filters["code"] = lambda text: Made(code(text))
    templates.filters["in_address"] = lambda path: Made(quote(path))
    return templates.get_template(name)


def harmless(text: str) -> str:
    """`text` on one line, without markup, links or mentions."""
    plain = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return _LIVELY.sub(lambda match: match[0] + _NOTHING, _MARKUP.sub(r"\\\1", plain))


def code(text: str) -> str:
    """`text` as inline code, fenced by more backticks than it contains."""
    fence = _fence(text, 1)
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{padding}{text}{padding}{fence}"


def block(language: str, text: str) -> str:
    """`text` as a code block, fenced by more backticks than it contains."""
    fence = _fence(text, 3)
    return f"{fence}{language}\n{text}\n{fence}"


def _fence(text: str, shortest: int) -> str:
    return max(["`" * shortest, *(f"{run}`" for run in re.findall("`+", text))], key=len)
