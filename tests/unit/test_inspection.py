"""The check of a built site: what leads nowhere, what would call somebody else, and what could run that is not ours."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from macros.site_check.site import mistakes_in
from tests.support.cases import for_each

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'self'"
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\n"
    "DTSTAMP:20260101T000000Z\r\nDTSTART:20260201T100000Z\r\nURL:{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
AN_EVENT = CALENDAR.format("https://example.org/kb/lunch/")
FETCHED = "index.html: a reader's browser would fetch {} from someone else"


def page(body: str, head: str = "", policy: str = POLICY) -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="{policy}">'
        f"<title>A page</title>{head}</head><body>{body}</body></html>"
    )


def mistakes(site: Path) -> list[str]:
    return list(mistakes_in(site, "https://example.org/kb/"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for path, text in {
        "index.html": page('<a href="lunch/#how">Lunch</a> <a href=".">Home</a> <a href="#top" id="top">Top</a>'),
        "lunch/index.html": page(
            '<h2 id="how">How</h2><a href="..">Home</a> <a href="../style.css">Style</a> <a href="?find=tea">Tea</a>',
            head='<link rel="canonical" href="https://example.org/kb/lunch/"><link rel="stylesheet" href="../style.css">'
            '<link rel="alternate" type="application/atom+xml" href="../feed.xml">'
            '<meta property="og:image" content="https://example.org/kb/picture.svg">',
        ),
        "404.html": page('<a href="/kb/lunch/">Lunch</a> <a href="/kb/">Home</a>'),
        "old/index.html": page("Moved", head='<meta http-equiv="refresh" content="0; url=../lunch/#how">'),
        "style.css": "@import 'more/print.css'; body { color: black }",
        "more/print.css": "body { background: url(../picture.svg) }",
        "find.js": "const answer = await fetch(new URL('list.json', import.meta.url));",
        "picture.svg": '<svg xmlns="http://www.w3.org/2000/svg"><a href="https://elsewhere.example/"><path/></a></svg>',
        "feed.xml": '<feed xmlns="http://www.w3.org/2005/Atom"><id>https://example.org/kb/</id></feed>',
        "list.json": '{"address": "https://example.org/kb/lunch/#how", "pattern": "https://example.org/kb/{id}.json"}',
        "list.csv": 'title,address,summary\r\nLunch,https://example.org/kb/lunch/,"We eat, together"\r\n',
        "calendar.ics": AN_EVENT,
        "llms.txt": "- [Lunch](https://example.org/kb/lunch/)\n- See https://example.org/kb/list.csv.\n",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="")
    return folder


def test_a_sound_site(site: Path) -> None:
    assert mistakes(site) == []


@for_each(
    ("body", "mistake"),
    [
        ('<a href="dinner/">Dinner</a>', "the link to dinner/ leads nowhere"),
        ('<a href="lunch">Lunch</a>', "the link to lunch leads nowhere"),
        ('<a href="../lunch/">Lunch</a>', "the link to ../lunch/ leads nowhere"),
        ('<a href="lunch/#who">Who</a>', "the page behind lunch/#who has no such place"),
        ('<a href="#who">Who</a>', "the page behind #who has no such place"),
        ('<a href="https://example.org/kb/tea/">Tea</a>', "the link to https://example.org/kb/tea/ leads nowhere"),
        ('<a href="javascript:alert(1)">Go</a>', "a link may not lead to javascript:alert(1)"),
        ('<a href="webcal://elsewhere.example/x">Go</a>', "a link may not lead to webcal://elsewhere.example/x"),
        ('<a href="webcal://example.org/kb/x">Go</a>', "the link to webcal://example.org/kb/x leads nowhere"),
        ('<a href="//elsewhere.example/">Go</a>', "a link may not lead to //elsewhere.example/"),
        ('<a href="webcal://elsewhere.example/kb/">Go</a>', "a link may not lead to webcal://elsewhere.example/kb/"),
        (
            '<a href="webcal://example.org/kb/tea.ics">Go</a>',
            "the link to webcal://example.org/kb/tea.ics leads nowhere",
        ),
        ('<p id="a"></p><p id="a"></p>', 'two places are called "#a"'),
        ('<img src="cat.png" alt="">', "cat.png is not there"),
        ('<img src="data:," alt="">', "the content security policy keeps a browser from using data:,"),
        ('<iframe srcdoc="x"></iframe>', 'there may be no "srcdoc" attribute on a page'),
        ('<iframe src="."></iframe>', "there may be no <iframe> on a page"),
        ('<p onclick="go()">Go</p>', 'there may be no "onclick" attribute on a page'),
        ('<a href="." ping="/">Go</a>', 'there may be no "ping" attribute on a page'),
        ('<p style="color: red"></p>', 'there may be no "style" attribute on a page'),
        ('<form action="https://elsewhere.example/"></form>', "there may be no form that sends something on a page"),
        ('<form method="post"></form>', "there may be no form that sends something on a page"),
        ('<form action="nowhere/"></form>', "the link to nowhere/ leads nowhere"),
        ('<button formaction="lunch/">Go</button>', 'there may be no "formaction" attribute on a page'),
        (
            "<script>go()</script>",
            "a script on the page has no hash in its content security policy, so it does not run",
        ),
    ],
)
def test_a_mistake_in_a_page(body: str, mistake: str, site: Path) -> None:
    (site / "index.html").write_text(page(body), encoding="utf-8")
    assert f"index.html: {mistake}" in mistakes(site)


def test_only_what_a_reader_asks_for_is_kept(site: Path) -> None:
    (site / "assets").mkdir(exist_ok=True)
    script = site / "assets/propose.js"
    script.write_text("localStorage.setItem('a', 'b')", encoding="utf-8")
    assert mistakes(site) == []
    script.write_text("sessionStorage.setItem('a', 'b')", encoding="utf-8")
    assert mistakes(site) == [
        "assets/propose.js: a script may not use sessionStorage: nothing is kept in the reader's browser"
    ]


def test_a_form_leads_elsewhere_only_where_the_policy_of_its_page_names_the_server(site: Path) -> None:
    form = '<form action="https://elsewhere.example/issues/new"></form>'
    policy = POLICY.replace("form-action 'self'", "form-action 'self' https://elsewhere.example")
    (site / "index.html").write_text(page(form, policy=policy), encoding="utf-8")
    assert mistakes(site) == []
    for other in (form.replace("elsewhere", "nowhere"), form.replace("<form", '<form method="post"')):
        (site / "index.html").write_text(page(other, policy=policy), encoding="utf-8")
        assert mistakes(site) == ["index.html: there may be no form that sends something on a page"]


@for_each(
    ("head", "mistake"),
    [
        (
            '<meta http-equiv="refresh" content="0; url=https://elsewhere.example/">',
            "index.html: there may be no refresh that leads elsewhere on a page",
        ),
        ('<meta http-equiv="refresh" content="0; url=tea/">', "index.html: the link to tea/ leads nowhere"),
        ('<base href=".">', "index.html: there may be no <base> on a page"),
        ("<style>p { color: red }</style>", "index.html: there may be no <style> on a page"),
        ('<link rel="alternate" href="news.xml">', "index.html: the link to news.xml leads nowhere"),
        (
            '<meta property="og:image" content="https://example.org/kb/cat.png">',
            "index.html: the link to https://example.org/kb/cat.png leads nowhere",
        ),
        (
            '<meta property="og:url" content="https://example.org/kb/tea/">',
            "index.html: the link to https://example.org/kb/tea/ leads nowhere",
        ),
        (
            '<meta property="og:image" content="https://elsewhere.example/cat.png">',
            "index.html: the picture for link previews is not at a full address of this site: https://elsewhere.example/cat.png",
        ),
        (
            '<meta name="twitter:image" content="picture.svg">',
            "index.html: the picture for link previews is not at a full address of this site: picture.svg",
        ),
    ],
)
def test_a_mistake_in_a_head(head: str, mistake: str, site: Path) -> None:
    (site / "index.html").write_text(page("Text", head), encoding="utf-8")
    assert mistake in mistakes(site)


@for_each(
    "markup",
    [
        '<script src="{}"></script>',
        '<link rel="stylesheet" href="{}">',
        '<link rel="alternate stylesheet" href="{}">',
        '<link rel="preconnect" href="{}">',
        '<p style="background: url({})"></p>',
        "<style>@import '{}';</style>",
        '<img alt="" srcset="style.css 1x, {} 2x">',
        '<video poster="{}"></video>',
        '<svg><image xlink:href="{}"/></svg>',
    ],
)
@for_each("address", ["https://elsewhere.example/x", "//elsewhere.example/x"])
def test_a_page_calls_nobody(markup: str, address: str, site: Path) -> None:
    (site / "index.html").write_text(page(markup.format(address)), encoding="utf-8")
    assert FETCHED.format(address) in mistakes(site)


@for_each(
    ("policy", "mistake"),
    [
        (POLICY.replace("'none';", "'self';", 1), "has to start from \"default-src 'none'\""),
        (POLICY.replace("base-uri", "x-uri"), 'does not say "base-uri"'),
        (POLICY.replace("form-action", "x-action"), 'does not say "form-action"'),
        (POLICY.replace("form-action 'self'", "form-action *"), 'may not allow * in "form-action"'),
        (POLICY.replace("form-action 'self'", "form-action https:"), 'may not allow https: in "form-action"'),
        (f"{POLICY}; img-src *", 'may not allow * in "img-src"'),
        (f"{POLICY}; img-src data:", 'may not allow data: in "img-src"'),
        (f"{POLICY}; connect-src https://elsewhere.example", "may not allow https://elsewhere.example in"),
        (POLICY.replace("script-src 'self'", "script-src 'unsafe-inline'"), "may not allow 'unsafe-inline'"),
        (POLICY.replace("script-src 'self'", "script-src 'unsafe-eval'"), "may not allow 'unsafe-eval'"),
        (POLICY.replace("style-src 'self'", "style-src 'wasm-unsafe-eval'"), "may not allow 'wasm-unsafe-eval'"),
    ],
)
def test_a_weak_policy(policy: str, mistake: str, site: Path) -> None:
    (site / "index.html").write_text(page("Text", policy=policy), encoding="utf-8")
    [found] = mistakes(site)
    assert found.startswith("index.html: the content security policy ")
    assert mistake in found


def test_a_page_without_a_policy(site: Path) -> None:
    (site / "index.html").write_text("<!doctype html><title>A page</title><p>Text</p>", encoding="utf-8")
    assert mistakes(site) == ["index.html: it has no content security policy"]


def test_a_policy_holds_only_for_what_follows(site: Path) -> None:
    text = page("Text").replace("<head>", '<head><link rel="stylesheet" href="style.css">')
    (site / "index.html").write_text(text, encoding="utf-8")
    assert mistakes(site) == ["index.html: its content security policy stands below what it should hold for"]
    (site / "index.html").write_text(page("Text", head=f"<meta {page('').partition('<meta ')[2]}"), encoding="utf-8")
    assert mistakes(site) == ["index.html: a page has one content security policy, in its head"]


def test_a_script_runs_by_its_hash_and_data_does_not_run(site: Path) -> None:
    digest = b64encode(sha256(b"go()").digest()).decode()
    policy = POLICY.replace("script-src 'self'", f"script-src 'self' 'sha256-{digest}'")
    body = '<script>go()</script><script type="application/ld+json">{}</script>'
    (site / "index.html").write_text(page(body, policy=policy), encoding="utf-8")
    assert mistakes(site) == []


@pytest.mark.parametrize(
    ("path", "text", "mistake"),
    [
        ("style.css", "@import 'https://elsewhere.example/x.css';", "would fetch https://elsewhere.example/x.css from"),
        ("style.css", "@import url(//elsewhere.example/x.css);", "would fetch //elsewhere.example/x.css from"),
        ("style.css", "p { background: url('//elsewhere.example/x') }", "would fetch //elsewhere.example/x from"),
        ("style.css", "p { background: image-set('https://a.example/x' 1x) }", "would fetch https://a.example/x from"),
        ("style.css", "p { background: url(cat.png) }", "cat.png is not there"),
        ("style.css", "p { background: url(data:image/png;base64,xxxx) }", "keeps a browser from using data:image/png"),
        ("find.js", "fetch('https://elsewhere.example/x')", "would fetch https://elsewhere.example/x from"),
        ("find.js", "import x from '//elsewhere.example/x.js'", "would fetch //elsewhere.example/x.js from"),
        ("find.js", "import '//elsewhere.example/x.js'", "would fetch //elsewhere.example/x.js from"),
        ("find.js", "await import(`https://a.example/${name}`)", "would fetch https://a.example/${name} from"),
        ("find.js", 'new Worker("https://elsewhere.example/x.js")', "would fetch https://elsewhere.example/x.js from"),
        ("find.js", 'picture.src = "https://elsewhere.example/x"', "would fetch https://elsewhere.example/x from"),
        ("find.js", "new WebSocket(address)", "may not use WebSocket"),
        ("find.js", "navigator.sendBeacon(address)", "may not use sendBeacon"),
        ("find.js", "new XMLHttpRequest()", "may not use XMLHttpRequest"),
        ("find.js", "eval(text)", "may not use eval"),
        ("find.js", "localStorage.setItem('a', 'b')", "may not use localStorage: nothing is kept"),
        ("find.js", "document.cookie = 'a=b'", "may not use document.cookie: nothing is kept"),
        ("assets/search_shortcut.js", "document.cookie = 'a=b'", "may not use document.cookie: nothing is kept"),
        ("picture.svg", "<svg><script/></svg>", "no <script> in a drawing"),
        ("picture.svg", '<svg onload="go()"/>', 'no "onload" attribute in a drawing'),
        ("picture.svg", '<svg><use href="//a.example/x"/></svg>', "would fetch //a.example/x from"),
        ("picture.svg", "<svg><style>p { fill: url(//a.example/x) }</style></svg>", "would fetch //a.example/x from"),
        ("picture.svg", '<svg><path fill="url(//a.example/x)"/></svg>', "would fetch //a.example/x from"),
        ("feed.xml", "<feed>", "a program cannot read it"),
        ("feed.xml", "<id>https://example.org/kb/tea/</id>", "https://example.org/kb/tea/ leads nowhere"),
        ("list.json", "{", "a program cannot read it"),
        ("list.json", '["https://example.org/kb/tea/"]', "https://example.org/kb/tea/ leads nowhere"),
        ("list.csv", "a,b\r\n1\r\n", "its rows are not all of the same length"),
        ("llms.txt", "[Tea](https://example.org/kb/tea/)", "https://example.org/kb/tea/ leads nowhere"),
        ("calendar.ics", AN_EVENT.replace("END:VEVENT\r\n", ""), "a program cannot read it"),
        ("calendar.ics", AN_EVENT.replace("END:VCALENDAR\r\n", ""), "a program cannot read it"),
        ("calendar.ics", AN_EVENT.replace("UID:", "UID"), "a program cannot read it"),
        ("calendar.ics", AN_EVENT.replace("UID:", "X-UID:"), "a VEVENT has no UID"),
        ("calendar.ics", AN_EVENT.replace("\r\n", "\n"), "lines end with a carriage return and a line feed"),
        ("calendar.ics", CALENDAR.format("https://a.example/" + "x" * 60), "lines have at most 75 bytes"),
        (
            "calendar.ics",
            CALENDAR.format("https://example.org/kb/a-long-\r\n address/"),
            "https://example.org/kb/a-long-address/ leads nowhere",
        ),
    ],
)
def test_a_mistake_in_a_file(path: str, text: str, mistake: str, site: Path) -> None:
    (site / path).parent.mkdir(exist_ok=True)
    (site / path).write_text(text, encoding="utf-8", newline="")
    [found] = mistakes(site)
    assert found.startswith(f"{path}: ")
    assert mistake in found


def test_one_script_may_keep_what_a_reader_asked_it_to(site: Path) -> None:
    (site / "assets").mkdir()
    (site / "assets/search_shortcut.js").write_text("localStorage.setItem('a', 'b')", encoding="utf-8")
    assert mistakes(site) == []


def test_a_file_in_another_encoding(site: Path) -> None:
    (site / "list.csv").write_bytes("Siân".encode("latin-1"))
    assert mistakes(site) == ["list.csv: it is not UTF-8 text"]


def test_links_elsewhere_and_mail_are_fine(site: Path) -> None:
    links = (
        '<a href="https://elsewhere.example/">Go</a> <a href="mailto:team@example.org">Ask</a> '
        '<a href="webcal://example.org/kb/calendar.ics">Subscribe</a>'
    )
    (site / "index.html").write_text(page(links), encoding="utf-8")
    assert mistakes(site) == []


def test_a_calendar_of_ours_can_be_subscribed_to(site: Path) -> None:
    link = '<a href="webcal://example.org/kb/calendar.ics">Subscribe</a>'
    (site / "index.html").write_text(page(link), encoding="utf-8")
    assert mistakes(site) == []


def test_a_path_is_enough_of_an_address(site: Path) -> None:
    (site / "404.html").write_text(page('<a href="/kb/tea/">Tea</a>'), encoding="utf-8")
    assert list(mistakes_in(site, "/kb/")) == ["404.html: the link to /kb/tea/ leads nowhere"]


def test_the_digest_as_an_email_may_say_how_it_looks_and_nothing_more(site: Path) -> None:
    policy = POLICY.replace("style-src 'self'", "style-src 'unsafe-inline'")
    (site / "digest").mkdir()
    email = site / "digest/email.html"
    email.write_text(page('<p style="color:#000000">Tea</p>', policy=policy), encoding="utf-8")
    assert mistakes(site) == []
    body = '<p style="background:url(https://elsewhere.example/x)" onclick="go()">Tea</p><script>go()</script>'
    email.write_text(page(body, policy=policy.replace("'none'; script", "'self'; script")), encoding="utf-8")
    assert len(mistakes(site)) == 4
    (site / "index.html").write_text(page('<p style="color:#000000">Tea</p>', policy=policy), encoding="utf-8")
    assert len([one for one in mistakes(site) if one.startswith("index.html")]) == 2


def test_an_empty_folder_is_not_a_site(tmp_path: Path) -> None:
    assert list(mistakes_in(tmp_path)) == [f"There is no page in {tmp_path}."]
