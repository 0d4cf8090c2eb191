"""One test for many cases: a thousand tests cost more in being found, named and reported than in what they look at."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any

_LONGEST_NOTE = 300


def for_each(names: str | Sequence[str], cases: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let one test look at all `cases`, given as to `pytest.mark.parametrize`. It tells of every case that fails.

    Only for tests that leave nothing behind: what pytest hands to the test is the same for all cases.
    """
    named = [name.strip() for name in names.split(",")] if isinstance(names, str) else [*names]
    given = [dict(zip(named, case if len(named) > 1 else (case,), strict=True)) for case in cases]
    assert given, "a test without cases looks at nothing"

    def joined(test: Callable[..., None]) -> Callable[..., None]:
        @wraps(test)
        def of_all(**handed: Any) -> None:
            failed = []
            for case in given:
                try:
                    test(**case, **handed)
                except Exception as wrong:
                    wrong.add_note(f"with {case}"[:_LONGEST_NOTE])
                    failed.append(wrong)
            if failed:
                raise ExceptionGroup(f"{len(failed)} of {len(given)} cases", failed)

        signature = inspect.signature(test)
        left = [one for name, one in signature.parameters.items() if name not in named]
        of_all.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        return of_all

    return joined
