"""Whole repositories as no one would write them: real files with mutations, from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import yaml

_READ = yaml.safe_load(Path(__file__).with_name("hostile.yml").read_text(encoding="utf-8"))
_LONG = ["9" * 5000, "a" * 300, "a-" * 200 + "a", "&#" + "9" * 5000 + ";", "[a](" + "../" * 500 + "x.md)", "|a" * 500]
VALUES: list[str] = [*_READ["values"], *_LONG]
TEXTS: list[str] = [*_READ["texts"], *_LONG]
NAMES: list[str] = [*_READ["names"], "a" * 240 + ".md", "\udcff.md"]
FOLDERS: list[str] = [*_READ["folders"], "d/" * 30]
BYTES = [
    b"\xff",
    b"\x00",
    b"\r",
    b"\r\n",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xc3",
    b"\xe2\x80\xa8",
    b"\t",
    b"\x0b",
]


@dataclass
class Repository:
    """The files of a network by path below its content folder, and which of them are folders or links."""

    files: dict[str, bytes]
    links: dict[str, str] = field(default_factory=dict)


def read_repository(content: Path) -> Repository:
    """The repository in a content folder."""
    files = (path for path in sorted(content.rglob("*")) if path.is_file())
    return Repository({path.relative_to(content).as_posix(): path.read_bytes() for path in files})


def mutated(repository: Repository, chance: random.Random) -> Repository:
    """The repository with a few mutations. With one alone, it is often still a network that can be shown."""
    changed = Repository(dict(repository.files))
    for _ in range(chance.choice((1, 1, 1, 1, 2, 3, 6))):
        chance.choice(_OF_REPOSITORIES)(changed, chance)
    return changed


def mutated_text(text: str, chance: random.Random) -> str:
    """A text with one mutation."""
    return chance.choice(_OF_TEXTS)(text, chance)


def mutated_bytes(content: bytes, chance: random.Random) -> bytes:
    """Bytes of which some are others, missing or added."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        at = chance.randint(0, len(changed))
        changed[at : at + chance.choice((0, 0, 1, 20))] = chance.choice((*BYTES, bytes([chance.randrange(256)])))
    return bytes(changed)


def _lines(text: str, chance: random.Random) -> tuple[list[str], int]:
    lines = text.split("\n")
    return lines, chance.randrange(len(lines))


def _value(text: str, chance: random.Random) -> str:
    """Give a field, or an entry of a list, another value."""
    lines, at = _lines(text, chance)
    head = (
        lines[at].partition(": ")[0] if ":" in lines[at] else lines[at][: len(lines[at]) - len(lines[at].lstrip(" -"))]
    )
    lines[at] = f"{head}{': ' if ':' in lines[at] else ''}{chance.choice(VALUES)}"
    return "\n".join(lines)


def _line(text: str, chance: random.Random) -> str:
    """Drop, repeat, indent, or move a line."""
    lines, at = _lines(text, chance)
    line = lines.pop(at)
    other = chance.randint(0, len(lines))
    lines[other:other] = chance.choice(
        ([], [line], [line, line], [f"  {line}"], [line.lstrip()], [line[: len(line) // 2]], ["---"], ["..."])
    )
    return "\n".join(lines)


def _inserted(text: str, chance: random.Random) -> str:
    """Put something hostile in, somewhere, once or often."""
    at = chance.randint(0, len(text))
    what = chance.choice((VALUES, TEXTS, TEXTS))
    return text[:at] + chance.choice(what) * chance.choice((1, 1, 1, 2, 50)) + text[at:]


def _appended(text: str, chance: random.Random) -> str:
    """Add lines of Markdown at the end."""
    return text + "\n" + "\n".join(chance.choice(TEXTS) for _ in range(chance.choice((1, 3, 12)))) + "\n"


def _swapped(text: str, chance: random.Random) -> str:
    """Put a part of the text elsewhere."""
    start, end, to = sorted(chance.randint(0, len(text)) for _ in range(3))
    return chance.choice(
        (
            text[:start] + text[end:],
            text[:end] + text[start:end] + text[end:],
            text[:start] + text[end:to] + text[start:end] + text[to:],
        )
    )


_OF_TEXTS: list[Callable[[str, random.Random], str]] = [_value, _value, _value, _line, _inserted, _appended, _swapped]


def _a_file(repository: Repository, chance: random.Random) -> str:
    return chance.choice(sorted(repository.files)) if repository.files else ""


def _change_text(repository: Repository, chance: random.Random) -> None:
    if path := _a_file(repository, chance):
        text = repository.files[path].decode("utf-8", "replace")
        repository.files[path] = mutated_text(text, chance).encode("utf-8", "surrogatepass")


def _change_bytes(repository: Repository, chance: random.Random) -> None:
    if path := _a_file(repository, chance):
        repository.files[path] = mutated_bytes(repository.files[path], chance)


def _mix(repository: Repository, chance: random.Random) -> None:
    """Continue a file with the second half of another."""
    if path := _a_file(repository, chance):
        one, other = repository.files[path], repository.files[_a_file(repository, chance)]
        repository.files[path] = one[: chance.randint(0, len(one))] + other[chance.randint(0, len(other)) :]


def _rename(repository: Repository, chance: random.Random) -> None:
    if path := _a_file(repository, chance):
        content = repository.files[path] if chance.random() < 0.5 else repository.files.pop(path)
        folder = chance.choice((*FOLDERS, path.rpartition("/")[0] + "/"))
        repository.files[f"{folder}{chance.choice((*NAMES, path.rpartition('/')[2]))}"] = content


def _remove(repository: Repository, chance: random.Random) -> None:
    repository.files.pop(_a_file(repository, chance), None)


def _link(repository: Repository, chance: random.Random) -> None:
    repository.links[f"{chance.choice(FOLDERS)}{chance.choice(NAMES)}"] = chance.choice(
        (".", "..", "/etc/passwd", "nothing", "index.md")
    )


_OF_REPOSITORIES: tuple[Callable[[Repository, random.Random], None], ...] = (
    *[_change_text] * 12, _change_bytes, _mix, _rename, _rename, _remove, _link
)  # fmt: skip


# No repository has a file with this in it.
_CHANGED = b"\0changed by someone else\0"


class Folder:
    """A content folder on disk, which becomes one repository after the other and writes only what differs."""

    def __init__(self, content: Path) -> None:
        """Start with an empty folder."""
        self._content, self._files, self._links = content, dict[str, bytes](), dict[str, str]()

    def become(self, repository: Repository) -> None:
        """Hold these files and links; one that the system refuses, or that is in the way of another, is left out."""
        differing = [path for path, content in self._files.items() if repository.files.get(path) != content]
        for path in (*differing, *list(self._links)):
            self._without(path)
        for path, content in repository.files.items():
            if path not in self._files:
                self._with(path, content)
        for path, to in repository.links.items():
            self._with(path, to)

    def _without(self, path: str) -> None:
        self._files.pop(path, None)
        self._links.pop(path, None)
        with suppress(OSError):
            (self._content / path).unlink()
        for folder in list((self._content / path).parents)[: path.count("/")]:
            try:
                folder.rmdir()
            except OSError:
                break

    def _with(self, path: str, content: bytes | str) -> None:
        file = self._content / path
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, str):
                file.symlink_to(content)
                self._links[path] = content
            else:
                file.write_bytes(content)
                self._files[path] = content
        except OSError:
            self._without(path)

    def is_changed(self, path: str) -> None:
        """Take away or write anew this file next time: someone else has written it."""
        self._files[path] = _CHANGED
