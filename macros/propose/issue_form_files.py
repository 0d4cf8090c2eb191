"""Writes the issue forms in GitHub's format.

Source: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from macros.kinds import ENTRIES, PROPOSED
from macros.library.public import PublicLibrary
from macros.outputs.file import File
from macros.pages.rendering import address
from macros.propose.issue import AGREED, agreements
from macros.propose.issue_form import LABEL, FormElement, IssueForm, forms
from macros.propose.send_minutes import SEND_MINUTES, send_minutes
from macros.schema.description import described
from macros.source.settings import SETTINGS_FILE, read_settings, text_of

FOLDER = ".github/ISSUE_TEMPLATE"

_HEAD = "# Written by `make generate` from the models and network.yml. What is changed here is lost.\n"
_WHAT_HAPPENS = (
    "A reply will appear under your message within a few minutes. It tells you what to change, or where your proposal "
    "is waiting for someone from the network to read it. Nothing is published before that."
)
_MODELS: tuple[type[BaseModel], ...] = (*PROPOSED.values(), *ENTRIES.values())
_NAME_RECORDS = {name for model in _MODELS for name, one in described(model).items() if one.kind}
_NAME_RECORDS |= {model.KIND for model in ENTRIES.values() if model.WHICH}


def issue_forms(root: Path, public: PublicLibrary) -> Iterator[File]:
    """The files of all issue forms, and the configuration of GitHub's page for choosing one."""
    agreed = agreements(public.network)
    for form in forms(public):
        yield _file(f"propose-{form.name}", _form(form, agreed))
    yield _file(f"send-{SEND_MINUTES.name}", _form(send_minutes(public.network.contact), agreed))
    links = list(_links(root, public))
    yield _file("config", {"blank_issues_enabled": True, **({"contact_links": links} if links else {})})


def same_but_for_records(first: bytes, second: bytes) -> bool:
    """Whether two forms differ at most in the records they list.

    Someone who adds a record in a browser cannot update the forms; the next `make generate` does.
    """
    try:
        return bool(_without_records(first) == _without_records(second))
    except yaml.YAMLError:
        return False


def _without_records(content: bytes) -> Any:
    form = yaml.safe_load(content)
    for element in form.get("body", ()):
        if element.get("id") in _NAME_RECORDS:
            element["type"] = element["attributes"] = None
    return form


def _file(name: str, values: dict[str, Any]) -> File:
    text = yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=120)
    return File(f"{FOLDER}/{name}.yml", f"{_HEAD}{text}".encode())


def _links(root: Path, public: PublicLibrary) -> Iterator[dict[str, str]]:
    """Links to the help pages, if the site has an address."""
    top = text_of(read_settings(root / SETTINGS_FILE), "site_url").rstrip("/")
    pages = public.main_pages
    for path, name, about in (
        (pages.contribute, "How to contribute", "Every way to add something or to correct it."),
        (pages.field_guide, "What belongs in each field", "Every field, with an example."),
    ):
        if top and path:
            yield {"name": name, "url": f"{top}/{address(path)}", "about": about}


def _form(form: IssueForm, agreed: Sequence[str]) -> dict[str, Any]:
    to_tick = [{"label": agreement, "required": True} for agreement in agreed]
    return {
        "name": form.heading,
        "description": form.about,
        **({"title": form.title} if form.title else {}),
        "labels": [LABEL],
        "body": [
            {"type": "markdown", "attributes": {"value": f"{form.title_hint}\n\n{_WHAT_HAPPENS}"}},
            *map(_element, form.entries),
            {"type": "checkboxes", "attributes": {"label": AGREED, "options": to_tick}},
        ],
    }


def _element(entry: FormElement) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": entry.label, "description": entry.hint}
    if entry.options:
        labels = [option.label for option in entry.options]
        is_list = entry.field is not None and entry.field.is_list
        attributes |= {"multiple": is_list, "options": [*labels, entry.other] if entry.other else labels}
    elif entry.start:
        attributes["value"] = entry.start
    elif entry.example:
        attributes["placeholder"] = entry.example
    return {
        "type": "dropdown" if entry.options else "textarea" if entry.is_long else "input",
        "id": entry.name,
        "attributes": attributes,
        "validations": {"required": entry.is_needed},
    }
