"""Jinja with less to decide at each step. A page prints two hundred values and calls forty macros."""

from collections.abc import Callable, MutableMapping
from operator import call
from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.nodes import Call
from jinja2.runtime import Macro
from jinja2.utils import missing
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

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.")
        super().macro_def(macro_ref, frame)

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        self.write("environment.called(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


class _Macro(Macro):
    def __call__(self, *given: Any, **named: Any) -> Markup:
        """The HTML that it makes. Jinja looks for more in the arguments, of which only the one for `{% call %}` is of use here."""
        if self.caller:
            return Markup(super().__call__(*given, **named))
        if len(given) < self._argument_count:
            given += tuple([named.pop(name, missing) for name in self.arguments[len(given) :]])
        # `Markup` itself would first ask each text whether it is one.
        return str.__new__(Markup, self._func(*given, **named))


class FastEnvironment(Environment):
    """Templates that escape everything they print. No macro or function that they call takes their context."""

    code_generator_class = _Code
    called: Callable[..., Any] = call
    Macro = _Macro
    printed = staticmethod(printed)

    def __init__(self, **options: Any) -> None:
        """Take the options of any environment that fit."""
        super().__init__(**options, autoescape=True, auto_reload=False, cache_size=-1)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template: one mapping for all. Jinja would make a chain of mappings, which it goes through for each include."""
        return self.globals if d is None else super().make_globals(d)
