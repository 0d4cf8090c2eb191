"""The site in a real browser: Chromium, driven as a reader drives it."""
