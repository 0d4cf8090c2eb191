"""What is worked out from tables of people: what may be published of them, and what they say."""
