"""Disclosure control: what may be published of a table of people, and what a reader could work out from what is."""
