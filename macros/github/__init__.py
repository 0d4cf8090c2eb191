"""GitHub, where proposals come in and pull requests are answered: its program, and its Markdown."""
