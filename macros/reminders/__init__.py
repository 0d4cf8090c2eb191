"""What people are reminded of on GitHub: an issue for everybody who has something to review or somebody to ask."""
