#!/usr/bin/env bash
# WebKit prints one column where a page has two.
#
# Guess before trying: a text in two columns (`columns: 2`, CSS Multi-column Layout Level 1) has two on paper, as it has on the screen and
# as Firefox and Chromium print it.
# Seen on 1 December 2026 (WebKitGTK 2.50.6): on the screen the words begin in two places, side by side. On paper they are below each
# other.
# What we do: the facts of a card are a grid, which all engines print, and its text may be in one column or two (theme/assets/print.css).
#
# Ends with 0 while this is so, and with 1 when it has changed. Needs Python 3.11, a package index, and from Debian: python3-gi,
# gir1.2-webkit2-4.1, xvfb and xauth.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypdf==7.1.0

cat > "$folder/page.html" <<'HTML'
<!doctype html><html lang="en"><title>Columns</title><style>div { columns: 2 } p { break-inside: avoid }</style>
<div><p>apple apple apple</p><p>plum plum plum</p></div>
<script>
const [apple, plum] = [...document.querySelectorAll("p")].map((one) => one.offsetLeft);
document.title = apple < plum ? "side by side" : "below each other";
</script></html>
HTML

# The system's own Python has the bindings.
cat > "$folder/print.py" <<'PYTHON'
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2

folder = sys.argv[1]
window, view = Gtk.Window(), WebKit2.WebView()
window.add(view)
window.show_all()


def printed() -> None:
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set("output-uri", f"file://{folder}/page.pdf")
    settings.set("output-file-format", "pdf")
    printing = WebKit2.PrintOperation.new(view)
    printing.set_print_settings(settings)
    printing.connect("finished", lambda _: Gtk.main_quit())
    printing.print_()
    view.printing = printing


def loaded(_: WebKit2.WebView, event: WebKit2.LoadEvent) -> None:
    if event == WebKit2.LoadEvent.FINISHED:
        GLib.timeout_add(500, printed)


view.connect("load-changed", loaded)
view.load_uri(f"file://{folder}/page.html")
Gtk.main()
version = (WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
print("WebKitGTK", ".".join(map(str, version)), "- on the screen:", view.get_title())
PYTHON
screen=$(timeout 60 xvfb-run --auto-servernum /usr/bin/python3 "$folder/print.py" "$folder" 2>/dev/null)

"$folder/venv/bin/python" - "$folder/page.pdf" "$screen" <<'PYTHON'
import sys

from pypdf import PdfReader

begins = {}


def note(text, cm, tm, *_):
    for word in ("apple", "plum"):
        if word in text:
            begins[word] = begins.get(word, round(cm[0] * tm[4] + cm[4]))


PdfReader(sys.argv[1]).pages[0].extract_text(visitor_text=note)
paper = "side by side" if begins["apple"] < begins["plum"] else "below each other"
print(f"{sys.argv[2]}; on paper: {paper} ({begins})")
sys.exit(0 if "side by side" in sys.argv[2] and paper == "below each other" else 1)
PYTHON
