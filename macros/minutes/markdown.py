"""What stands in a file as GitHub Flavored Markdown, so that readers of the page see the words as they were typed."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from macros.minutes.blocks import Block, Paragraph, Table, Words
from macros.minutes.typed import typed_entry
from macros.source.document import CONTROL
from macros.source.invisible import hidden, without_hidden

_SPECIAL = re.compile(r"[\\`*\[\]<~|]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_AT_START = re.compile(r"(?:#{1,6}(?=\s|$)|[-+=>](?=\s|$|[-+=])|[-+=>])|(?<=^)\d{1,9}(?=[.)](?:\s|$))")
# The builder of the site would run or include these, so that no record may have them.
_TEMPLATE = re.compile(r"(?<=\{)(?=[{%#])|(?<=[%#}])(?=\})|(?<=8)(?=<)|(?<=-)(?=8)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_SCHEMES = ("http", "https", "mailto")
_IN_ADDRESS = str.maketrans(
    {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C", "|": "%7C", "\n": ""}
)
_INDENT = "    "
# So many characters are enough to find a line by.
_MOST_TO_KNOW = 60


def clean(text: str) -> str:
    """A text of a file as a record may have it: without characters that cannot be seen, and with spaces for tabs and the like."""
    text = CONTROL.sub("", re.sub("[\v\f\x85\u2028\u2029]", "\n", text))
    text = without_hidden(text)
    for one in reversed([*hidden(text)]):
        text = text[: one.start()] + text[one.end() :]
    return _TEMPLATE.sub(" ", text)


def one_line(text: str) -> str:
    """A text as the value of a field, in which nothing may look like HTML."""
    return " ".join(_TAG.sub("< ", clean(text)).split())


def first_words(text: str) -> str:
    """The start of a text, by which people know it when they see it."""
    line = one_line(text)
    if len(line) <= _MOST_TO_KNOW:
        return line
    return f"{line[:_MOST_TO_KNOW].rpartition(' ')[0] or line[:_MOST_TO_KNOW]}…"


def escaped(text: str) -> str:
    """Words as Markdown that shows them as they are. Not for the start of a line."""
    return _SPECIAL.sub(r"\\\g<0>", clean(text))


def with_link(target: str) -> bool:
    """Whether a record may link to this."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return parts.scheme.lower() in _SCHEMES and bool(parts.netloc or parts.path)


def markdown(blocks: Sequence[Block]) -> str:
    """Blocks as Markdown. Headings in them are bold lines: whoever calls this writes the headings."""
    parts: list[str] = []
    listed: list[str] = []
    counts: list[tuple[int, bool]] = []
    for block in blocks:
        found = typed_entry(block) if isinstance(block, Paragraph) else None
        if found is not None:
            paragraph, entry = found
            level = min(entry.level, len(counts))
            goes_on = level < len(counts) and counts[level][1] is entry.is_numbered
            counts = [*counts[:level], (counts[level][0] + 1 if goes_on else 1, entry.is_numbered)]
            sign = f"{counts[-1][0]}." if entry.is_numbered else "-"
            listed.append(_INDENT * level + f"{sign} " + _indented(_line(paragraph), _INDENT * (level + 1)))
            continue
        if isinstance(block, Paragraph) and not block.text:
            continue
        if listed:
            parts.append("\n".join(listed))
            listed, counts = [], []
        parts.append(_table(block) if isinstance(block, Table) else _line(block))
    return "\n\n".join(part for part in [*parts, "\n".join(listed)] if part.strip())


def _indented(text: str, indent: str) -> str:
    return text.replace("\n", f"\n{indent}")


def _line(paragraph: Paragraph) -> str:
    """A paragraph, with a backslash at the end of each line but the last."""
    lines = ["".join(_inline(line)).strip() for line in _lines(paragraph.words)]
    return "\\\n".join(
        _AT_START.sub(_with_backslash, line, count=1) if line[:1] in _STARTS else line for line in lines if line
    )


_STARTS = frozenset("#-+=>0123456789")


def _with_backslash(match: re.Match[str]) -> str:
    if match.start():
        return match[0]
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"


def _lines(words: Sequence[Words]) -> Iterator[list[Words]]:
    line: list[Words] = []
    for one in words:
        first, *others = re.sub("[\v\f\x85\u2028\u2029]", "\n", one.text).split("\n")
        line.append(_saying(one, first))
        for text in others:
            yield line
            line = [_saying(one, text)]
    yield line


def _saying(words: Words, text: str) -> Words:
    return Words(" ".join(re.split("[ \t]+", text)), words.bold, words.italic, words.struck, target=words.target)


def _inline(line: Sequence[Words]) -> Iterator[str]:
    for index, one in enumerate(line):
        inner = one.text.strip()
        before, after = (
            one.text[: len(one.text) - len(one.text.lstrip())],
            one.text[len(one.text.rstrip()) :] if inner else "",
        )
        made = escaped(inner)
        if inner and one.target and with_link(one.target):
            made = f"[{made}]({one.target.translate(_IN_ADDRESS)})"
        outside = (line[index - 1].text[-1:] if index and not before else " ") + (
            line[index + 1].text[:1] if index + 1 < len(line) and not after else " "
        )
        # Inside a word, and beside other marks, the signs would be shown as they are.
        if made and not outside.strip():
            signs = "**" * one.bold + "*" * one.italic
            strike = "~~" * one.struck
            made = f"{strike}{signs}{made}{signs[::-1]}{strike}"
        yield before + made + after


def _table(table: Table) -> str:
    rows = [[" ".join(escaped(cell.text).split()) for cell in row] for row in table.rows]
    rows = [row for row in rows if any(row)]
    if not rows:
        return ""
    kept = [column for column in range(len(rows[0])) if any(row[column] for row in rows)]
    lines = [f"| {' | '.join(row[column] for column in kept)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * len(kept)}", *lines[1:]])
