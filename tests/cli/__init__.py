"""The commands in scripts/, and what a contributor does with them."""
