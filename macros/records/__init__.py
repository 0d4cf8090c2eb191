"""What a record is: reading a file, checking its fields, and linking it to the others."""
