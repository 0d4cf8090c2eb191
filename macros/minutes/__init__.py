"""Minutes that come back from Word: what stands in a file, what is understood of it, and the record that it becomes."""
