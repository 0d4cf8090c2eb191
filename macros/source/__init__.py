"""Source files: reading front matter and body, locating values, and writing records."""
