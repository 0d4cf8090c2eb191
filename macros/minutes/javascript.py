"""Constants of Python as JavaScript. A pattern means the same there: it knows the letters, digits and spaces of every script."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, is_dataclass
from types import ModuleType
from typing import Any

_WORD = r"\p{L}\p{N}_"
_DIGIT = r"\p{Nd}"
# What `str.isspace` says is a space.
_SPACE = r"\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_INSIDE = {"w": _WORD, "d": _DIGIT, "s": _SPACE}
_OUTSIDE = {
    **{name: f"[{signs}]" for name, signs in _INSIDE.items()},
    **{name.upper(): f"[^{signs}]" for name, signs in _INSIDE.items()},
    "b": f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))",
    "Z": "$",
}
# What may stand after a backslash in both languages.
_SAME = {*"^$\\.*+?()[]{}|/0123456789", "f", "n", "r", "t", "u", "v", "x"}
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?P<|.", re.DOTALL)
_IN_CLASS = re.compile(r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\.|.", re.DOTALL)
_FLAGS = {re.IGNORECASE: "i", re.DOTALL: "s"}


def module(constants: Mapping[str, Any]) -> str:
    """A module that exports constants under their names. Those of a type that it does not know are left out."""
    return "\n".join(f"export const {name} = {made};" for name, value in constants.items() if (made := _code(value)))


def constants(of: ModuleType) -> dict[str, Any]:
    """The constants of a module, private ones too, by their names without an underscore before them."""
    return {name.lstrip("_"): value for name, value in vars(of).items() if name.strip("_").isupper()}


def _code(value: Any) -> str:
    """A value as JavaScript; empty for one of another type."""
    if isinstance(value, re.Pattern):
        return pattern(value)
    if isinstance(value, str | int):
        return json.dumps(value)
    if isinstance(value, bytes):
        return json.dumps(value.decode("latin-1"))
    if is_dataclass(value) and not isinstance(value, type):
        return _code(asdict(value))
    if isinstance(value, Mapping):
        # In what `str.maketrans` makes, characters are numbers.
        named = {chr(name) if isinstance(name, int) else name: one for name, one in value.items()}
        made = {json.dumps(name): _code(one) for name, one in named.items() if isinstance(name, str)}
        return "{" + ", ".join(f"{name}: {one}" for name, one in made.items()) + "}" if all(made.values()) else ""
    if isinstance(value, list | tuple | set | frozenset):
        entries = [_code(one) for one in (sorted(value) if isinstance(value, set | frozenset) else value)]
        return f"[{', '.join(entries)}]" if all(entries) else ""
    return ""


def pattern(value: re.Pattern[str]) -> str:
    """A pattern as a literal. One with a condition or with flags of its parts has no equal there."""
    flags = "".join(sign for flag, sign in _FLAGS.items() if value.flags & flag)
    return f"/{''.join(_tokens(value))}/u{flags}"


def _tokens(value: re.Pattern[str]) -> Iterator[str]:
    for token in _TOKEN.findall(value.pattern):
        match token:
            case "(?P<":
                yield "(?<"
            case ".":
                yield token if value.flags & re.DOTALL else r"[^\n]"
            case "^" if value.flags & re.MULTILINE:
                # A line ends with "\n" only.
                yield r"(?<![^\n])"
            case "$":
                # Python's stands before a line end at the end of the text, too.
                yield r"(?![^\n])" if value.flags & re.MULTILINE else r"(?=\n?$)"
            case _ if token[0] == "[" and len(token) > 1:
                yield _class(token)
            case _ if token[0] == "\\":
                yield _OUTSIDE.get(token[1]) or _escaped(token)
            case _:
                yield _ascii(token)


def _class(token: str) -> str:
    is_not = token[1] == "^"
    signs = _IN_CLASS.findall(token[2:-1] if is_not else token[1:-1])
    if r"\W" not in signs:
        return f"[{'^' if is_not else ''}{_signs(signs)}]"
    # JavaScript has no class of what is neither: "[^\W_]" is a letter or a digit.
    others = [sign for sign in signs if sign != r"\W"]
    return f"(?:(?![{_signs(others)}])[{_WORD}])" if others else f"[{_WORD}]"


def _signs(signs: list[str]) -> str:
    made = ""
    for index, sign in enumerate(signs):
        is_range = sign == "-" and 0 < index < len(signs) - 1 and signs[index - 1][-1] not in "wds"
        if sign[0] == "\\":
            made += _INSIDE.get(sign[1]) or (sign if sign[1] == "-" else _escaped(sign))
        else:
            made += sign if is_range else f"\\{sign}" if sign in "-[]" else _ascii(sign)
    return made


def _escaped(token: str) -> str:
    return token if token[1] in _SAME else _ascii(token[1])


def _ascii(text: str) -> str:
    text = text.replace("/", r"\/") if len(text) == 1 else text
    return "".join(sign if sign.isascii() and sign.isprintable() else f"\\u{{{ord(sign):x}}}" for sign in text)
