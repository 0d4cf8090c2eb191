"""Reads a built site back, as a visitor's browser would, and says what is wrong with it."""
