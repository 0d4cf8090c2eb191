"""Fields of any kind of record: types, limits, JSON Schema, and the network's own vocabularies."""
