"""The search: what is indexed, the index, spelling, and the search page."""
