"""Templates as they were compiled, kept beside Python's own compiled modules. To compile them all takes as long as some hundred pages."""

import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(FileSystemBytecodeCache):
    """The compiled templates of one environment, by name.

    Jinja works out whatever is constant in them, so they may depend on any of our code.
    """

    def __init__(self, environment: str, code: str) -> None:
        """`environment` is a name for it, and `code` a hash of all code."""
        super().__init__(os.path.dirname(cache_from_source(__file__)), f"{environment}-%s.template")
        self._code = code

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The same wherever the template is: another network's is another only if it says something else."""
        return super().get_cache_key(name)

    def get_source_checksum(self, source: str) -> str:
        """The hash of the template and of all code."""
        return super().get_source_checksum(self._code + source)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, if Python keeps modules."""
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                super().dump_bytecode(bucket)
