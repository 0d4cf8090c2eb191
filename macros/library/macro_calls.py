"""Finds written pages by the macros they call, because networks may give pages other names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.source.document import Document

# A call without arguments. No keyword of Jinja has an underscore.
_BARE_CALL = re.compile(r"(?<!\{)\{\{ ([a-z]+_[a-z_]+)\(\) \}\}")


@dataclass(frozen=True)
class MainPages:
    """The written pages that others link to, as paths in content/; empty if the network has no such page."""

    contribute: str = ""
    first_records: str = ""
    propose: str = ""
    topic: str = ""
    adoption: str = ""
    presentation: str = ""
    minutes: str = ""
    read_minutes: str = ""
    field_guide: str = ""
    search: str = ""
    a_to_z: str = ""


def callers(documents: Iterable[Document]) -> Mapping[str, str]:
    """The path of the first written page that calls each macro.

    A call with an argument is listed both ways: "field_list theme" and "field_list". A form that fixes some answers cannot take others,
    so it is not listed as the form for its kind.
    """
    paths: dict[str, str] = {}
    for document in documents:
        if document.kind == "page":
            for macro in _called(document.body):
                paths.setdefault(macro, document.path)
    return paths


def main_pages(called: Mapping[str, str]) -> MainPages:
    """The main pages, picked from the result of `callers`."""
    macros = {
        "contribute": "proposal_links",
        "first_records": "start_record",
        "propose": "propose_form initiative",
        "topic": "propose_form topic",
        "adoption": "propose_form adoption",
        "presentation": "propose_form presentation",
        "minutes": "send_minutes_link",
        "read_minutes": "minutes_page",
        "field_guide": "field_guide",
        "search": "search_page",
        "a_to_z": "a_to_z",
    }
    return MainPages(**{name: called.get(macro, "").removeprefix("content/") for name, macro in macros.items()})


def _called(text: str) -> Iterator[str]:
    """The macros that a page calls when it is built, ignoring examples and comments."""
    calls = _BARE_CALL.findall(text)
    if "{%" not in text and "{#" not in text and text.count("{{") == len(calls):
        yield from calls
        return
    # Importing Jinja takes longer than to check a hundred records, and most pages call macros without arguments.
    from jinja2 import Environment, TemplateSyntaxError
    from jinja2.nodes import Call, Const, Name

    try:
        calls = list(Environment(autoescape=True).parse(text).find_all(Call))
    except (TemplateSyntaxError, RecursionError):
        return
    for call in calls:
        if isinstance(call.node, Name):
            yield call.node.name
            is_narrowed = any(one.key == "fixed" for one in call.kwargs)
            if call.args and isinstance(call.args[0], Const) and not is_narrowed:
                yield f"{call.node.name} {call.args[0].value}"
