"""The rules as shown on the site: by topic, each with its reason and an example before and after the fix."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from macros.library.library import CONTENT
from macros.lint.diagnostics import Level, RuleTopic
from macros.lint.engine import Rule, rules
from macros.schema.description import label
from macros.source.folder import PICTURES

# Test fixtures double as examples: "good-lunch.md" is "bad-lunch.md" with the error fixed.
_EXAMPLES = Path(__file__).resolve().parents[2] / "tests/rules"
_BAD, _GOOD = "bad-", "good-"
# The lines of context around a change, and how much of a long example to show.
_CONTEXT_LINES, _MAX_LINES, _MAX_CHARACTERS = 1, 12, 300
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


class ExampleMissing(Exception):
    """A rule has no example to show. The message says where to add one."""


@dataclass(frozen=True)
class RuleExample:
    """What a rule rejects, its message, and what it accepts. Both are lines of a file, or its path."""

    bad: str
    message: str
    good: str


@dataclass(frozen=True)
class RuleEntry:
    """A rule as shown on the site. `name` is its id in words."""

    id: str
    name: str
    requirement: str
    why: str
    is_warning: bool
    example: RuleExample


def rule_catalogue() -> dict[RuleTopic, list[RuleEntry]]:
    """The rules of each topic, sorted by id. Raises `ExampleMissing` if a rule has no example."""
    entries = sorted(rules().values(), key=lambda rule: rule.id)
    return {topic: [_entry(rule) for rule in entries if rule.topic is topic] for topic in RuleTopic}


def _entry(rule: Rule) -> RuleEntry:
    examples = list(_examples(rule.id))
    if not examples:
        raise ExampleMissing(
            f'The page of rules shows an example of each, and "{rule.id}" has none. It needs two files in '
            f"tests/rules/{rule.id}/, bad-... and good-..., whose names are the same otherwise. Is tests/ there, as in git?"
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
    """The examples of a rule that have a fixed version."""
    for good in sorted((_EXAMPLES / rule_id).glob(f"{_GOOD}*")):
        bad = good.with_name(_BAD + good.name.removeprefix(_GOOD))
        if bad.exists():
            path, line, message = _expected(bad)
            inside = Path(path.removeprefix(f"{CONTENT}/")) if bad.is_dir() else Path()
            before, after = _shown(bad, good, inside, line)
            yield RuleExample(before, message, after)


def _expected(bad: Path) -> tuple[str, int, str]:
    """The path, line index and message of the first diagnostic that the test expects."""
    first, _, _ = bad.with_suffix(".expected").read_text(encoding="utf-8").partition("\n")
    path, line, _ = first.split(":", 2)
    return path, int(line) - 1, first.partition("] ")[2]


def _shown(bad: Path, good: Path, inside: Path, line: int) -> tuple[str, str]:
    before, after = bad / inside, good / inside
    if not after.is_file() or after.suffix in PICTURES:
        # The error is in the name or place of the file, or its content cannot be shown.
        fixed = next(path for path in sorted(good.rglob("*")) if path.is_file())
        return f"{CONTENT}/{inside.as_posix()}", f"{CONTENT}/{fixed.relative_to(good).as_posix()}"
    old, new = _lines(before), _lines(after)
    in_old, in_new = _changed(old, new, line)
    return _excerpt(old, in_old), _excerpt(new, in_new)


def _lines(path: Path) -> list[str]:
    return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").split("\n")


def _changed(old: Sequence[str], new: Sequence[str], line: int) -> tuple[set[int], set[int]]:
    """The lines to show of each text: the differences with their context, and the line of `old` that is reported."""
    in_old, in_new = {line} if line else set[int](), set[int]()
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            in_old.update(range(max(start - _CONTEXT_LINES, 0), min(end + _CONTEXT_LINES, len(old))))
            in_new.update(range(max(new_start - _CONTEXT_LINES, 0), min(new_end + _CONTEXT_LINES, len(new))))
        elif line and start <= line < end:
            in_new.add(new_start + line - start)
    return in_old, in_new


def _excerpt(lines: Sequence[str], chosen: set[int]) -> str:
    """The chosen lines and their parents, with an ellipsis for each gap."""
    shown: list[str] = []
    last = None
    # Some examples have thousands of lines, and the rest would be cut off below.
    first = sorted(chosen)[: 2 * _MAX_LINES]
    for number in sorted({*first, *(parent for child in first for parent in _parents(lines, child))}):
        if last is not None and number > last + 1:
            shown.append(_ELLIPSIS)
        shown.append(_visible(lines[number]))
        last = number
    cut = [*shown[:_MAX_LINES], _ELLIPSIS] if len(shown) > _MAX_LINES else shown
    return "\n".join(cut).strip("\n")


def _parents(lines: Sequence[str], number: int) -> Iterator[int]:
    """The less indented lines above a line, up to its top-level field."""
    indent = len(lines[number]) - len(lines[number].lstrip())
    while indent and number:
        number -= 1
        outer = len(lines[number]) - len(lines[number].lstrip())
        if lines[number].strip() and outer < indent:
            indent = outer
            yield number


def _visible(line: str) -> str:
    """A line with invisible characters spelled out, cut to a readable length."""
    text = "".join(character if character.isprintable() else f"[U+{ord(character):04X}]" for character in line)
    return text if len(text) <= _MAX_CHARACTERS else text[:_MAX_CHARACTERS] + _ELLIPSIS
