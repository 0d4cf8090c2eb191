"""The templates, which are compiled once for all tests of a process."""

from __future__ import annotations

from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from macros.pages.rendering import Renderer


class _Compiled(BytecodeCache):
    """Keeps the templates as they were compiled, in memory."""

    def __init__(self) -> None:
        """Start with none."""
        self._of_key: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._of_key:
            bucket.bytecode_from_string(self._of_key[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._of_key[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def renderer(**settings: Any) -> Renderer:
    """A renderer with nothing in it yet but the compiled templates."""
    return Renderer(compiled=_COMPILED, **settings)
