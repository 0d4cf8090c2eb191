"""All records, linked both ways, and the public library for a given day."""
