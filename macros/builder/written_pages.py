"""The macros of written pages: each returns the HTML of one view."""

from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from macros.builder.build import site_of
from macros.kinds import KINDS
from macros.library.library import CONTENT
from macros.lint.catalogue import ExampleMissing, RuleEntry, rule_catalogue
from macros.lint.diagnostics import RuleTopic
from macros.outputs.digest import FOLDER as DIGEST_FOLDER
from macros.pages.a_to_z import letters
from macros.pages.actions import actions_page
from macros.pages.champions import champions_directory
from macros.pages.diamond9 import exercise
from macros.pages.diamond9_years import comparison
from macros.pages.digest import digest
from macros.pages.digest_scope import since_last_meeting
from macros.pages.downloads import downloads, files_of
from macros.pages.edit_links import EditLinks
from macros.pages.field_guide import kind_guide
from macros.pages.home import any_held, counts, news, next_meeting, themes_by_use
from macros.pages.lists import list_page
from macros.pages.people_named import people_named
from macros.pages.reviews import reviews_page
from macros.pages.standing_item import thread_page
from macros.pages.vocabulary import vocabulary
from macros.propose.editor import SCRIPT, kept_on_github
from macros.propose.issue_form import forms
from macros.propose.site_form import Wanted, proposal_form
from macros.search.page import search_questions


def _catalogue() -> dict[RuleTopic, list[RuleEntry]]:
    try:
        return rule_catalogue()
    except ExampleMissing as missing:
        raise Abort(f"The site was not built. {missing}") from None


def register_macros(env: Any) -> None:
    """Give written pages their macros, each of which returns the HTML of one view."""
    site = site_of(env.conf)
    public, network = site.public, site.public.network
    repository = EditLinks(env.conf.get("edit_uri") or "")
    # Made before any page is: what stops a macro is shown as a mistake in the page that calls it.
    catalogue = _catalogue() if "rule_list" in public.callers else {}

    def show(template: str, **values: Any) -> str:
        return str(site.renderer.render_part(template, env.page.url, needs=env.page.meta["needs"], **values))

    def record_list(kind: str) -> str:
        """Every record of a kind, grouped and sorted the way a reader would look for it."""
        return show("listings.html.j2", page=list_page(kind, public))

    def champions() -> str:
        """The directory of champions, with the services that have none."""
        return show("champions.html.j2", directory=champions_directory(public))

    def reviews() -> str:
        """What is to be looked at again, by who looks after it, and whose agreement is to be asked for."""
        return show("reviews.html.j2", page=reviews_page(public, repository))

    def open_actions() -> str:
        """What is still to be done, by age and by service, and what ended lately."""
        return show("actions.html.j2", page=actions_page(public, site.place.top))

    def standing_item_thread() -> str:
        """The item that every meeting has, meeting by meeting, with what came of it."""
        return show("thread.html.j2", page=thread_page(public))

    def whats_new() -> str:
        """The latest additions and updates."""
        return show("news.html.j2", news=news(public))

    def latest_digest() -> str:
        """The digest of today, with the files to send it with."""
        return show("digest.html.j2", told=digest(public, since_last_meeting(public)), folder=DIGEST_FOLDER)

    def meeting_to_come() -> str:
        """The meeting that comes next."""
        return show("next_meeting.html.j2", meeting=next_meeting(public), any_held=any_held(public))

    def welcome(lead: str) -> str:
        """The page's title with a sentence under it, and the first ways on."""
        return show("welcome.html.j2", title=env.page.meta["title"], lead=lead)

    def theme_chips() -> str:
        """Every theme with how many records have it, as the quickest way to what a reader has in mind."""
        return show("theme_chips.html.j2", themes=themes_by_use(public))

    def site_link() -> str:
        """The address of the site, as a link."""
        return str(site.renderer.render("site_link.html.j2", env.page.url, address=site.place.top))

    def site_host() -> str:
        """The name of the server that the site stands on."""
        return site.place.host

    def contact_line() -> str:
        """Whom to tell if something is wrong."""
        return show("contact_line.html.j2", contact=network.contact)

    def people() -> str:
        """How many people the site names, and until when."""
        return show("people_named.html.j2", people=people_named(public))

    def record_counts() -> str:
        """How many records of each kind there are."""
        return show("counts.html.j2", counts=counts(public))

    def data_links() -> str:
        """What can be taken away of the whole site, and the files of each kind of record."""
        kinds = [(model.NAME.labels, files_of(model)) for model in KINDS.values()]
        return show("data_links.html.j2", whole=downloads(None, public, site.place.top), kinds=kinds)

    def search_page() -> str:
        """The page that searches."""
        return show("search.html.j2", questions=search_questions(public))

    def a_to_z() -> str:
        """Everything by its first letter."""
        return show("a_to_z.html.j2", letters=letters(public))

    def propose_form(kind: str, name: str, ask: Any = None, fixed: Any = None) -> str:
        """A form to propose an initiative or a topic with: see `Wanted`. `name` is that of the form for issues."""
        env.page.meta.update(form_host=repository.origin)
        form = proposal_form(Wanted(kind, name, ask or {}, fixed or {}), public, repository)
        return show("propose.html.j2", form=form)

    def new_record_links() -> str:
        """For each kind of record, where GitHub starts a new file of it; nothing if the site has no edit address."""
        kinds = [(model.NAME.label, model.FOLDER) for model in KINDS.values()]
        return show("new_records.html.j2", kinds=kinds, folder=repository.new_files)

    def proposal_links() -> str:
        """For each form with which something can be proposed, where GitHub shows it; nothing if the site has no edit address."""
        return show("proposals.html.j2", forms=forms(public), new=repository.new_issue)

    def editor_line() -> str:
        """Where the editor in the browser is; nothing if the site has none."""
        kept = kept_on_github(env.conf["edit_uri"], env.conf["extra"].get("editor") or {})
        if kept is None or not (Path(env.conf["theme"].custom_dir) / SCRIPT).is_file():
            return ""
        return show("editor_line.html.j2", needs_token=not kept.sign_in)

    def diamond_exercise() -> str:
        """The Diamond 9, to be done on this page or on paper."""
        return show("diamond9.html.j2", exercise=exercise(public))

    def diamond_comparison() -> str:
        """How cards stood at one meeting after the other."""
        return show("diamond9_years.html.j2", comparison=comparison(public))

    def rule_list() -> str:
        """Every rule with its reason and an example."""
        return show("rules.html.j2", catalogue=catalogue)

    def field_guide() -> str:
        """The pages that have the fields of each kind of record, as the navigation calls them."""
        wanted = {public.callers.get(f"field_list {kind}") for kind in KINDS}
        pages = [page for page in env.variables["navigation"].pages if f"{CONTENT}/{page.file.src_uri}" in wanted]
        return show("field_guide.html.j2", pages=[(page.title, page.file.src_uri) for page in pages])

    def field_list(kind: str) -> str:
        """A kind of record with all its fields."""
        return show("kind_fields.html.j2", guide=kind_guide(kind, public))

    def word_list() -> str:
        """The words that the network uses in one way only."""
        return show("words.html.j2", vocabulary=vocabulary(public))

    # Whatever leads to a page that shows one of these finds it by the name of the macro.
    for macro in (
        record_list, champions, reviews, open_actions, standing_item_thread, whats_new, latest_digest, meeting_to_come, welcome,
        theme_chips, site_link, site_host,
        contact_line, people, record_counts, data_links, search_page, a_to_z, propose_form, new_record_links,
        proposal_links, editor_line, diamond_exercise, diamond_comparison, rule_list, field_guide, field_list, word_list,
    ):  # fmt: skip
        env.macro(macro)
    env.variables["network"] = network
