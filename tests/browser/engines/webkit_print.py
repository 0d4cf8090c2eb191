"""Prints a page as WebKit does: webkit_print.py ADDRESS FILE.

For the system's own Python, which has the bindings of WebKitGTK where they are installed. Ends with 3 where they are not.
"""

from __future__ import annotations

import sys
from typing import Any

try:
    import gi

    gi.require_version("Gtk", "3.0")
    gi.require_version("WebKit2", "4.1")
    from gi.repository import GLib, Gtk, WebKit2
except (ImportError, ValueError):
    sys.exit(3)

# In milliseconds: scripts and typefaces may come after the rest of a page.
SETTLED = 1000


def print_page(address: str, file: str) -> None:
    """Print on A4 with the margins "None"."""
    view = WebKit2.WebView.new_with_context(WebKit2.WebContext.new_ephemeral())
    window = Gtk.Window(default_width=1280, default_height=900)
    window.add(view)
    window.show_all()

    paper = Gtk.PageSetup()
    paper.set_paper_size(Gtk.PaperSize.new("iso_a4"))
    for set_margin in (paper.set_top_margin, paper.set_right_margin, paper.set_bottom_margin, paper.set_left_margin):
        set_margin(0, Gtk.Unit.MM)
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set("output-uri", f"file://{file}")
    settings.set("output-file-format", "pdf")
    printing = WebKit2.PrintOperation(web_view=view, print_settings=settings, page_setup=paper)
    printing.connect("finished", lambda _: Gtk.main_quit())

    def loaded(_: Any, event: Any) -> None:
        if event == WebKit2.LoadEvent.FINISHED:
            GLib.timeout_add(SETTLED, printing.print_)

    view.connect("load-changed", loaded)
    view.load_uri(address)
    Gtk.main()


print_page(*sys.argv[1:])
