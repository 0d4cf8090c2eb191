"""From the library to what a template shows: small dataclasses. The markup is in templates/."""
