"""What a field is, whatever kind of record it belongs to: its type, its limits, its JSON Schema, and the network's own words."""
