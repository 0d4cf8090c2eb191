"""Atom feeds of additions and changes: one for the site, and one for each kind, theme, service and role.

Each addition and each update is an entry of its own. Most feed readers go by entry ids alone: with one entry per record
and a moving date, they would never show a change.
"""

import html
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from heapq import nsmallest
from typing import Any

from feedgenerator import Atom1Feed

from macros.kinds import KINDS, Record, Theme
from macros.kinds.shown import titles
from macros.library.library import CONTENT, INDEX
from macros.library.public import PublicLibrary
from macros.outputs.file import File, SiteInfo
from macros.outputs.permanent_id import folders, permanent_id
from macros.pages.downloads import Subject, feed_file, feed_title, followable
from macros.pages.roles import FollowedRole, followed_roles, records_for

MOST_ENTRIES = 30


@dataclass(frozen=True, slots=True)
class _Change:
    """The addition of a record, or an update described by `note`. `anchor` identifies the update."""

    record: Record
    day: date
    note: str = ""
    anchor: str = ""

    def sort_key(self) -> tuple[int, str, str, str]:
        """Sorts the newest first, then by title."""
        return -self.day.toordinal(), self.record.title.casefold(), self.record.path, self.anchor


class _Feed(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """A feed with its own date of change, where the library would use the current time if there are no entries."""

    def latest_post_date(self) -> datetime:
        """The date passed in as `changed`."""
        changed: datetime = self.feed["changed"]
        return changed


def feeds(public: PublicLibrary, site: SiteInfo) -> Iterator[File]:
    """The feeds of the site, every kind and role, and every theme and service, also at their former addresses."""
    yield File(feed_file(None), _feed(_head(None, public, site), public.all(), public, site))
    for model in KINDS.values():
        yield File(feed_file(model), _feed(_head(model, public, site), public.all_of(model).values(), public, site))
    for subject in followable(public):
        content = _feed(_head(subject, public, site), [subject, *public.gathered_by(subject)], public, site)
        yield from (File(f"{folder}/feed.xml", content) for folder in folders(subject))
    for role in followed_roles(public):
        yield File(role.feed, _feed(_head_of_role(role, public, site), records_for(role.word, public), public, site))


def _changes_of(record: Record) -> Iterator[_Change]:
    """The addition of a record and its updates after that day; earlier ones are part of the addition."""
    yield _Change(record, record.added)
    on_day: dict[date, int] = {}
    for update in record.updates:
        if update.date > record.added:
            number = on_day[update.date] = on_day.get(update.date, 0) + 1
            anchor = f"{update.date}" if number == 1 else f"{update.date}-{number}"
            yield _Change(record, update.date, update.note, anchor)


def _feed(head: Mapping[str, Any], records: Iterable[Record], public: PublicLibrary, site: SiteInfo) -> bytes:
    changes = (change for record in records for change in _changes_of(record))
    newest = nsmallest(MOST_ENTRIES, changes, key=_Change.sort_key)
    established = public.network.established
    feed = _Feed(
        **head,
        language=site.language,
        author_name=public.network.name,
        author_email=public.network.contact,
        author_link=site.top,
        changed=_moment(newest[0].day if newest else date(established.year, established.month, 1)),
    )
    for change in newest:
        feed.add_item(**_entry(change, public, site))
    written: str = feed.writeString("utf-8")
    return written.encode("utf-8")


def _head(subject: Subject, public: PublicLibrary, site: SiteInfo) -> dict[str, Any]:
    """The metadata of a feed. Its id is its first address, which survives renaming."""
    first = file = feed_file(subject)
    if isinstance(subject, Record):
        link, description = site.of(subject.path), subject.summary
        first = f"{subject.FOLDER}/{permanent_id(subject)}/feed.xml"
    else:
        path = INDEX if subject is None else f"{subject.FOLDER}/{INDEX}"
        page = public.pages.get(f"{CONTENT}/{path}")
        # The feed of a kind is there even if the network has no page for it: whoever follows it would lose it otherwise.
        link, description = site.of(path if page else INDEX), (page.description if page else None) or site.description
    addresses = {"link": link, "feed_url": site.to(file), "feed_guid": site.to(first)}
    return {"title": feed_title(subject, site.name), "description": description, **addresses}


def _head_of_role(role: FollowedRole, public: PublicLibrary, site: SiteInfo) -> dict[str, Any]:
    """The metadata of a role's feed."""
    address, path = site.to(role.feed), role.page.path or INDEX
    return {
        "title": f"{site.name}: {role.page.text}",
        "description": public.pages[f"{CONTENT}/{path}"].description or site.description,
        "link": f"{site.of(path)}{role.page.after}",
        "feed_url": address,
        "feed_guid": address,
    }


def _entry(change: _Change, public: PublicLibrary, site: SiteInfo) -> dict[str, Any]:
    record = change.record
    address = site.to(f"{record.FOLDER}/{permanent_id(record)}/")
    first = record.alert or ("Updated" if change.note else "")
    alert = f"{record.alert}. {record.alert_reason}" if record.alert else ""
    paragraphs = [html.escape(one) for one in (alert, change.note, record.summary) if one]
    return {
        "title": f"{first}: {record.title}" if first else record.title,
        "link": site.of(record.path),
        "unique_id": f"{address}#{change.anchor}" if change.anchor else address,
        # The library marks summaries as HTML. Readers that show plain text drop the tags and put nothing in their place.
        "description": "\n".join(f"<p>{one}</p>" for one in paragraphs) if len(paragraphs) > 1 else paragraphs[0],
        "pubdate": _moment(change.day),
        "updateddate": _moment(change.day),
        "categories": [record.NAME.label, *titles(public, Theme.KIND, record.tags)],
    }


def _moment(day: date) -> datetime:
    # Records have dates without times. Midnight UTC gives the same feed wherever it is built.
    return datetime.combine(day, time(tzinfo=UTC))
