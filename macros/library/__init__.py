"""Every record, linked both ways, and what may be shown of it on a day."""
