"""The API has every record as its schema says, nothing that its page does not show, and addresses that lead somewhere."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest
from jsonschema import Draft202012Validator
from lxml import html

from macros.kinds import FOLDERS, KINDS
from macros.library.library import read_library
from macros.library.public import PublicLibrary
from macros.outputs.api import api
from macros.outputs.file import SiteInfo
from macros.outputs.licence import licence
from tests.support.building import Site
from tests.support.project import TODAY
from tests.support.reading import words
from tests.unit.test_library import CHAMPION, change

PLACE = SiteInfo("https://example.org/kb/", "A name", "What it is for", "en")
SETTINGS = {
    "copyright": "Under {licence}. Sources &amp; quotations keep theirs.",
    "extra": {"licence": {"name": "a licence", "url": "https://example.org/licence/?a=b&c=d"}},
}
LICENCE = licence(SETTINGS)

Document = dict[str, Any]


def top(site: Site) -> str:
    return site.address.rstrip("/") + "/"


def documents(site: Site) -> dict[str, Document]:
    """The file of every record by its path: "api/services/apple.json"."""
    folders = tuple(f"api/{folder}/" for folder in FOLDERS)
    return {
        path: json.loads(held)
        for path, held in site.files.items()
        if path.startswith(folders) and path.endswith(".json")
    }


def in_memory(root: Path, day: date = TODAY, texts: dict[str, str] | None = None) -> dict[str, bytes]:
    """The API of the network in `root`, without a site."""
    public = PublicLibrary.of(read_library(root), day)
    return {file.path: file.content for file in api(public, PLACE, texts or {}, LICENCE)}


@cache
def validator_at(site: Site, address: str) -> Draft202012Validator:
    schema = json.loads(site.files[address.removeprefix(top(site))])
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def validator(site: Site, document: Document) -> Draft202012Validator:
    return validator_at(site, document["$schema"])


def leads_nowhere(site: Site, address: str) -> bool:
    """Whether a full address is of this site, and there is nothing at it."""
    if not address.startswith(top(site)):
        return False
    file, anchor = urldefrag(address.removeprefix(top(site)))
    file += "index.html" if not file or file.endswith("/") else ""
    if file not in site.files:
        return True
    return bool(anchor) and not site.page(file.removesuffix("index.html")).tree.xpath("//*[@id=$name]", name=anchor)


# What there is.


def test_every_record_has_a_file_that_its_schema_accepts(any_site: Site) -> None:
    found = documents(any_site)
    pages = {
        f"api/{folder}/{path.split('/')[1]}.json"
        for path in any_site.files
        for folder in FOLDERS
        if path.startswith(f"{folder}/") and path.count("/") == 2 and path.endswith("/index.html")
        if not any_site.page(path.removesuffix("index.html")).is_redirect
    }
    assert set(found) == pages
    for path, document in found.items():
        assert [f"{path}: {error.message}" for error in validator(any_site, document).iter_errors(document)] == []


def test_every_kind_has_a_schema(any_site: Site) -> None:
    for kind in KINDS:
        schema = json.loads(any_site.files[f"api/schemas/{kind}.json"])
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == f"{top(any_site)}api/schemas/{kind}.json"


def test_a_schema_refuses_what_it_does_not_describe(orchard: Site) -> None:
    document = documents(orchard)["api/services/apple.json"]
    accepts = validator(orchard, document).is_valid
    assert accepts(document)
    record = document["record"]
    for part in (document, record, record["champions"][0], document["backlinks"][0]):
        for name, value in list(part.items()):
            del part[name]
            is_optional = part is record and name in ("provider", "website", "contact")
            assert accepts(document) == is_optional, name
            part[name] = value
        part["unknown"] = "A field that nobody knows"
        assert not accepts(document)
        del part["unknown"]
    for name, wrong in [("kind", "theme"), ("last_change", "yesterday"), ("url", 1), ("id", "Apple"), ("text", None)]:
        assert not accepts({**document, name: wrong}), name
    wrong_word = deepcopy(document)
    wrong_word["record"]["area"] = "elsewhere"
    assert not accepts(wrong_word)


def test_the_index_says_what_there_is_and_where(any_site: Site) -> None:
    index = json.loads(any_site.files["api/index.json"])
    assert index["url"] == top(any_site)
    assert index["date"] == TODAY.isoformat()
    addresses = [index["feed"], index["calendar"]]
    for kind in index["kinds"]:
        addresses += [kind["url"], kind["list"], kind["table"], kind["schema"], kind["feed"]]
        listed = json.loads(any_site.files[kind["list"].removeprefix(top(any_site))])["records"]
        assert kind["records"] == len(listed)
        addresses += [kind["each"].replace("{id}", record["id"]) for record in listed]
    with_a_page = [kind for kind, model in KINDS.items() if f"{model.FOLDER}/index.html" in any_site.files]
    assert [kind["kind"] for kind in index["kinds"]] == with_a_page
    assert [address for address in addresses if leads_nowhere(any_site, address)] == []


def test_the_index_says_how_the_site_may_be_used(smallest: Path) -> None:
    index = json.loads(in_memory(smallest)["api/index.json"])
    assert index["licence"] == "Under a licence. Sources & quotations keep theirs."
    assert index["licence_url"] == "https://example.org/licence/?a=b&c=d"
    public = PublicLibrary.of(read_library(smallest), TODAY)
    unsaid = json.loads(next(file.content for file in api(public, PLACE, {}, licence({"extra": {}}))))
    assert not {"licence", "licence_url"} & unsaid.keys()


def test_the_licence_is_said_once_for_people_and_programs() -> None:
    assert LICENCE.line == (
        'Under <a href="https://example.org/licence/?a=b&amp;c=d">a licence</a>. Sources &amp; quotations keep theirs.'
    )
    # A network that has settings of its own may say it in words only.
    in_words = licence({**SETTINGS, "copyright": "&copy; The network"})
    assert (in_words.words, in_words.url) == ("© The network", "")
    with pytest.raises(ValueError, match='"licence" below "extra" must have a name and a url'):
        licence({**SETTINGS, "extra": {"licence": "CC BY 4.0"}})


def test_the_footer_of_every_page_says_how_the_site_may_be_used(any_site: Site) -> None:
    index = json.loads(any_site.files["api/index.json"])
    [published, line] = html.fromstring(any_site.files["index.html"]).xpath("//footer//p")
    assert words(published).startswith("Published by ")
    assert words(line) == index["licence"]
    assert [link.get("href") for link in line.iter("a")] == [index[name] for name in ("licence_url",) if name in index]


def test_a_list_has_the_main_facts_of_every_record_on_a_line_each(any_site: Site) -> None:
    found = documents(any_site)
    for kind, model in KINDS.items():
        text = any_site.files[f"api/{model.FOLDER}.json"].decode("utf-8")
        listed = json.loads(text)
        assert listed["kind"] == kind
        assert [json.loads(line.rstrip(",")) for line in text.split("\n")[1:-2] if line] == listed["records"]
        paths = [f"api/{model.FOLDER}/{record['id']}.json" for record in listed["records"]]
        assert paths == [path for path in found if path.startswith(f"api/{model.FOLDER}/")]
        for path, record in zip(paths, listed["records"], strict=True):
            document = found[path]
            assert record.pop("api") == f"{top(any_site)}{path}"
            assert (record.pop("url"), record.pop("last_change")) == (document["url"], document["last_change"])
            assert record.pop("id") == document["id"]
            assert record.items() <= document["record"].items()
            left_out = document["record"].keys() - record.keys()
            assert left_out <= {
                "updates", "adopted_by", "quotes", "presentations", "topics", "actions", "diamond9", "champions",
                "past_champions", "reviews", "not_personal", "scale", "items",
            }  # fmt: skip


# What a file has in it.


def test_values_are_as_they_are_written(orchard: Site, own: Site) -> None:
    meeting = documents(orchard)["api/meetings/2026-12-winter-meeting.json"]["record"]
    assert (meeting["date"], meeting["starts"]) == ("2026-12-10", "09:00")
    first = documents(orchard)["api/meetings/2016-10-first-meeting.json"]["record"]
    assert first["date"] == "2016-10"
    assert documents(own)["api/evidence/nice-ng212.json"]["record"]["citation"]["year"] == 2022


def test_what_is_unknown_is_left_out_and_lists_are_always_there(orchard: Site) -> None:
    pear = documents(orchard)["api/services/pear.json"]["record"]
    assert "website" not in pear
    assert (pear["tags"], pear["champions"], pear["active"]) == ([], [], True)
    assert not any(b"null" in held for path, held in orchard.files.items() if path.startswith("api/"))


def test_backlinks_are_the_references_read_the_other_way(any_site: Site) -> None:
    found = documents(any_site)
    for document in found.values():
        seen = set()
        for back in document["backlinks"]:
            assert (back["api"], back["field"]) not in seen
            seen.add((back["api"], back["field"]))
            other = found[back["api"].removeprefix(top(any_site))]
            assert {name: other[name] for name in ("kind", "id", "title", "url")}.items() <= back.items()
            assert f'"{document["id"]}"' in json.dumps(other["record"][back["field"]])


def test_a_service_is_found_by_whatever_names_it(orchard: Site) -> None:
    fields = {(back["kind"], back["field"]) for back in documents(orchard)["api/services/apple.json"]["backlinks"]}
    assert {("initiative", "services"), ("meeting", "attended"), ("meeting", "actions")} <= fields


def test_addresses_in_texts_lead_there_from_anywhere(any_site: Site) -> None:
    nowhere = []
    for path, document in documents(any_site).items():
        if not document["text"].strip():
            continue
        for _, _, address, _ in html.fragment_fromstring(document["text"], create_parent=True).iterlinks():
            if not address.startswith(("https://", "http://", "mailto:")) or leads_nowhere(any_site, address):
                nowhere.append(f"{path}: {address}")
    assert nowhere == []


def test_a_text_is_that_of_the_page(any_site: Site) -> None:
    for document in documents(any_site).values():
        page = any_site.page(document["url"].removeprefix(top(any_site)))
        if document["text"].strip():
            text = words(html.fragment_fromstring(document["text"], create_parent=True))
            assert "\u00b6" not in text
            assert text in page.text


def test_addresses_in_a_text_are_made_whole(smallest: Path) -> None:
    text = (
        '<h2 id="a">One</h2>'
        '<p><a href="../../themes/peer-support/#b">A</a> <a href="#a">B</a> <a href="https://example.org/?a=b&amp;c=d">C</a> '
        '<img alt="D &gt; E" src="../d.png" /> <code>href="f"</code> <a href="mailto:team@example.org">G</a></p>'
    )
    files = in_memory(smallest, texts={"services/sample-brindle.md": text})
    assert json.loads(files["api/services/sample-brindle.json"])["text"] == (
        '<h2 id="a">One</h2>'
        '<p><a href="https://example.org/kb/themes/peer-support/#b">A</a> '
        '<a href="https://example.org/kb/services/sample-brindle/#a">B</a> '
        '<a href="https://example.org/?a=b&amp;c=d">C</a> '
        '<img alt="D &gt; E" src="https://example.org/kb/services/d.png" /> <code>href="f"</code> '
        '<a href="mailto:team@example.org">G</a></p>'
    )


def test_files_are_text_that_people_can_read(signs: Site) -> None:
    for path, held in signs.files.items():
        if path.startswith("api/") and path.endswith(".json"):
            assert held.endswith(b"}\n")
            assert b"\\u" not in held


# Nothing beyond the page.


def test_champions_are_shown_as_on_their_page_and_their_consent_is_not(any_site: Site) -> None:
    for path, document in documents(any_site).items():
        if not path.startswith("api/services/"):
            continue
        page = any_site.page(document["url"].removeprefix(top(any_site)))
        for champion in document["record"]["champions"]:
            assert champion.keys() == {"name", "role", "contact", "since"}
            assert champion["name"] in page.text
            assert champion["contact"] in page.text
    # The page that reads minutes knows the names of all fields.
    assert [path for path in any_site.files_with("consent_") if path.startswith("api/")] in ([], ["api/minutes.json"])


def test_a_name_ends_with_its_consent(smallest: Path, orchard: Site) -> None:
    change(smallest / "content/services/sample-brindle.md", "area: north\n", f"area: north\n{CHAMPION}\n")
    named = in_memory(smallest, date(2026, 11, 22))
    assert [path for path, held in named.items() if b'"Sample Champion A"' in held and "schemas" not in path] == [
        "api/services/sample-brindle.json"
    ]
    for day in (date(2026, 1, 14), date(2026, 11, 23)):
        assert json.loads(in_memory(smallest, day)["api/services/sample-brindle.json"])["record"]["champions"] == []
    assert orchard.files_with("Russet") == []


def test_the_page_on_data_leads_to_every_list(own: Site) -> None:
    links = set(own.page("about/data/").links.values())
    for model in KINDS.values():
        assert {f"api/{model.FOLDER}.csv", f"api/{model.FOLDER}.json", f"api/schemas/{model.KIND}.json"} <= links
        assert f"{model.FOLDER}/feed.xml" in links
    assert {"api/index.json", "feed.xml", "calendar.ics"} <= links
