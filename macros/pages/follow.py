"""What readers can follow: themes, services and other records that gather what is new, and roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.kinds import KINDS
from macros.library.order import by_title, still_holding
from macros.library.public import PublicLibrary
from macros.pages.downloads import feed_file, followable
from macros.pages.parts import Item, item_for
from macros.pages.roles import followed_roles


@dataclass(frozen=True)
class Followed:
    """Something to follow: its page, and its feed relative to the top of the site."""

    page: Item
    feed: str


@dataclass(frozen=True)
class FollowGroup:
    """What there is to follow of one sort. `name` is its name in the address."""

    name: str
    title: str
    all: Sequence[tuple[str, Followed]]


def follow(public: PublicLibrary) -> list[FollowGroup]:
    """The records that gather others and can be suggested, themes first, and the roles if the network has a page for them."""
    found = sorted((one for one in still_holding(followable(public)) if one.is_current), key=by_title)
    groups = [
        FollowGroup(
            kind,
            model.NAME.labels,
            [(one.id, Followed(item_for(one), feed_file(one))) for one in found if kind == one.KIND],
        )
        for kind, model in reversed(KINDS.items())
        if model.GATHERED_BY
    ]
    roles = [(one.word, Followed(one.page, one.feed)) for one in followed_roles(public)]
    return [one for one in (*groups, FollowGroup("role", "Roles", roles)) if one.all]
