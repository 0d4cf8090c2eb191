"""Ways to propose a record: site form, issue form, editor, `make new`; and from an issue to a pull request."""
