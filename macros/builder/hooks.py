"""MkDocs hooks: MkDocs gets each file's text without front matter, and the HTML that our engine makes of it.

MkDocs would parse front matter by its own rules, publish it if invalid, and obey settings in it.
"""

import logging
import os
from functools import partial
from pathlib import Path
from typing import Any

# It would say at each build what we have told it.
logging.getLogger("mkdocs.plugins.mkdocs_macros").setLevel(logging.WARNING)

# The theme's folder of style sheet parts.
_STYLES = "styles"
# The folder in which our theme and Material each have the words of their languages.
_WORDS = "partials"


def on_config(config: Any) -> Any:
    """Register a style sheet for each folder of theme/styles/, to be joined from the parts it lists. Of Material, leave its words alone.

    If nothing has changed since the last build, leave nothing to build.
    """
    from macros.builder.last_build import last_build

    theme = config["theme"]
    # MkDocs would look at each of ten thousand icons.
    theme.dirs[:] = [theme.custom_dir, *(os.path.join(folder, _WORDS) for folder in theme.dirs)]
    if last_build(config).is_current:
        config["nav"], theme.static_templates = [], set()
        return config
    with os.scandir(os.path.join(theme.custom_dir, _STYLES)) as folders:
        theme.static_templates |= {f"assets/{folder.name}.css" for folder in folders if folder.is_dir()}
    return config


def on_pre_build(config: Any) -> None:
    """Set the former site aside, before MkDocs removes it."""
    from macros.builder.last_build import last_build

    last_build(config).set_aside()


def on_files(files: Any, config: Any) -> Any:
    """Remove records, their tables, files that ours override, style sheet parts, and an unusable editor; shorten scripts.

    Tables are published with the data. Records that the menu names stay until MkDocs has made the menu. Nothing stays if nothing has
    changed since the last build.
    """
    from macros.builder.last_build import last_build

    if last_build(config).is_current:
        return type(files)([])
    from macros.builder.build import site_of
    from macros.builder.frame import named_in
    from macros.builder.scripts import published
    from macros.library.tables import table_path
    from macros.propose.editor import FOLDER, editor_backend

    # Report errors in records before anything is written.
    records = site_of(config).records.keys()
    not_ours = (records - named_in(config["nav"])) | {table_path(one) for one in records}
    theme = os.path.normpath(config["theme"].custom_dir)
    has_editor = editor_backend(config["edit_uri"], config["extra"].get("editor") or {})
    ours, not_wanted = (config["docs_dir"], theme), (_STYLES,) if has_editor else (_STYLES, FOLDER)
    left_out = tuple(os.path.join(theme, folder, "") for folder in not_wanted)
    scripts = {}
    for file in list(files):
        if file.src_uri in not_ours:
            files.remove(file)
            continue
        path = str(file.abs_src_path)
        if not path.startswith(ours) or path.startswith(left_out):
            files.remove(file)
        elif file.src_uri.startswith("assets/") and path.endswith(".js"):
            scripts[file.name] = file
    for name, text in published({name: file.content_string for name, file in scripts.items()}).items():
        scripts[name].content_string = text
    return files


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """Keep the menu for the pages of records, remove the records that it names, and have another process begin with pictures.

    If there are written pages to build, register their macros.
    """
    from macros.builder.last_build import last_build

    if last_build(config).is_current:
        return nav
    from macros.builder.after_build import begin_ahead
    from macros.builder.build import site_of
    from macros.builder.kept_pages import keep_written_pages

    site = site_of(config)
    in_menu = {file.src_uri: file.page for file in files if file.src_uri in site.records}
    site.frame.menu, site.frame.in_menu = nav, in_menu
    for path, page in in_menu.items():
        files.remove(page.file)
        page.title = page.title or site.records[path].alerting_title
        page.parent = site.frame.section(site.records[path].FOLDER)
    keep_written_pages(site, config, files)
    if files.documentation_pages():
        from macros.builder.written_pages import register_macros

        register_macros(config["plugins"]["macros"])
    begin_ahead(site, files, Path(config["site_dir"]))
    if any("rule_list" in site.bodies.get(file.src_uri, "") for file in files.documentation_pages()):
        # An error inside a macro would appear on the page.
        site.rules  # noqa: B018
    return nav


def on_pre_page(page: Any, config: Any, files: Any) -> Any:
    """Have the page show its text as our engine reads it, and note what it reads from here on."""
    from macros.builder.build import site_of
    from macros.builder.kept_pages import begin_page
    from macros.builder.text import show_text

    begin_page(site_of(config), page)

    page.render = partial(show_text, page)
    return page


def on_page_read_source(page: Any, config: Any) -> str | None:
    """The text of a written page without front matter; None for other pages."""
    from macros.builder.build import site_of

    body = site_of(config).bodies.get(page.file.src_uri)
    # Without the blank line, MkDocs would take a first line such as "Note: bring a cup" for MultiMarkdown metadata.
    return None if body is None else "\n" + body


def on_env(env: Any, config: Any, files: Any) -> None:
    """Set the theme's global variables, and keep its templates for the pages of records."""
    from macros.builder.last_build import last_build

    if last_build(config).is_current:
        return
    from dataclasses import asdict

    from macros.builder.build import site_of
    from macros.builder.frame import published
    from macros.pages.edit_links import reporting
    from macros.pages.fast_jinja import FastEnvironment
    from macros.pages.rendering import address

    site = site_of(config)
    site.frame.templates = env
    env.bytecode_cache = site.compiled("theme")
    # As for our own templates. Each page imports the words of the frame, for which Jinja goes through its chain of mappings twenty times.
    env.make_globals = partial(FastEnvironment.make_globals, env)
    # With this, templates share the words of the frame, which would be made again for every page.
    env.globals["config"] = config
    env.globals["banner"] = site.banner
    env.globals["language"] = site.info.language
    env.globals["licence_line"] = site.licence.line
    env.globals["network"] = site.public.network
    env.globals["addresses"] = {name: address(path) for name, path in asdict(site.public.main_pages).items() if path}
    env.globals["reporting"] = reporting(config.get("edit_uri") or "", site.public.network)
    env.globals["part"] = site.frame.part
    env.globals["published"] = partial(published, site.frame.pages, site.records, site.info)


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """End the first half of what is read for a page."""
    from macros.builder.build import site_of

    site_of(config).reads.end()
    return html


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """Note what else is read for a page."""
    from macros.builder.build import site_of
    from macros.builder.kept_pages import begin_page

    begin_page(site_of(config), page)
    return context


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Have the search learn what the page shows, note the page as a part of the site, and let go of it: MkDocs would keep all lists."""
    from macros.builder.build import site_of
    from macros.builder.kept_pages import end_page

    site = site_of(config)
    site.search.add_shown(page.file.src_uri, output)
    end_page(site, page, output)
    page.content = ""
    return output


def on_serve(server: Any, config: Any, builder: Any) -> None:
    """Have the local server show mistakes on the pages themselves, and the pages of saved records before all else."""
    from macros.builder.serving import show_mistakes, show_saved_first

    show_mistakes(server)
    show_saved_first(server)


def on_build_error(error: Exception) -> None:
    """Stop the build with one sentence instead of a traceback, and leave the site as it was.

    Raises `Abort` unless `error` says what is wrong itself.
    """
    from mkdocs.exceptions import MkDocsException

    from macros.builder.build import stop_ahead, stopped_by_fault
    from macros.builder.last_build import fail

    stop_ahead()
    fail()
    if not isinstance(error, MkDocsException | SystemExit):
        raise stopped_by_fault(error) from None
