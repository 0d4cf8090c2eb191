"""The macros of written pages. Each returns the HTML of one view."""

import json
from pathlib import Path
from typing import Any

from macros.builder.build import site_of
from macros.collate.page_data import PATH as COLLATE_DATA
from macros.collate.page_data import YEARS_PATH
from macros.kinds import KINDS, Meeting, QuestionSet
from macros.library.library import CONTENT
from macros.minutes.outcome import LISTS
from macros.outputs.digest import FOLDER as DIGEST_FOLDER
from macros.pages.a_to_z import letters
from macros.pages.actions import actions_page
from macros.pages.champions import champions_directory, people_named
from macros.pages.diamond9 import exercise
from macros.pages.diamond9_years import comparison
from macros.pages.digest import digest
from macros.pages.digest_scope import since_last_meeting
from macros.pages.downloads import downloads, files_of
from macros.pages.edit_links import EditLinks
from macros.pages.evaluation import evaluation as evaluation_page
from macros.pages.field_guide import kind_guide
from macros.pages.follow import follow
from macros.pages.home import counts, news, next_meeting, quick_initiatives, themes_by_use
from macros.pages.lists import list_page
from macros.pages.parts import page_that_calls
from macros.pages.reviews import reviews_page
from macros.pages.roles import roles
from macros.pages.standing_item import thread_page
from macros.pages.stopped import stopped
from macros.pages.vocabulary import vocabulary
from macros.pages.what_to_try import what_to_try as areas_to_try
from macros.propose.editor import SCRIPT, editor_backend
from macros.propose.issue_form import forms
from macros.propose.send_minutes import SEND_MINUTES
from macros.propose.site_form import Wanted, proposal_form
from macros.schema.types import in_words
from macros.search.page import search_questions


def register_macros(env: Any) -> None:
    """Register the macros of written pages with the plugin that runs them. To import what they show takes as long as some thirty pages."""
    site = site_of(env.conf)
    public, network = site.public, site.public.network
    repository = EditLinks(env.conf.get("edit_uri") or "")

    def show(template: str, **values: Any) -> str:
        part = site.renderer.render_part(template, env.page.url, needs=env.page.meta["needs"], **values)
        return site.kept.keep(part)

    def record_list(kind: str, how_to_add: str = "") -> str:
        """Every record of a kind, grouped and sorted for readers.

        If there is none, `how_to_add` is the page that says what to do first, as a path in content/, if that is not to write a file.
        """
        return show("listings.html.j2", page=list_page(kind, public), how_to_add=how_to_add)

    def champions() -> str:
        """The directory of champions, with services that have none."""
        return show("champions.html.j2", directory=champions_directory(public))

    def reviews() -> str:
        """The reviews that are due, by owner, and the agreements to ask for."""
        return show("reviews.html.j2", page=reviews_page(public, repository))

    def open_actions() -> str:
        """The open actions by age and by service, and those that ended recently."""
        return show("actions.html.j2", page=actions_page(public, site.info.top))

    def standing_item_thread() -> str:
        """The standing item, meeting by meeting, with what came of it."""
        return show("thread.html.j2", thread=thread_page(public))

    def whats_new() -> str:
        """The latest additions and updates."""
        return show("news.html.j2", news=news(public))

    def latest_digest() -> str:
        """Today's digest, with its files."""
        return show("digest.html.j2", told=digest(public, since_last_meeting(public)), folder=DIGEST_FOLDER)

    def meeting_to_come() -> str:
        """The next meeting."""
        return show("next_meeting.html.j2", next=next_meeting(public), any_held=public.last_held is not None)

    def try_tomorrow() -> str:
        """Initiatives that are free and quick."""
        return show("quick.html.j2", entries=quick_initiatives(public))

    def welcome(lead: str) -> str:
        """The page's title, a sentence below it, and links to start from."""
        return show("welcome.html.j2", title=env.page.meta["title"], lead=lead)

    def theme_chips() -> str:
        """Every theme with its number of records."""
        return show("theme_chips.html.j2", themes=themes_by_use(public))

    def site_link() -> str:
        """A link to the site."""
        return site.kept.keep(site.renderer.render("site_link.html.j2", env.page.url, address=site.info.top))

    def site_host() -> str:
        """The name of the site's server."""
        return site.info.host

    def contact_line() -> str:
        """The contact for reporting errors."""
        return show("contact_line.html.j2", contact=network.contact)

    def people() -> str:
        """The number of people named on the site, and until when."""
        directory = page_that_calls("champions", public)
        named, speakers = people_named(public)
        return show(
            "people_named.html.j2", people=named, speakers=speakers, words=network.champions, directory=directory
        )

    def record_counts() -> str:
        """The number of records of each kind."""
        return show("counts.html.j2", counts=counts(public))

    def data_links() -> str:
        """The downloads of the whole site and of each kind of record."""
        kinds = [(model.NAME.labels, files_of(model)) for model in KINDS.values()]
        return show("data_links.html.j2", whole=downloads(None, public, site.info.top), kinds=kinds)

    def search_page() -> str:
        """The search page."""
        return show("search.html.j2", questions=search_questions(public))

    def a_to_z() -> str:
        """An A to Z of everything."""
        return show("a_to_z.html.j2", letters=letters(public))

    def propose_form(kind: str, name: str, ask: Any = None, fixed: Any = None) -> str:
        """A proposal form with the settings of `Wanted`. `name` is the name of the issue form."""
        env.page.meta.update(form_host=repository.origin)
        try:
            form = proposal_form(Wanted(kind, name, ask or {}, fixed or {}), public, repository)
        except ValueError as error:
            # The plugin would show any other exception with its traceback.
            raise SystemExit(f"The site was not built. {CONTENT}/{env.page.file.src_uri}: {error}") from None
        return show("propose.html.j2", form=form, here=repository)

    def new_record_links() -> str:
        """Links to start a file of each kind on GitHub; nothing if the site has no edit address."""
        kinds = [(model.NAME.label, model.FOLDER) for model in KINDS.values()]
        return show("new_records.html.j2", kinds=kinds, folder=repository.new_files)

    def start_record(kind: str, title: str) -> str:
        """How to start a record of a kind, such as one called `title`, and how many there are already."""
        count = len(public.all_of(KINDS[kind]))
        return show("start_record.html.j2", kind=KINDS[kind], title=title, count=count, folder=repository.new_files)

    def proposal_links() -> str:
        """Links to the issue forms on GitHub; nothing if the site has no edit address."""
        return show("proposals.html.j2", forms=forms(public), minutes=SEND_MINUTES, new=repository.new_issue)

    def send_minutes_link() -> str:
        """A link to the form for minutes; its name if the site has no edit address. The form in Word may lead to it."""
        # What writes Word takes long to import.
        from macros.outputs.word_form import SEND_ANCHOR

        return show("send_minutes_link.html.j2", minutes=SEND_MINUTES, anchor=SEND_ANCHOR, new=repository.new_issue)

    def editor_line() -> str:
        """A link to the editor; nothing if the site has none."""
        backend = editor_backend(env.conf["edit_uri"], env.conf["extra"].get("editor") or {})
        if backend is None or not (Path(env.conf["theme"].custom_dir) / SCRIPT).is_file():
            return ""
        return show("editor_line.html.j2", needs_token=not backend.sign_in)

    def diamond_exercise() -> str:
        """The Diamond 9, to do on the page or on paper."""
        return show("diamond9.html.j2", exercise=exercise(public), served=network.served.one)

    def diamond_comparison() -> str:
        """The ranking of cards from meeting to meeting."""
        return show("diamond9_years.html.j2", comparison=comparison(public))

    def evaluation() -> str:
        """The latest survey and workforce figures, or how to get the first."""
        return show("evaluation.html.j2", page=evaluation_page(public))

    def what_to_try() -> str:
        """What can be tried for each area of the HSE Management Standards."""
        return show("what_to_try.html.j2", areas=areas_to_try(public))

    def stopped_and_why() -> str:
        """What was tried and stopped, and why, or the question to readers what they stopped."""
        return show("stopped.html.j2", stopped=stopped(public))

    def what_to_follow() -> str:
        """What readers can follow, to choose from."""
        return show("follow.html.j2", groups=follow(public), site=site.info.name)

    def for_each_role() -> str:
        """What is there for each role."""
        return show("roles.html.j2", roles=roles(public))

    def collate_page() -> str:
        """The page that counts the answers to a survey."""
        return show("collate.html.j2", data=COLLATE_DATA, has_questions=bool(public.all_of(QuestionSet)))

    def minutes_page() -> str:
        """The page that reads minutes."""
        # It knows what the form in Word looks like.
        from macros.minutes.page_data import PATH as MINUTES_DATA

        settings = {
            "contact": network.contact or "",
            "issues": repository.new_issue,
            "template": f"send-{SEND_MINUTES.name}.yml",
            "edit": repository.edit(""),
            "start": repository.new_files + Meeting.FOLDER if repository.new_files else "",
            "ownWords": sorted(network.role_words),
        }
        send = f"{repository.new_issue}?template=send-{SEND_MINUTES.name}.yml"
        return show(
            "minutes_page.html.j2",
            data=MINUTES_DATA,
            lists=LISTS,
            form=SEND_MINUTES,
            here=repository,
            send=send,
            contact=network.contact,
            served=network.served.one,
            settings=json.dumps(settings),
        )

    def collate_workforce_page() -> str:
        """The page that adds up who stays and who leaves."""
        return show("collate_workforce.html.j2", data=YEARS_PATH)

    def count_sheet() -> str:
        """The blank sheet for who stays and who leaves, and what to write in its columns."""
        # What writes Excel takes long to import, too.
        from macros.collate.blank_sheet import PLAIN, WORKBOOK, columns_in_words

        return show("count_sheet.html.j2", workbook=WORKBOOK, plain=PLAIN, columns=columns_in_words())

    def rule_list() -> str:
        """Every rule with its reason and an example."""
        return show("rules.html.j2", catalogue=site.rules)

    def field_guide() -> str:
        """Links to the pages on the fields of each kind, with their titles in the navigation."""
        wanted = {public.callers.get(f"field_list {kind}") for kind in KINDS}
        pages = [page for page in env.variables["navigation"].pages if f"{CONTENT}/{page.file.src_uri}" in wanted]
        return show("field_guide.html.j2", pages=[(page.title, page.file.src_uri) for page in pages])

    def field_list(kind: str) -> str:
        """All fields of a kind of record."""
        return show("kind_fields.html.j2", guide=kind_guide(kind, public))

    def word_list() -> str:
        """The network's vocabulary."""
        return show("words.html.j2", vocabulary=vocabulary(public))

    # Links find the page of a view by the name of its macro.
    macros = (
        record_list, champions, reviews, open_actions, standing_item_thread, whats_new, latest_digest, meeting_to_come,
        try_tomorrow, welcome, theme_chips, site_link, site_host, contact_line, people, record_counts, data_links,
        search_page, a_to_z, propose_form, start_record, new_record_links, proposal_links, send_minutes_link, editor_line,
        diamond_exercise, diamond_comparison, evaluation, what_to_try, stopped_and_why, what_to_follow, for_each_role,
        collate_page, collate_workforce_page, count_sheet, minutes_page, rule_list, field_guide, field_list, word_list,
    )  # fmt: skip
    env.register_macros({macro.__name__: macro for macro in macros})
    env.register_filters({in_words.__name__: in_words})
    env.variables["network"] = network
