"""What a pull request is told: what is fine, what to mend, and repairs to click, in words for people who never used git."""
