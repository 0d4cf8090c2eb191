"""A file as it was written: its front matter, its text, where each thing stands in it, and how it is written again."""
