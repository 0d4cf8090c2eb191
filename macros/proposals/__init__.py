"""From an issue that somebody wrote with a form on GitHub to a record in a pull request."""
