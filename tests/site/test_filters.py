"""Links that narrow a list down ask for what the list has, or could have, on every page of every network."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl, urljoin, urlsplit

from lxml import html

from macros.kinds import KINDS
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from tests.support.building import Site
from tests.support.project import TODAY


def test_a_link_to_a_list_asks_for_what_the_list_can_be_narrowed_down_by(any_site: Site) -> None:
    public = PublicLibrary.of(read_library(any_site.root), TODAY)
    choices = {
        f"{model.FOLDER}/": {
            question.name: {str(value) for value in question.choices}
            for question in model.questions(list(public.all_of(model).values()), public)
        }
        for model in KINDS.values()
    }
    asked = [
        (page, address, name, value)
        for page, address in _links(any_site)
        for name, value in parse_qsl(urlsplit(address).query, keep_blank_values=True)
        if urlsplit(address).path in choices
    ]
    assert [one for one in asked if one[3] not in choices[urlsplit(one[1]).path].get(one[2], ())] == []


def _links(site: Site) -> Iterator[tuple[str, str]]:
    """Each page with the addresses within the site that its links lead to, from the top of the site."""
    for path, content in site.files.items():
        if path.endswith(".html") and b"?" in content:
            for link in html.document_fromstring(content).xpath("//a/@href[contains(., '?')]"):
                if not urlsplit(link).scheme:
                    yield path, urljoin(f"/{path}", link).removeprefix("/")
