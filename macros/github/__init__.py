"""GitHub: its client, comments on pull requests, reminders, and text made harmless for its Markdown."""
