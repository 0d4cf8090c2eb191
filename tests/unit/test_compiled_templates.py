"""Templates are compiled again whenever that could make a difference."""

import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from macros.builder.compiled_templates import CompiledTemplates


@pytest.fixture(autouse=True)
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that Python would keep compiled modules in."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    Path(CompiledTemplates("pages", "").directory).mkdir(parents=True)
    return tmp_path


def shown(template: str, code: str, made: str = "once") -> str:
    """What a template shows, in which our `code` has a filter that makes `made` of everything."""
    environment = Environment(
        loader=DictLoader({"one.html": template}), bytecode_cache=CompiledTemplates("pages", code), autoescape=True
    )
    environment.filters["made"] = lambda text: made
    return environment.get_template("one.html").render()


def test_another_template_of_the_same_name_is_compiled() -> None:
    assert (shown("a", "code"), shown("b", "code"), shown("a", "code")) == ("a", "b", "a")


def test_other_code_compiles_what_is_constant_again() -> None:
    """Jinja calls a filter when it compiles a template if what it is given is in there."""
    assert shown('{{ "x" | made }}', "code", "once") == "once"
    assert shown('{{ "x" | made }}', "code", "twice") == "once"
    assert shown('{{ "x" | made }}', "other code", "twice") == "twice"


def test_nothing_is_kept_where_python_keeps_nothing(compiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    shown("a", "code")
    assert [path for path in compiled.rglob("*") if path.is_file()] == []
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    shown("a", "code")
    assert [path.suffix for path in compiled.rglob("*") if path.is_file()] == [".template"]
