"""What built sites show."""
