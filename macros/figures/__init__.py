"""Figures about many people: what they are, and what may be shown of them."""
