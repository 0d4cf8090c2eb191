"""No Markdown is left unfinished in the text: a link that is not one, a heading that is not one, a footnote without text.

Why: Readers would see the characters instead of what they were meant to do: a bracket where a link should be.
"""

import re
from collections.abc import Iterator

from macros.lint.diagnostics import Diagnostic, RuleContext, RuleTopic, listed
from macros.source.gfm import ALERTS

TOPIC = RuleTopic.TEXT
AFTER = ("markup-unsafe",)
_NOTES = [name.upper() for name in ALERTS]
_MAIL = "mailto:"
_START_OF_ADDRESS = re.compile(r"[\w.+-]+(?:\\[_.+-]\w*)+\Z")


def check(context: RuleContext) -> Iterator[Diagnostic]:
    """Look for Markdown syntax that readers would see, except in code."""
    for leftover in context.body.leftovers:
        span = context.document.body_span(leftover.offset, len(leftover.snippet))
        yield context.diagnostic(_remedy(leftover.snippet), span=span)
    body = context.document.body
    for link in context.body.links:
        address = link.target.removeprefix(_MAIL)
        if address != link.target and body.startswith(address, link.offset) and (start := _start(body, link.offset)):
            yield context.diagnostic(
                f"The backslash cuts this address in two, and mail would go to {address}. Take the backslash out.",
                span=context.document.body_span(link.offset - len(start), len(start + address)),
            )


def _start(body: str, offset: int) -> str:
    """What stands before an address from `offset` on, if it belongs to it but for a backslash."""
    found = _START_OF_ADDRESS.search(body, max(0, offset - 100), offset)
    return found.group() if found else ""


def _remedy(snippet: str) -> str:
    if snippet.startswith("##"):
        return f'Readers would not see a heading here. Put a space after the # characters: "{snippet} ...".'
    if snippet.startswith("[^"):
        return f"The footnote {snippet} has no note. Add a line to the end of the text that starts with {snippet}: and says it."
    if snippet.startswith(("!!!", "???")):
        return (
            'A note is written as GitHub shows it: a line "> [!NOTE]", and below it what it says, each line after "> ".'
        )
    if snippet.startswith("[!"):
        return _note_remedy(snippet)
    if snippet.startswith("("):
        words, _, address = snippet[1:-1].rpartition(")[")
        return f"The brackets of this link are the wrong way round. Write it as [{words}]({address})."
    or_words = f"If it is not a link, put a backslash before it: \\{snippet.rstrip(' (')}"
    if snippet.startswith("[["):
        return (
            "Two brackets do not make a link here. Write it as [text](address): the address of another record is its file, such as "
            f"../evidence/name.md. {or_words}"
        )
    if snippet.endswith("]("):
        return (
            "The address of this link has a space in it, or no bracket after it. Write %20 for a space: [text](address%20of%20it). "
            + or_words
        )
    if snippet.endswith("("):
        return f"There is a space between the two halves of this link. Take it out: [text](address). {or_words}"
    return f"The link {snippet} has no address. Write it as [text](address). {or_words}"


def _note_remedy(snippet: str) -> str:
    mark, _, words = snippet.partition("]")
    if mark.removeprefix("[!").upper() not in _NOTES:
        return f'There is no note "{mark}]". Write one of {listed(f"[!{name}]" for name in _NOTES)} on a line of its own, after "> ".'
    if words:
        return f'"{mark}]" needs its own line. Put what follows it on the next line, after "> ".'
    return f'This is not a note yet. Put "> {mark}]" on a line of its own, and below it what it says, each line after "> ".'
