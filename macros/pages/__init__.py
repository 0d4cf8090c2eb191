"""What pages show, taken from the library into small dataclasses for the markup in templates/."""
