"""Measures how fast networks of any size are checked, built and read, and how much memory that takes."""
