"""Everything that depends on the site builder, MkDocs."""
