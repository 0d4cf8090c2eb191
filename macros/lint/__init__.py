"""The rules, the engine that runs them, and how what they find is reported and fixed."""
