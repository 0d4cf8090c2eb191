"""Runs the rules over a library, and reports and repairs what they find."""
