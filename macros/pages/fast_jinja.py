"""Jinja with less to decide at each step. A page prints three hundred values, and Jinja makes an object of each that it escapes."""

from collections.abc import Callable, MutableMapping
from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context
from markupsafe import Markup, escape

# What `escape` itself calls. The rest of it makes an object of its own of each text, which takes six times as long.
from markupsafe import _escape_inner as _escaped  # type: ignore[attr-defined]


def printed(value: Any) -> str:
    """The HTML of a value, as `escape` makes it."""
    kind = type(value)
    if kind is str:
        html: str = _escaped(value)
        return html
    return value if kind is Markup else escape(value)


class _Code(CodeGenerator):
    def _output_child_pre(self, *_: Any) -> None:
        self.write("environment.printed(")


class _Context(Context):
    def call(
        self,
        called: Callable[..., Any],
        /,
        *args: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: Any,
    ) -> Any:
        """Call a macro or a function, none of which asks for the context of the template."""
        return called(*args, **named)


class FastEnvironment(Environment):
    """Templates that escape everything they print. No function that they call takes their context."""

    code_generator_class = _Code
    context_class = _Context
    printed = staticmethod(printed)

    def __init__(self, **options: Any) -> None:
        """Take the options of any environment that fit."""
        super().__init__(**options, autoescape=True, auto_reload=False, cache_size=-1)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template: one mapping for all. Jinja would make a chain of mappings, which it goes through for each include."""
        return self.globals if d is None else super().make_globals(d)
