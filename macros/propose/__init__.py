"""Ways to propose a record: the site form, issue forms, the editor and `make new`; and from issue to pull request."""
