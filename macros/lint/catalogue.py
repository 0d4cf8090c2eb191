"""The rules as contributors read of them: by topic, each with its reason and an example before and after mending."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath

from macros.library.library import CONTENT
from macros.lint.diagnostics import Level, RuleTopic
from macros.lint.engine import Rule, rules
from macros.schema.description import label
from macros.source.folder import PICTURES

# The tests' examples: of two with the same name, "good-lunch.md" is "bad-lunch.md" with its mistake mended.
_EXAMPLES = Path(__file__).resolve().parents[2] / "tests/rules"
_BAD, _GOOD = "bad-", "good-"
# A change is shown with the line before it and the one after, and so much of a text that somebody should have split up.
_AROUND, _MOST_LINES, _MOST_SIGNS = 1, 12, 300
_LEFT_OUT = "\N{HORIZONTAL ELLIPSIS}"


class ExampleMissing(Exception):
    """A rule has no example to show. Its message says where one belongs."""


@dataclass(frozen=True)
class RuleExample:
    """What the rule refuses, the words it uses, and what it lets pass: lines of a file, or only its name."""

    bad: str
    message: str
    good: str


@dataclass(frozen=True)
class RuleEntry:
    """One rule. `name` is its id in words."""

    id: str
    name: str
    requirement: str
    why: str
    is_warning: bool
    example: RuleExample


def rule_catalogue() -> dict[RuleTopic, list[RuleEntry]]:
    """Every rule under its topic, in the order of their names. Raises `ExampleMissing`."""
    entries = sorted(rules().values(), key=lambda rule: rule.id)
    return {topic: [_entry(rule) for rule in entries if rule.topic is topic] for topic in RuleTopic}


def _entry(rule: Rule) -> RuleEntry:
    examples = list(_examples(rule.id))
    if not examples:
        raise ExampleMissing(
            f'The page of rules shows an example of each, and "{rule.id}" has none. It is made of two files in '
            f"tests/rules/{rule.id}/, bad-... and good-..., that are called alike otherwise. Is tests/ there, as in git?"
        )
    return RuleEntry(
        id=rule.id,
        name=label(rule.id.replace("-", "_")),
        requirement=rule.requirement,
        why=rule.why,
        is_warning=rule.level is Level.WARNING,
        example=min(examples, key=lambda example: len(example.bad + example.good)),
    )


def _examples(rule_id: str) -> Iterator[RuleExample]:
    """The examples of a rule whose mistake has been mended in another."""
    for good in sorted((_EXAMPLES / rule_id).glob(f"{_GOOD}*")):
        bad = good.with_name(_BAD + good.name.removeprefix(_GOOD))
        if bad.exists():
            path, line, message = _finding(bad)
            inside = Path(*PurePosixPath(path).parts[1:]) if bad.is_dir() else Path()
            before, after = _shown(bad, good, inside, line)
            yield RuleExample(before, message, after)


def _finding(bad: Path) -> tuple[str, int, str]:
    """The file and the line that the validator names first, and what it says of it."""
    first, _, _ = bad.with_suffix(".expected").read_text(encoding="utf-8").partition("\n")
    path, line, _ = first.split(":", 2)
    return path, int(line) - 1, first.partition("] ")[2]


def _shown(bad: Path, good: Path, inside: Path, line: int) -> tuple[str, str]:
    before, after = bad / inside, good / inside
    if not after.is_file() or after.suffix in PICTURES:
        # The mistake is the name of the file or where it is, or in what cannot be read.
        mended = next(path for path in sorted(good.rglob("*")) if path.is_file())
        return f"{CONTENT}/{inside.as_posix()}", f"{CONTENT}/{mended.relative_to(good).as_posix()}"
    old, new = _lines(before), _lines(after)
    in_old, in_new = _changed(old, new, line)
    return _excerpt(old, in_old), _excerpt(new, in_new)


def _lines(path: Path) -> list[str]:
    return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").split("\n")


def _changed(old: Sequence[str], new: Sequence[str], line: int) -> tuple[set[int], set[int]]:
    """The lines that only one of two texts has, with what is around them, and the line of `old` that is spoken of."""
    in_old, in_new = {line} if line else set[int](), set[int]()
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            in_old.update(range(max(start - _AROUND, 0), min(end + _AROUND, len(old))))
            in_new.update(range(max(new_start - _AROUND, 0), min(new_end + _AROUND, len(new))))
        elif line and start <= line < end:
            in_new.add(new_start + line - start)
    return in_old, in_new


def _excerpt(lines: Sequence[str], chosen: set[int]) -> str:
    """The chosen lines, those that they belong to, and a sign where some are left out in between."""
    shown: list[str] = []
    last = None
    # What comes after these is cut off: some examples have thousands of lines.
    first = sorted(chosen)[: 2 * _MOST_LINES]
    for number in sorted({*first, *(parent for one in first for parent in _parents(lines, one))}):
        if last is not None and number > last + 1:
            shown.append(_LEFT_OUT)
        shown.append(_visible(lines[number]))
        last = number
    cut = [*shown[:_MOST_LINES], _LEFT_OUT] if len(shown) > _MOST_LINES else shown
    return "\n".join(cut).strip("\n")


def _parents(lines: Sequence[str], number: int) -> Iterator[int]:
    """The lines above that are indented less, up to the field that a line belongs to."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    while indent and number:
        number -= 1
        outer = len(lines[number]) - len(lines[number].lstrip())
        if lines[number].strip() and outer < indent:
            indent = outer
            yield number


def _visible(line: str) -> str:
    """A line with what cannot be seen in it written out, and not longer than anybody reads."""
    text = "".join(sign if sign.isprintable() else f"[U+{ord(sign):04X}]" for sign in line)
    return text if len(text) <= _MOST_SIGNS else text[:_MOST_SIGNS] + _LEFT_OUT
