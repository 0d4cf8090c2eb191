"""The rules by example."""
