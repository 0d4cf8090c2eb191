"""Check all records or the given files, and report what is wrong, where, and what to do."""

import gc
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

# A script's import path starts with its own folder, not the project's.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
if __name__ == "__main__":
    # Garbage collection gains nothing in a program this short, least of all during imports.
    gc.disable()

import click

from macros.library.library import CONTENT, NetworkUnreadable, read_library
from macros.library.sharing import processes_for
from macros.library.today import today_in
from macros.lint.command_line import command, fault_in, shown_paths
from macros.lint.diagnostics import Diagnostic, Level
from macros.lint.engine import check_library, network_diagnostics, rules
from macros.lint.fixes import fix_files
from macros.lint.help_links import rules_address
from macros.lint.progress import each, stage
from macros.lint.report import FORMS, report
from macros.lint.rules.style_differs import help_taken_out
from macros.source.baseline import former_documents
from macros.source.document import Document

CLEAN, FINDINGS, COULD_NOT_RUN = 0, 1, 2
# A fix may reveal another diagnostic that can be fixed in turn.
_MOST_REPAIRS = 5


@command(click.UsageError)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help="How to print.")
@click.option("--fix", is_flag=True, help="Fix what is certain, and nothing else.")
@click.option("--rule", "only", metavar="ID", help="Run one rule only.")
@click.option("--before", metavar="COMMIT", default="HEAD", help="What was there before the change.")
def main(files: tuple[Path, ...], form: str, fix: bool, only: str | None, before: str, root: Path) -> None:
    """Check FILES, or every record if none is named. References are always resolved against all records.

    Ends with 0 if nothing is wrong or there are warnings only, 1 if there are errors, 2 if it could not run.
    """
    if only is not None and only not in rules():
        raise click.UsageError(f'There is no rule "{only}". The rules are: {", ".join(sorted(rules()))}.')
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(f'There is no mkdocs.yml in "{root}", so it is not the folder of a network.')
    paths = shown_paths(files, root.resolve()) if files else None
    try:
        diagnostics = _run(root.resolve(), paths, only, form, before, _MOST_REPAIRS if fix else 0)
    except Exception as error:
        diagnostics = [fault_in(error)]
        _print(form, diagnostics, {}, 0, root)
    sys.exit(FINDINGS if any(diagnostic.level is Level.ERROR for diagnostic in diagnostics) else CLEAN)


def _run(root: Path, paths: set[str] | None, only: str | None, form: str, before: str, fixes: int) -> list[Diagnostic]:
    is_quiet = form == "json"
    try:
        library = read_library(root, partial(each, "Reading", is_quiet=is_quiet), paths, reads_later=paths is None)
    except NetworkUnreadable as unreadable:
        diagnostics = network_diagnostics(unreadable)
        _print(form, diagnostics, {unreadable.document.path: unreadable.document}, 1, root)
        return diagnostics
    library.baseline = former_documents(root, before, CONTENT)
    day, processes = today_in(library.network), processes_for(len(library.documents if paths is None else paths))
    with stage("Checking", is_quiet=is_quiet) as checking:
        diagnostics = check_library(library, day, paths=paths, only=only, processes=processes, progress=checking.tasks)
    fixed = (
        [one for one in (*diagnostics, *help_taken_out(library, paths, diagnostics)) if one.fix is not None]
        if fixes
        else []
    )
    if fixed:
        for path in fix_files(root, fixed):
            click.echo(f"Repaired {path}", err=True)
        return _run(root, paths, only, form, before, fixes - 1)
    _print(form, diagnostics, library.documents, len(library.documents if paths is None else paths), root)
    return diagnostics


def _print(form: str, diagnostics: list[Diagnostic], documents: Mapping[str, Document], files: int, root: Path) -> None:
    rules_at = rules_address(root, documents) if diagnostics else ""
    # JSON is UTF-8 on every computer, and a terminal may lack a character.
    encoding = "utf-8" if form == "json" else None
    sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")  # type: ignore[union-attr]
    if form != "github" or diagnostics:
        click.echo(report(form, diagnostics, documents, files, rules_at))


if __name__ == "__main__":
    try:
        main()
    finally:
        gc.freeze()
