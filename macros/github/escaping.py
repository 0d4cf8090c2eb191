"""Escaping of untrusted text for GitHub's Markdown."""

import re

# Characters with a meaning in Markdown.
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+.!|~>-])")
# What GitHub turns into a mention, an emoji, a formula, a reference or a link. An empty comment, which does not show,
# prevents that.
_LIVELY = re.compile(r"[@:$]|(?<=\\#)|[0-9a-f]{6}(?=[0-9a-f])|(?i:(?<![a-z0-9])(www(?=\\?\.)|GH(?=\\?-)))")
_NOTHING = "<!-- -->"


def harmless(text: str) -> str:
    """`text` on one line, without markup, links or mentions."""
    plain = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return _LIVELY.sub(lambda match: match[0] + _NOTHING, _MARKUP.sub(r"\\\1", plain))


def code(text: str) -> str:
    """`text` as inline code, fenced by more backticks than it contains."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{padding}{text}{padding}{fence}"


def block(language: str, text: str) -> str:
    """`text` as a code block, fenced by more backticks than it contains."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"
