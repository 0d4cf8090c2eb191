"""The site builder, MkDocs: no other room knows it."""
