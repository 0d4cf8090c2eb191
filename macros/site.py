"""The only module that knows the site builder: registers macros, dresses record pages, finishes the built site."""

from __future__ import annotations

import gc
import html
import logging
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.exceptions import Abort

from macros.records.library import CONTENT, INDEX, NetworkUnreadable, read_library
from macros.records.models import FOLDERS, KINDS, Record
from macros.records.today import today
from macros.rulebook.book import check_library, network_findings, rules
from macros.rulebook.finding import Finding, Level
from macros.rulebook.report import plain_report
from macros.views.actions import open_action_groups
from macros.views.champions import champions_directory
from macros.views.edition import Edition
from macros.views.guide import field_guide
from macros.views.home import any_held, counts, news, next_meeting
from macros.views.lists import LISTS
from macros.views.page import RecordPage, record_page
from macros.views.parts import KIND_LABELS
from macros.views.related import Shelves, shelves
from macros.views.rendering import Renderer, address

log = logging.getLogger("mkdocs.plugins.records")


class Site:
    """One build: the edition that is shown, and the templates it is shown with."""

    def __init__(self, edition: Edition, bodies: dict[str, str]) -> None:
        """Show `edition`; `bodies` has the texts of its records and of the written pages by their paths."""
        self.edition = edition
        self.renderer = Renderer()
        self._bodies = bodies
        self._by_path = {record.path: record for record in edition.library.all()}
        self._frames: dict[str, dict[str, str]] = {folder: {} for folder in FOLDERS}

    @cached_property
    def shelves(self) -> Shelves:
        """What related records are found by."""
        return shelves(self.edition)

    def record_at(self, path: str) -> Record | None:
        """The record whose file is at `path`, below content/; None for other pages."""
        return self._by_path.get(path)

    def is_left_out(self, path: str) -> bool:
        """Whether the file at `path` is a record that is not shown."""
        folder, _, name = path.rpartition("/")
        return folder in FOLDERS and name != INDEX and path not in self._by_path

    def body_at(self, path: str) -> str | None:
        """The text of the record or the written page at `path`, as it was read and checked."""
        return self._bodies.get(path)

    def dress(self, record: Record, url: str) -> Dress:
        """What the page of a record at `url` shows around its text."""
        return Dress(self, record, url, self._frames[record.FOLDER])


@dataclass
class Dress:
    """What a record's page shows around its text. It is made when the theme asks for it, and kept by nobody.

    `frame` is for the theme: whatever is the same on every record page of a section is rendered once and kept there.
    """

    site: Site
    record: Record
    url: str
    frame: dict[str, str]

    @property
    def view(self) -> RecordPage:
        """What the page shows, before it is HTML."""
        return record_page(self.record, self.site.edition, self.site.shelves)

    def above(self, view: RecordPage) -> Markup:
        """The HTML above the text."""
        return self.site.renderer.render("above.html.j2", self.url, page=view)

    def below(self, view: RecordPage) -> Markup:
        """The HTML under the text."""
        return self.site.renderer.render("below.html.j2", self.url, page=view)


# The site of the build that is under way. `mkdocs serve` makes a new configuration for every build, and with it a new
# site; Zensical asks for the same one for every page.
_current: tuple[Any, Site] | None = None


def site_of(config: Any) -> Site:
    """The site that is built with this configuration: read and checked when it is first asked for.

    Raises MkDocs' `Abort` with the findings if anything in content/ is wrong.
    """
    global _current
    if _current is None or _current[0] is not config:
        _forget_last_site()
        _current = (config, _open_site(config))
    return _current[1]


def _forget_last_site() -> None:
    """Let the memory of the build before go, which `mkdocs serve` would otherwise add up."""
    global _current
    if _current is not None:
        _current = None
        gc.unfreeze()
        gc.collect()


def _open_site(config: Any) -> Site:
    # Zensical gives the folder relative to the project, where it runs.
    root = Path(config["docs_dir"]).resolve().parent
    try:
        library = read_library(root)
    except NetworkUnreadable as unreadable:
        raise _stopped(network_findings(unreadable), {unreadable.document.path: unreadable.document}) from None
    day = today(library.network.time_zone)
    findings = check_library(library, day)
    if any(finding.level is Level.ERROR for finding in findings):
        raise _stopped(findings, library.documents)
    if findings:
        log.info("Warnings on records: %d. make check lists them.", len(findings))
    samples = config["extra"].get("samples", True)
    if not isinstance(samples, bool):
        raise Abort(f'In mkdocs.yml, "samples" must be true or false, without quotation marks, and is {samples!r}.')
    # What has been read stays until the end: looking through it for garbage would take longer the more there is.
    gc.freeze()
    shown = library.published(day, samples=samples)
    paths = [*(f"{CONTENT}/{record.path}" for record in shown.all()), *shown.pages]
    return Site(Edition(shown, day), {path.removeprefix(f"{CONTENT}/"): library.documents[path].body for path in paths})


def _stopped(findings: list[Finding], documents: Any) -> Abort:
    report = plain_report(findings, documents, len(documents))
    # A terminal that cannot show a character of the content must still show the rest of the message.
    encoding = sys.stderr.encoding or "utf-8"
    report = report.encode(encoding, "backslashreplace").decode(encoding)
    return Abort(f"\n{report}\nThe site was not built: mend the errors above first.")


def register_macros(env: Any) -> None:
    """Give written pages their macros, each of which returns the HTML of one view."""
    site = site_of(env.conf)
    edition, network = site.edition, site.edition.library.network

    def show(template: str, **values: Any) -> str:
        return str(site.renderer.render(template, env.page.url, **values))

    def record_list(kind: str) -> str:
        """Every record of a kind, grouped and sorted the way a reader would look for it."""
        listed = LISTS[kind]
        listings = listed.listings(edition)
        entries = [entry for listing in listings for entry in listing.entries]
        samples = sum(entry.is_sample for entry in entries)
        total = len(entries) - samples
        return show(
            "listings.html.j2", listings=listings, total=total, samples=samples, noun=listed.noun, nouns=listed.nouns
        )

    def champions() -> str:
        """The directory of champions, with the services that have none."""
        return show("champions.html.j2", directory=champions_directory(edition))

    def open_actions() -> str:
        """What is still to be done, by service."""
        return show("actions.html.j2", groups=open_action_groups(edition))

    def whats_new() -> str:
        """The latest additions and updates."""
        return show("news.html.j2", news=news(edition))

    def meeting_to_come() -> str:
        """The meeting that comes next."""
        return show("next_meeting.html.j2", meeting=next_meeting(edition), any_held=any_held(edition))

    def record_counts() -> str:
        """How many records of each kind there are."""
        return show("counts.html.j2", counts=counts(edition))

    def new_record_links() -> str:
        """For each kind of record, where GitHub starts a new file of it; nothing if the site has no edit address."""
        edit = env.conf.get("edit_uri") or ""
        folder = edit.replace("/edit/", "/new/", 1) if "/edit/" in edit else ""
        kinds = [(KIND_LABELS[kind][0], model.FOLDER) for kind, model in KINDS.items()]
        return show("new_records.html.j2", kinds=kinds, folder=folder)

    def rule_list() -> str:
        """Every rule with its requirement."""
        return show("rules.html.j2", rules=sorted(rules().values(), key=lambda rule: rule.id))

    def field_list() -> str:
        """Every kind of record with its fields."""
        return show("fields.html.j2", guides=field_guide(network))

    for macro in (
        record_list, champions, open_actions, whats_new, meeting_to_come, record_counts, new_record_links, rule_list, field_list,
    ):  # fmt: skip
        env.macro(macro)
    env.variables["network"] = network


def dress_record_page(env: Any) -> None:
    """Give the theme what stands around a record's text, and nothing that came from its front matter unchecked."""
    site, page = site_of(env.conf), env.page
    record = site.record_at(page.file.src_uri)
    if record is None:
        written = site.edition.library.pages.get(f"{CONTENT}/{page.file.src_uri}")
        if written is not None:
            page.meta.update(
                title=written.title,
                description=html.escape(written.description or env.conf["site_description"] or ""),
                render_macros=written.render_macros,
                hide=written.hide,
            )
        return
    page.meta = {
        # The theme prints these two as they are, the title as text and the summary as an attribute. The search index has
        # the title too, where a quotation mark that is escaped would become part of the word beside it.
        "title": html.escape(record.title, quote=False),
        "description": html.escape(record.summary),
        "hide": ["navigation"],
        "record": site.dress(record, page.url),
    }
    # Records are not in the navigation, which would make every page as long as the list of all; the page of their
    # section is their parent all the same, so that it is marked as current and stands in the breadcrumb.
    page.parent = _section_of(env, record)


def _section_of(env: Any, record: Record) -> Any:
    """The part of the navigation that a record belongs to: the list of its kind, or the section which that list opens."""
    sections = env.variables.setdefault("sections_of_records", {})
    if record.FOLDER not in sections:
        index = f"{record.FOLDER}/{INDEX}"
        page = next((page for page in env.variables["navigation"].pages if page.file.src_uri == index), None)
        sections[record.FOLDER] = page.parent or page if page is not None else None
    return sections[record.FOLDER]


def finish_site(env: Any) -> None:
    """Write the redirects from former names, and check that every record has its page.

    Raises MkDocs' `Abort` if a record that was accepted has not been published.
    """
    site, folder = site_of(env.conf), Path(env.conf["site_dir"])
    library = site.edition.library
    for path in [
        *(record.path for record in library.all()),
        *(page.removeprefix(f"{CONTENT}/") for page in library.pages),
    ]:
        if not (folder / address(path) / "index.html").is_file():
            raise Abort(f"{CONTENT}/{path} was accepted, but has no page in the built site.")
    for record in library.all():
        for alias in record.aliases:
            page = folder / record.FOLDER / alias / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            url = f"{record.FOLDER}/{alias}/"
            page.write_text(site.renderer.render("redirect.html.j2", url, record=record), encoding="utf-8")
