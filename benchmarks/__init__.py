"""How fast a network of any size is checked and built, and how much memory that takes."""
