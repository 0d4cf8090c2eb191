"""From the library to what a template shows: small dataclasses, no markup."""
