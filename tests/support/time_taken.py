"""How long something may take."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail if a block or a function takes longer, in seconds of the processor: the computer may be busy with other tests."""
    started = time.process_time()
    yield
    taken = time.process_time() - started
    assert taken < seconds, f"It took {taken:.1f} seconds of the processor."
