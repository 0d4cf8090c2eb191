"""Text that somebody else wrote, made harmless for a comment on GitHub: it shows as it is and does nothing."""

import re

# Signs that Markdown gives a meaning to.
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+.!|~>-])")
# What GitHub turns into a mention, a picture, a formula, a reference or a link. An empty comment in between keeps it from that,
# and nobody sees it.
_LIVELY = re.compile(r"[@:$]|(?<=\\#)|[0-9a-f]{6}(?=[0-9a-f])|(?i:(?<![a-z0-9])(www(?=\\?\.)|GH(?=\\?-)))")
_NOTHING = "<!-- -->"


def harmless(text: str) -> str:
    """`text` on one line, in which nothing is markup, a link, or calls anybody."""
    plain = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return _LIVELY.sub(lambda found: found[0] + _NOTHING, _MARKUP.sub(r"\\\1", plain))


def code(text: str) -> str:
    """`text` as code, between more backticks than it has itself."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{padding}{text}{padding}{fence}"


def block(language: str, text: str) -> str:
    """`text` as a block of code, between more backticks than it has itself."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"
