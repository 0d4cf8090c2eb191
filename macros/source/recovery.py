"""Front matter with mistakes in it, with each broken value set aside so that all the others can be read."""

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field, replace

from macros.source.diagnostic import Rejection, Span
from macros.source.likeness import plain_name
from macros.source.limits import MOST_REJECTIONS

# What is wrong with YAML that has to be fields ("{") or entries ("-"); None if it is right. Spans count from its first line.
Refusal = Callable[[str, str], Rejection | None]

# More mistakes in one place than this are the same one repeated, and each costs another reading.
_MOST_TOGETHER = 20
_KEY = re.compile(r"""\s*(?:- +)?(?:"[^"]*"|'[^']*'|[^\s#"'\[{&*!|>%@`-][^:]*?)\s*:(?=\s|$)""")
_WORD = re.compile(r"""\s*(?:- +)?["']?([A-Za-z][\w-]*)""")
_PLAIN_KEY = re.compile(r"""[\w .-]+|"[\w .-]*"|'[\w .-]*'""")
_NAME = re.compile(r"([A-Za-z][\w-]*):")
_ENTRY = re.compile(r"\s*-(?: +|$)")
_NO_VALUE = re.compile(r"[^:]*:\s*(?:#.*)?$")
# The end of a YAML document, and a directive. Both would end what follows.
_ALONE = re.compile(r"\.\.\.|%")
_MERGE = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: |$)")


@dataclass(slots=True)
class Recovered:
    """Lines that can be read, as many as there were. In place of a value that was set aside stands {}, at a line in `aside`."""

    lines: list[str]
    rejections: list[Rejection] = field(default_factory=list)
    aside: set[int] = field(default_factory=set)


def recovered(text: str, refusal: Refusal, known: Container[str]) -> Recovered:
    """What can be read of front matter that `refusal` refuses; `known` are the names that its fields may have."""
    recovery = _Recovery(Recovered(text.split("\n")), refusal, known)
    recovery.set_merges_aside()
    recovery.mend(0, len(recovery.made.lines), 0, "{")
    return recovery.made


@dataclass(slots=True)
class _Recovery:
    made: Recovered
    refusal: Refusal
    known: Container[str]

    def mend(self, first: int, end: int, column: int, kind: str) -> None:
        """Set aside what is broken in these lines of fields or entries, which start at this column."""
        if self._refused(first, end, kind) is None:
            return
        units = [*self._units(first, end, column, kind)]
        for unit in units:
            self._mend_unit(*unit, column, kind)
        # What is right by itself may still be wrong together, such as lines that start at different columns.
        for _ in range(_MOST_TOGETHER):
            refused = self._refused(first, end, kind)
            if refused is None:
                return
            at = _line_of(refused)
            found = next(((a, b) for a, b in units if a <= at < b), None)
            if found is None or not self._set_aside(*found, column, kind, refused):
                break
        if refused := self._refused(first, end, kind):
            self.made.rejections.append(refused)
            self._blank(first, end)

    def _mend_unit(self, first: int, end: int, column: int, kind: str) -> None:
        """Set aside what is broken in a field or an entry."""
        refused = self._refused(first, end, kind)
        if refused is None or len(self.made.rejections) >= MOST_REJECTIONS:
            return
        head = self.made.lines[first]
        if kind == "-" and (match := _ENTRY.match(head)) and _KEY.match(head):
            # The fields of an entry: the first stands after the hyphen.
            self.made.lines[first] = " " * match.end() + head[match.end() :]
            self.mend(first, end, match.end(), "{")
            changed = self.made.lines[first]
            self.made.lines[first] = head[: match.end()] + (changed[match.end() :] or "{}")
            if not changed.strip():
                self.made.aside.add(first)
        elif kind == "{" and _NO_VALUE.match(head):
            self._mend_below(first, end, column)
        if refused := self._refused(first, end, kind):
            self._set_aside(first, end, column, kind, refused)

    def _mend_below(self, first: int, end: int, column: int) -> None:
        """Set aside what is broken in the fields or entries below the name of a field."""
        lines = self.made.lines
        below = next((at for at in range(first + 1, end) if lines[at].strip()), end)
        if below == end:
            return
        inner = _indentation(lines[below])
        # What stands further to the left is no part of them.
        until = next((at for at in range(below, end) if lines[at].strip() and _indentation(lines[at]) < inner), end)
        self.mend(first + 1, until, inner, "-" if _ENTRY.match(lines[below]) else "{")
        if not any(line.strip() for line in lines[first + 1 : end]):
            self._put_aside(first, column, "{")

    def _units(self, first: int, end: int, column: int, kind: str) -> Iterator[tuple[int, int]]:
        """The lines of each field, or of each entry."""
        starts = [at for at in range(first, end) if self._starts_unit(self.made.lines[at], column, kind)]
        if not starts or starts[0] > first:
            starts.insert(0, first)
        yield from zip(starts, [*starts[1:], end], strict=True)

    def _starts_unit(self, line: str, column: int, kind: str) -> bool:
        if not column and _ALONE.match(line):
            return True
        if line.startswith("\t") and not column:
            return self._word(line) in self.known
        if line[:column].strip() or line[column : column + 1].isspace() or not line[column:]:
            return False
        if kind == "-":
            return line[column] == "-"
        return not _ENTRY.match(line, column) and bool(_KEY.match(line, column) or self._word(line) in self.known)

    def _set_aside(self, first: int, end: int, column: int, kind: str, refused: Rejection) -> bool:
        """Set aside these lines, or only those from the mistake on if that is in another field. Whether anything was left to do."""
        lines, at = self.made.lines, max(first, min(_line_of(refused), end - 1))
        if not any(line.strip() for line in lines[first:end]) or first in self.made.aside:
            return False
        is_entry = kind == "-" and lines[at].lstrip().startswith("-")
        is_other = at > first and (is_entry or self._word(lines[at]) in self.known)
        # What comes before the other field may be right.
        of_first = self._refused(first, at, kind) if is_other else refused
        if of_first:
            self.made.rejections.append(of_first)
        has_value = kind == "{" and not _NO_VALUE.match(lines[first])
        for number in range(at if is_other else first + 1, end):
            # What else is among these lines is not known either. A field among them starts too far to the right.
            if self._word(lines[number]) not in self.known and not (is_entry and number == at):
                lines[number] = ""
                continue
            told = refused if is_other and number == at else self._misplaced(number, column) if has_value else None
            if told:
                is_too_far = _indentation(lines[number]) > column and not is_entry
                detail = {**told.detail, "is_too_far": is_too_far}
                self.made.rejections.append(replace(told, detail=detail))
            self._put_aside(number, column, "-" if is_entry and number == at else "{")
        if of_first:
            self._put_aside(first, column, kind)
            lines[first + 1 : at] = [""] * (at - first - 1)
        return True

    def _misplaced(self, number: int, column: int) -> Rejection | None:
        """What is wrong with a field that starts further to the right than the one above it."""
        line = self.made.lines[number]
        refused = self.refusal(f"{' ' * column}a: a\n{line}", "{") if _KEY.match(line) else None
        return self._in_place(refused, number - 1, number) if refused else None

    def _put_aside(self, number: int, column: int, kind: str) -> None:
        """Leave of a line only that it has a field or an entry."""
        line = self.made.lines[number]
        key, word = _KEY.match(line), self._word(line)
        if kind == "-":
            made = f"{' ' * column}- {{}}"
        else:
            written = key.group().strip().removesuffix(":").strip() if key else ""
            if not _PLAIN_KEY.fullmatch(written):
                # "[stage]: idea" and "<<: {stage: idea}" say something of the stage, whatever that is.
                named = (plain_name(name) for name in (word, *_NAME.findall(line)))
                written = next((name for name in named if name in self.known), "")
            made = f"{' ' * column}{written}: {{}}" if written else ""
        self.made.lines[number] = made
        if made:
            self.made.aside.add(number)

    def _word(self, line: str) -> str:
        match = _WORD.match(line)
        return plain_name(match[1]) if match else ""

    def _blank(self, first: int, end: int) -> None:
        self.made.lines[first:end] = [""] * (end - first)

    def _refused(self, first: int, end: int, kind: str) -> Rejection | None:
        """What is wrong with these lines, at its place in the front matter."""
        lines = self.made.lines[first:end]
        if not any(line.strip() and not line.lstrip().startswith("#") for line in lines):
            return None
        refused = self.refusal("\n".join(lines), kind)
        if refused is None:
            return None
        return self._in_place(refused, first, first)

    def _in_place(self, refused: Rejection, before: int, first: int) -> Rejection:
        """What was found in some lines, at its place in the front matter: they come after `before` others, those to mend after `first`."""
        span, cause = refused.span or Span(), refused.detail.get("cause")
        cause = before + (span.line - 1 if cause is None else int(cause))
        detail = {**refused.detail, "first": first + 1, "cause": cause}
        return replace(refused, span=replace(span, line=span.line + before), detail=detail)

    def set_merges_aside(self) -> None:
        """Set aside lines that two people have changed: each of them may say anything."""
        lines, start = self.made.lines, None
        for number, line in enumerate(lines):
            if _MERGE.match(line) and (start is not None or line[0] != "="):
                if start is None:
                    start = number
                    span = Span(number + 1, 1, len(line))
                    detail = {"reason": "", "line": line, "first": number + 1}
                    self.made.rejections.append(Rejection("front-matter-unreadable", detail=detail, span=span))
                start = None if line[0] == ">" else start
                lines[number] = ""
            elif start is not None:
                self._put_aside(number, _indentation(line), "-" if _ENTRY.match(line) else "{")


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _line_of(refused: Rejection) -> int:
    """The index of the line where a mistake starts."""
    return int(refused.detail["cause"])
