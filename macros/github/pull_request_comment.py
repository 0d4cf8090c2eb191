"""The comment on a pull request: what is fine, what to fix and how, and where to see the result."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from macros.github.check_report import ReportedDiagnostic
from macros.github.escaping import code, harmless
from macros.lint.engine import rules

MARK = "<!-- network-knowledge-base: check -->"
_TEMPLATES = Path(__file__).resolve().with_name("templates")
# A path that is safe in a link. Others are shown without one.
_PLAIN_PATH = re.compile(r"[A-Za-z0-9._/-]+")
_RECORD = re.compile(r"content/[a-z]+/[^/]+\.md")
# GitHub's limit is 65,536 characters. The log of the check has the rest.
_MOST_SHOWN = 60
_MOST_FINE = 30
_LONGEST = 60_000


@dataclass(frozen=True, slots=True)
class CheckedChange:
    """A checked pull request: the files it changes, where to read them, and how the check ended.

    `diagnostics` is None if the check ended before it read the records. `site` is the address of the built site to
    download, `guide` of the page on fields and `rules_page` of the page on rules; each may be empty.
    """

    files: Sequence[str]
    source: str
    log: str
    succeeded: bool
    diagnostics: Sequence[ReportedDiagnostic] | None
    site: str
    guide: str
    rules_page: str


def comment(change: CheckedChange) -> str:
    """The comment in Markdown. It begins with `MARK`, by which it is found again."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Escape every value unless a filter has marked it as Markdown.
        finalize=lambda value: value if isinstance(value, _Made) else harmless(str(value)),
    )
    environment.filters |= {"code": lambda text: _Made(code(text)), "made": _Made}
    template = environment.get_template("comment.md.j2")
    shown = _MOST_SHOWN
    # Diagnostics may quote long text, and escaping makes it longer.
    while len(text := _text(template, change, shown)) > _LONGEST and shown:
        shown //= 2
    return text


def _text(template: Template, change: CheckedChange, shown: int) -> str:
    """The comment with at most `shown` errors and half as many warnings."""
    diagnostics = change.diagnostics or []
    errors = [one for one in diagnostics if one.level == "error"]
    warnings = [one for one in diagnostics if one.level == "warning"]
    fine = _fine(change.files, {one.path for one in diagnostics}) if change.diagnostics is not None else []
    return template.render(
        mark=_Made(MARK),
        change=change,
        fine=fine[:_MOST_FINE],
        more_fine=max(0, len(fine) - _MOST_FINE),
        to_mend=[_Item(one, change) for one in errors[:shown]],
        to_look_at=[_Item(one, change) for one in warnings[: shown // 2]],
        more=max(0, len(errors) - shown),
    )


class _Made(str):
    """Trusted Markdown, which is not escaped."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class _Item:
    diagnostic: ReportedDiagnostic
    change: CheckedChange

    @property
    def place(self) -> _Made:
        """The file and line, as a link."""
        address = f"{self.change.source}/{self.diagnostic.path}?plain=1#L{self.diagnostic.line}"
        return _Made(f"[{code(self.diagnostic.path)}, line {self.diagnostic.line}]({address})")

    @property
    def help(self) -> _Made:
        """A link to the explanation of the rule, if there is one."""
        known = self.change.rules_page and self.diagnostic.rule in rules()
        return _Made(f" [Why, and an example]({self.change.rules_page}#{self.diagnostic.rule})." if known else "")


def _fine(files: Collection[str], faulty: Collection[str]) -> list[str]:
    return [path for path in files if path not in faulty and _RECORD.fullmatch(path) and _PLAIN_PATH.fullmatch(path)]
