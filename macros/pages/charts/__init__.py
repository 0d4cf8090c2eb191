"""Charts: what they draw, what they say, and their numbers as a table."""
