"""A page of every sort there is on the project's own site."""

from __future__ import annotations

PAGES = {
    "home": "",
    "initiatives": "initiatives/",
    "initiatives-narrowed": "initiatives/?cost=free&stage=established",
    "evidence-list": "evidence/",
    "meetings": "meetings/",
    "services": "services/",
    "themes": "themes/",
    "initiative": "initiatives/sample-walk-and-talk-supervision/",
    "initiative-told": "initiatives/sample-small-reflective-rounds/",
    "initiative-stopped": "initiatives/sample-step-challenge/",
    "evidence": "evidence/westwood-2017-burnout/",
    "meeting": "meetings/sample-2025-06-meeting/",
    "meeting-planned": "meetings/sample-2026-12-meeting/",
    "service": "services/sample-apricot/",
    "theme": "themes/supervision/",
    "theme-pack": "themes/supervision/pack/",
    "champions": "champions/",
    "actions": "actions/",
    "about": "about/",
    "about-champions": "about/wellbeing-champions/",
    "diamond-9": "about/diamond-9/",
    "contribute": "contribute/",
    "fields": "contribute/fields/",
    "rules": "contribute/rules/",
    "accessibility": "about/accessibility/",
    "privacy": "about/privacy/",
    "data": "about/data/",
    "search": "search/",
    "a-to-z": "a-to-z/",
    "not-found": "404.html",
}
LISTS = ["initiatives", "evidence-list", "meetings", "services"]
