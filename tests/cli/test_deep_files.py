"""A file that would overflow the stack of a parser does not end the program: so this is one, and none of the tests."""

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


# With the smallest stack of any system that we know: macOS gives a thread half a megabyte.
IN_A_THREAD = """
import threading
from macros.source.gfm import TooComplex, parse
from macros.source.limits import is_too_complex
from tests.unit.test_gfm import DEEP

def deepest(make):
    low, high = 1, 2_000
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_too_complex(make(middle)) else (middle, high)
    return make(low)

def read():
    all_at_once = DEEP["indented lists"](49) + "\\n" + "  " * 49 + "- " * 11 + DEEP["pictures"](980)
    for text in (*map(deepest, DEEP.values()), all_at_once):
        assert not is_too_complex(text)
        try:
            parse(text)
        except TooComplex:
            pass
    print("alive")

threading.stack_size(512 * 1024)
thread = threading.Thread(target=read)
thread.start()
thread.join()
"""


def test_the_deepest_text_that_reaches_the_engine_does_not_end_the_program() -> None:
    done = run_afresh("-c", f"import sys; sys.path.insert(0, '.')\n{IN_A_THREAD}")
    assert done.stdout == "alive\n", done.stderr
