"""Checks a built site by reading it as a browser would."""
