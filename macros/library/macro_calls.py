"""Which written page shows something: the one that calls the macro for it, whatever a network has called the page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.source.document import Document


@dataclass(frozen=True)
class MainPages:
    """The written pages that others lead to, by their paths below content/; empty for what a network does not have."""

    contribute: str = ""
    field_guide: str = ""
    search: str = ""
    a_to_z: str = ""


def callers(documents: Iterable[Document]) -> Mapping[str, str]:
    """For every macro that a written page calls, the path of the first page that does.

    "field_list theme" is there beside "field_list", for what is called with one thing or another.
    """
    found: dict[str, str] = {}
    for document in documents:
        if document.kind == "page":
            for macro in _called(document.body):
                found.setdefault(macro, document.path)
    return found


def main_pages(called: Mapping[str, str]) -> MainPages:
    """The main pages among those that call macros, as `callers` has found them."""
    macros = {"contribute": "proposal_links", "field_guide": "field_guide", "search": "search_page", "a_to_z": "a_to_z"}
    return MainPages(**{name: called.get(macro, "").removeprefix("content/") for name, macro in macros.items()})


def _called(text: str) -> Iterator[str]:
    """The macros that a page calls when it is built. What it only shows, or has in a comment, is no call."""
    # Loading this takes longer than all pages take, and a check of records that finds nothing never asks.
    from jinja2 import Environment, TemplateSyntaxError
    from jinja2.nodes import Call, Const, Name

    try:
        page = Environment(autoescape=True).parse(text)
    except TemplateSyntaxError:
        return
    for call in page.find_all(Call):
        if isinstance(call.node, Name):
            yield call.node.name
            if call.args and isinstance(call.args[0], Const):
                yield f"{call.node.name} {call.args[0].value}"
