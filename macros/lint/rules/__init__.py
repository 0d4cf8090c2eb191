"""What a record must obey: one rule a file, named after what is wrong."""
