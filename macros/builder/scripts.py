"""Scripts as browsers fetch them: without comments, and as one file where a reader would wait for many."""

import re
from collections.abc import Mapping

# Each holds all scripts that it imports and that are named like it: to ask for many takes longer than to download them.
_JOINED = ("search_dialog", "search_page")
# A comment alone on its lines, with the line end, or a type before an expression.
_COMMENT = re.compile(r"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/|//[^\n]*)\n|/\*\* @type [^\n]*?\*/ ", re.MULTILINE | re.DOTALL)
_IMPORT = re.compile(r'^import (?:\* as )?(\w+|\{[^}]*\}) from "(?:\./)?([^"]*?)(?:\.js)?";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function|class) (\w+|\{[^}]*\}))", re.MULTILINE)


def published(scripts: Mapping[str, str]) -> dict[str, str]:
    """The scripts as they are published. Both by name, such as "menu"."""
    bare = {name: without_comments(script) for name, script in scripts.items()}
    return bare | {name: joined(name, bare) for name in _JOINED}


def without_comments(script: str) -> str:
    """The script without comments, which would be a tenth of its size."""
    return _COMMENT.sub("", script)


def joined(name: str, scripts: Mapping[str, str]) -> str:
    """The script of a name with those it imports. What is alike up to the first "_" belongs together."""
    family = name.partition("_")[0] + "_"
    others: dict[str, None] = {}
    scopes: dict[str, str] = {}

    def add(one: str) -> None:
        for found in _IMPORT.finditer(scripts[one]):
            if not found[2].startswith(family):
                others[found[0]] = None
            elif found[2] not in scopes:
                add(found[2])
        scopes[one] = _scope(one, scripts[one], family)

    add(name)
    return "".join([*others, *scopes.values()])


def _scope(name: str, script: str, family: str) -> str:
    """A script as a constant with all that it exports. Its other names stay its own."""
    imported = _IMPORT.sub(lambda one: f"const {one[1]} = {one[2]};\n" if one[2].startswith(family) else "", script)
    exports = ", ".join(found[1].strip("{ }") for found in _EXPORT.finditer(script))
    return f"const {name} = (() => {{\n{_EXPORT.sub('', imported)}return {{ {exports} }};\n}})();\n"
