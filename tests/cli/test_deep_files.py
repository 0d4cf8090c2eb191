"""A file that would overflow the stack of the C parser does not end the program: so this is one, and none of the tests."""

from __future__ import annotations

from tests.support.programs import run_afresh

AS_A_PROGRAM = """
import sys
from tests.unit.test_document import DEEP, check_anything, findings, parsed, record_with
for name in sys.argv[1:]:
    document = record_with(DEEP[name])
    document.span(("a", 0)), document.has_key(("a",))
    print(name, sorted({finding.rule for finding in findings(document)}), sep=": ", flush=True)
"""


def test_what_is_nested_too_deeply_does_not_end_the_program() -> None:
    names = ["brackets", "brackets over the limit of size", "lists", "lists in a field", "question marks"]
    done = run_afresh("-c", f"import sys; sys.path.insert(0, '.')\n{AS_A_PROGRAM}", *names)
    assert done.returncode == 0, done.stdout + done.stderr
    said = dict(line.split(": ", 1) for line in done.stdout.splitlines())
    assert [*said] == names
    assert [name for name in names if "front-matter-too-" not in said[name]] == []
