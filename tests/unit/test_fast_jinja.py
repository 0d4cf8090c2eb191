"""Templates print what Jinja itself would."""

from typing import Any

from jinja2 import DictLoader, Environment
from markupsafe import Markup

from macros.pages.fast_jinja import FastEnvironment
from tests.support.cases import for_each

_TEMPLATES = {
    "page": """{% import "parts" as parts %}{% macro own(a, b="'") %}<b>{{ a }}{{ b }}</b>{% endmacro %}
{% macro boxed(a, b=2) %}<i>{{ a }}{{ b }}{{ caller() }}</i>{% endmacro %}
{{ value }}{{ own(value) }}{{ own(value, b=value) }}{% for one in [value] %}{{ parts.twice(one) }}{{ plain(one) }}{% endfor %}
{{ own(b=value, a="") }}{{ own("", value) }}{% call boxed(value) %}{{ own(value) }}{{ value }}{% endcall %}
{% set kept = own(value) %}{{ kept ~ value }}{{ value | e }}{{ "<" }}{% include "part" %}""",
    "parts": "{% macro twice(a) %}{{ a }}<hr>{{ a }}{% endmacro %}",
    "part": "{% block inside %}{{ plain(value) }}{% endblock %}",
}


class _Word(str):
    __slots__ = ()


class _Html:
    def __html__(self) -> str:
        return "<u>"


@for_each("value", ["plain", "<a href='x'>\"&\"</a>", Markup("<a>&amp;</a>"), _Word("<"), _Html(), 7, None, 1.5, ["<"]])
def test_what_is_printed_is_what_jinja_prints(value: Any) -> None:
    """Texts are escaped once, HTML never, and whatever else is printed as it says."""
    shown = [
        environment.get_template("page").render(value=value, plain=lambda one: one)
        for environment in (
            Environment(loader=DictLoader(_TEMPLATES), autoescape=True),
            FastEnvironment(loader=DictLoader(_TEMPLATES)),
        )
    ]
    assert shown[0] == shown[1]
