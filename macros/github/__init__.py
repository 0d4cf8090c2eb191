"""GitHub: the client, pull request comments, reminder issues, and escaping for its Markdown."""
