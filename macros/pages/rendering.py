"""Renders templates as HTML and escapes everything that people wrote."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from macros.kinds import KINDS
from macros.kinds.evidence import STRONGEST
from macros.library.macro_calls import MainPages
from macros.pages.charts.shapes import coordinate
from macros.pages.diamond9_drawing import tenths
from macros.pages.fast_jinja import FastEnvironment
from macros.pages.page_needs import PageNeeds
from macros.pages.parts import ListEntry, anchor, badge
from macros.schema.durations import counted, minutes_in_words
from macros.schema.types import in_words

# The language of the templates.
OURS = "en"
TEMPLATES = Path(__file__).resolve().with_name("templates")


class Renderer:
    """The templates in `macros/pages/templates`, which escape every value.

    Their text is English. If the network uses another `language`, `ours` marks an element as English and `own` one with
    text that people wrote. If it uses English, both are empty.
    """

    def __init__(
        self,
        language: str = OURS,
        main_pages: MainPages | None = None,
        *,
        made_up: bool = False,
        compiled: BytecodeCache | None = None,
    ) -> None:
        """Set up the templates for a network that uses `language`. Some of them link to `main_pages`.

        `made_up` has every figure say that it is not real. `compiled` keeps the templates as they were compiled.
        """
        self._is_foreign = language.partition("-")[0] != OURS
        self._entries: dict[tuple[str, str, str, str], Markup] = {}
        self._environment = FastEnvironment(
            loader=FileSystemLoader(TEMPLATES),
            bytecode_cache=compiled,
            undefined=StrictUndefined,
            extensions=["jinja2.ext.do"],
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.ours = Markup(f' lang="{OURS}"') if self._is_foreign else Markup()
        self._environment.filters.update(
            in_words=in_words,
            anchor=anchor,
            counted=counted,
            minutes_in_words=minutes_in_words,
            badge=badge,
            tenths=tenths,
            coordinate=coordinate,
        )
        self._environment.globals.update(
            strongest=STRONGEST,
            kinds=KINDS,
            ours=self.ours,
            own=Markup(f' lang="{language}"') if self._is_foreign else "",
            main_pages=main_pages or MainPages(),
            made_up=made_up,
        )

    def render(self, template: str, page_url: str, *, needs: PageNeeds | None = None, **values: Any) -> Markup:
        """The HTML of a template on the page at `page_url`, which is relative to the top of the site.

        Files that the template declares are added to `needs`.
        """
        declare = (PageNeeds() if needs is None else needs).declare
        base = "../" * page_url.count("/")

        def to(path: str) -> str:
            return base + address(path)

        def entry(one: ListEntry) -> Markup:
            # An entry is the same on all pages at one depth, and some records are in many lists.
            key = (base, one.record.path, one.answers, one.order)
            html = self._entries.get(key)
            if html is None:
                html = self._entries[key] = self._print("entry.html.j2", to=to, entry=one)
            return html

        return self._print(template, to=to, to_top=base, entry=entry, needs=declare, **values)

    def forget(self) -> None:
        """Let go of the entries of lists made so far. Pages at another depth have others."""
        self._entries.clear()

    def render_part(self, template: str, page_url: str, **values: Any) -> Markup:
        """The same, for use inside text in the network's language."""
        part = self.render(template, page_url, **values)
        if self._is_foreign:
            # The class gives it the layout of the text around it.
            return Markup('<div class="kb-text" lang="{}">\n{}\n</div>').format(OURS, part)
        return part

    def _print(self, template: str, **values: Any) -> Markup:
        return Markup(self._environment.get_template(template).render(values))


@cache
def address(path: str) -> str:
    """The address of a page below the top of the site, from the path of its file below content/.

    "services/east-riding.md" becomes "services/east-riding/", and an index.md becomes its folder.
    """
    folder, _, name = path.rpartition("/")
    if name == "index.md":
        return f"{folder}/" if folder else "./"
    return path.removesuffix(".md") + "/"
