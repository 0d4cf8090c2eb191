"""Texts as people write them, and as they should not: made from a seed, to be read by more than one program."""

from __future__ import annotations

import random
from collections.abc import Iterator

_WORDS = (
    "room hour tea team rota PHQ-9 supervision walk £5 R&D 9.30am “quiet” it’s café – ok? (weekly) 50% 1:1 #3 a/b e.g. Monday's "
    "snake_case_name 5 < 6 > 4 &amp; &copy; \\*so\\* ½ naïve https://www.nhs.uk/live-well www.nhs.uk/a_b team@service.invalid"
).split()
_MARKS = (
    "- ",
    "* ",
    "+ ",
    "-   ",
    "-\t",
    "1. ",
    "2. ",
    "10. ",
    "1) ",
    "- [ ] ",
    "- [x] ",
    "• ",
    "– ",
    "a) ",
    "1.",
    "-",
)
_NOTES = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "note")


def written_texts(count: int, seed: int = 11) -> Iterator[str]:
    """`count` texts of one or two blocks: lists of every kind, indented more or less, in and below everything else."""
    for number in range(count):
        chance = random.Random(seed * 1_000_000 + number)
        lines: list[str] = []
        for _ in range(chance.randint(1, 2)):
            lines += _block(chance, 0)
            lines += [""] * (chance.random() < 0.7)
        yield "\n".join(lines) + "\n"


def _words(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(1, 3)))


def _phrase(chance: random.Random, depth: int = 0) -> str:
    words = _words(chance)
    if depth > 2 or chance.random() < 0.65:
        return words
    inner = _phrase(chance, depth + 1)
    return chance.choice(
        (
            f"**{inner}**",
            f"*{inner}*",
            f"_{words}_",
            f"__{words}__",
            f"***{words}***",
            f"~~{words}~~",
            f"`{words}`",
            f"**{words}:** {words}",
            f"[{words}](https://www.nhs.uk/{chance.choice(('', 'a_b', 'a-(b)', '?q=1&r=2'))})",
            "<https://www.nhs.uk>",
            f"https://www.nhs.uk/live-well{chance.choice(('', '.', ',', ')', ';', '?x=1&y=2'))}",
            f"[{words}]",
            f'"{words}"',
            f"* {words}",
        )
    )


def _line(chance: random.Random) -> str:
    return chance.choice((" ", ", ", " – ")).join(_phrase(chance) for _ in range(chance.choice((1, 1, 2))))


def _indented(lines: list[str], by: str) -> list[str]:
    return [by + line if line else line for line in lines]


def _list(chance: random.Random, depth: int) -> list[str]:
    lines: list[str] = []
    mark = chance.choice(_MARKS)
    for _ in range(chance.randint(1, 3)):
        if chance.random() < 0.15:
            mark = chance.choice(_MARKS)
        lines.append(mark + _line(chance))
        if depth < 3 and chance.random() < 0.3:
            lines += [""] * (chance.random() < 0.3)
            lines += _indented(_block(chance, depth + 1), " " * chance.choice((1, 2, 2, 3, 4, 4, 5, 6)))
        if chance.random() < 0.15:
            lines.append(" " * chance.choice((0, 2, 3, 4)) + _line(chance))
        lines += [""] * (chance.random() < 0.12)
    return lines


def _block(chance: random.Random, depth: int) -> list[str]:
    kind = chance.choices(range(8), (30, 32, 10, 8, 8, 4, 4, 4))[0]
    if kind == 1:
        return _list(chance, depth)
    if kind == 2:
        columns = chance.randint(1, 3)
        rows = [f"| {' | '.join(_words(chance) for _ in range(columns))} |" for _ in range(chance.randint(1, 4))]
        return [rows[0], "|" + "---|" * columns, *rows[1:]]
    if kind in (3, 4):
        first = [f"> [!{chance.choice(_NOTES)}]"] if kind == 4 else []
        return first + [f"> {line}" for line in (_block(chance, depth + 1) if depth < 3 else [_line(chance)])]
    if kind == 5:
        return ["```", _line(chance), "```"] if chance.random() < 0.7 else [f"    {_line(chance)}"]
    if kind == 6:
        return ["#" * chance.randint(1, 4) + " " + _line(chance)]
    if kind == 7:
        return [chance.choice(("---", "***", "Term\n: meaning", "x[^1]\n\n[^1]: a note"))]
    return [_line(chance) + chance.choice(("", "  ", "\\", "")) for _ in range(chance.randint(1, 3))]
