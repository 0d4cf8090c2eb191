"""Another network made of this project: its answers, its settings and the pages that speak of it."""
